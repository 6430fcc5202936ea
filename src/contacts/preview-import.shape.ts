// How a file would be read, on the wire.
import { z } from '@hono/zod-openapi';
import { MappingShape, RejectShape } from './import.shape.ts';

const count = z.int().nonnegative();

export const ImportPreviewShape = z
  .object({
    tables: z.array(
      z.object({
        file: z.string(),
        headers: z.array(z.string()),
        rows: z.array(z.array(z.string())).describe('The first rows as they stand; cells are cut at 200 characters.'),
        mapping: MappingShape.nullable().describe('null: nothing in it was recognised; say what the columns are.'),
        howSure: z.number().min(0).max(1),
      }),
    ),
    contacts: z
      .array(
        z.object({
          channel: z.string(),
          turns: z.array(z.object({ speaker: z.enum(['rep', 'customer', 'other']), text: z.string() })),
          answers: z.array(z.object({ question: z.string(), answer: z.string() })),
          repFrom: z.string(),
          site: z.string().optional(),
          startedAt: z.string().optional(),
          outcome: z.string().optional(),
        }),
      )
      .describe('The first of them as they would be kept, personal data taken out.'),
    counts: z.object({ contacts: count, facts: count, rejects: count }),
    rejects: z.array(RejectShape),
    said: z.array(z.string()),
    more: z.boolean().describe('There is more in the file than was read for this.'),
  })
  .openapi('ImportPreview');
export type ImportPreview = z.infer<typeof ImportPreviewShape>;
