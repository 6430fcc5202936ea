// A record on the wire: its files in, what came of them out; and what held on a day.
import { z } from '@hono/zod-openapi';
import { RejectShape } from '../contacts/import.shape.ts';

const count = z.int().nonnegative();

const RecordFileShape = z.object({
  name: z.string().min(1).max(1000).openapi({ description: 'Path inside the record, e.g. policies/quotes.md.' }),
  base64: z.string(),
});
export type RecordFileOnWire = z.infer<typeof RecordFileShape>;

export const RecordFilesShape = z.object({ files: z.array(RecordFileShape).max(10_000) }).openapi('RecordFiles');

export const RecordImportShape = z
  .object({
    taken: z.record(z.string(), z.object({ added: count, changed: count, same: count })),
    rejects: z.array(RejectShape),
    warnings: z.array(
      z.object({ file: z.string(), row: count.optional(), field: z.string().optional(), sentence: z.string() }),
    ),
  })
  .openapi('RecordImport');

export type RecordImport = z.infer<typeof RecordImportShape>;

export const AsOfQueryShape = z.object({ day: z.string(), site: z.string().optional(), person: z.string().optional() });

export const HeldThenShape = z
  .array(
    z.object({
      kind: z.string(),
      id: z.string(),
      version: z.string().optional(),
      says: z.string(),
      from: z.string(),
      to: z.string().optional(),
      origin: z.object({ file: z.string(), row: count.optional() }).optional(),
    }),
  )
  .openapi('HeldThen');
