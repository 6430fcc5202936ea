// The history on the wire.
import { z } from '@hono/zod-openapi';
import { headingNames } from './history.core.ts';

const count = z.int().nonnegative();

export const HistoryQueryShape = z.object({
  before: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe('Lines before this number: the cursor of the page before.'),
  about: z.enum(headingNames).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional().describe('The last day. Days are in UTC.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const HistoryLineShape = z
  .object({
    seq: count,
    at: z.iso.datetime(),
    kind: z.string(),
    says: z.string(),
    by: z.string().describe('By name to owners, by role to others.'),
    subjects: z.array(z.string()).describe('Ids of what it was done to.'),
  })
  .openapi('HistoryLine');

export const HistoryShape = z
  .object({ items: z.array(HistoryLineShape), next: z.string().nullable() })
  .openapi('History');

export const CheckQueryShape = z.object({
  head: z.string().trim().max(100).optional().describe('A head written down before, `SEQ:HASH`.'),
});

export const HistoryCheckShape = z
  .object({
    lines: count,
    head: z.string().describe('The head now: write it down somewhere else.'),
    wrong: z.array(z.object({ seq: count, flaw: z.string(), sentence: z.string() })),
  })
  .openapi('HistoryCheck');

export type HistoryOnWire = z.infer<typeof HistoryShape>;
export type HistoryCheckOnWire = z.infer<typeof HistoryCheckShape>;
