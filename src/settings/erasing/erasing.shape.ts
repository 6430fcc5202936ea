// Keeping and erasing on the wire.
import { z } from '@hono/zod-openapi';
import { whyErased } from './erasing.core.ts';

const count = z.int().nonnegative();
const monthsKept = z.int().min(1).max(600);

export const ErasureShape = z
  .object({
    id: z.string(),
    why: z.enum(whyErased),
    before: z.iso.date().optional().describe('Contacts of before this day went.'),
    beganAt: z.iso.datetime(),
    beganBy: z.string(),
    endedAt: z.iso.datetime().optional().describe('Absent where it was stopped on the way; the next run goes on.'),
    contacts: count,
    held: count.describe('Left where they were, being under legal hold.'),
  })
  .openapi('Erasure');

export const RetentionShape = z
  .object({
    months: monthsKept.nullable().describe('For how long contacts are kept; null: for good.'),
    setAt: z.iso.datetime().optional(),
    setBy: z.string().optional(),
    contacts: count.describe('Contacts that are here.'),
    erasures: z.array(ErasureShape),
  })
  .openapi('Retention');

export const PreviewQueryShape = z.object({ months: z.coerce.number().int().min(1).max(600) });

export const RetentionPreviewShape = z
  .object({ before: z.iso.date(), contacts: count, held: count })
  .openapi('RetentionPreview');

export const SetRetentionShape = z
  .object({
    months: monthsKept.nullable(),
    erases: count
      .default(0)
      .describe('How many contacts one agrees to have erased: where it is more by now, nothing is set.'),
  })
  .openapi('SetRetention');

export const ErasingLineShape = z.object({ contacts: count, of: count, held: count }).openapi('ErasingLine');

export const AskedToEraseShape = z
  .union([
    z.object({ contact: z.string().min(1).max(100) }).strict(),
    z.object({ customer: z.string().trim().min(1).max(400) }).strict(),
  ])
  .openapi('AskedToErase', {
    description: 'A contact by its id, or a customer by their reference as sources write it.',
  });

export const ToEraseShape = z.object({ contacts: count, held: count }).openapi('ToErase');

export type RetentionOnWire = z.infer<typeof RetentionShape>;
export type RetentionPreviewOnWire = z.infer<typeof RetentionPreviewShape>;
export type ErasureOnWire = z.infer<typeof ErasureShape>;
export type ErasingLine = z.infer<typeof ErasingLineShape>;
