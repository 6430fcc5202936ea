// A row of the record by hand, on the wire: its form, what was filled in, what it came to, and taking it out.
import { z } from '@hono/zod-openapi';
import { entryKinds } from '../entries/entry.core.ts';

const kind = z.enum(entryKinds);
const key = z.string().min(1).max(1000);
const named = z.object({ id: z.string(), name: z.string() });
const cell = z.union([z.string().max(20_000), z.array(z.string().max(2000)).max(500)]);

export const RowFormQueryShape = z.object({
  kind,
  key: key.optional().describe('The row to correct; without it, the form of a new one.'),
});

export const RowFormShape = z
  .object({
    kind,
    fields: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        hint: z.string().optional(),
        kind: z.enum([
          'text',
          'id',
          'day',
          'month',
          'moment',
          'money',
          'count',
          'share',
          'person',
          'site',
          'standard',
          'role',
          'zone',
          'choice',
        ]),
        required: z.boolean(),
        several: z.boolean(),
        choices: z.array(z.string()).optional(),
        fixed: z.boolean().describe('What makes the row one and the same: once on record it stays.'),
      }),
    ),
    text: z.boolean().describe('Clauses or steps are written below, one after another.'),
    people: z.array(named.extend({ sites: z.array(z.string()) })).describe('Whom it may be about.'),
    sites: z.array(named),
    roles: z.array(z.string()),
    standards: z.array(z.object({ id: z.string(), title: z.string() })),
    suggestions: z.record(z.string(), z.array(z.string())).describe('What fields were filled with before, by column.'),
    own: z.string().nullable().describe('The person of the record who asks.'),
    before: z
      .object({ key, digest: z.string(), cells: z.record(z.string(), cell), text: z.string() })
      .nullable()
      .describe('The row as it stands.'),
  })
  .openapi('RecordRowForm');
export type RowForm = z.infer<typeof RowFormShape>;

export const RowByHandShape = z
  .object({
    kind,
    cells: z.record(z.string().regex(/^[a-z][a-z-]{0,40}$/), cell).describe('By the names that record files use.'),
    text: z.string().max(200_000).optional().describe('Clauses or steps, as in a Markdown file of the record.'),
    replaces: z
      .object({ key, digest: z.string() })
      .optional()
      .describe('The row that is corrected, as it was seen; without it the row is new.'),
  })
  .openapi('RecordRowByHand');

export const TakenByHandShape = z
  .object({
    kind,
    key,
    taken: z.enum(['added', 'changed', 'same']).describe('`same`: it stood so already.'),
    warnings: z.array(z.object({ field: z.string().optional(), sentence: z.string() })),
  })
  .openapi('RecordRowTaken');
export type TakenByHand = z.infer<typeof TakenByHandShape>;

export const TakeOutShape = z.object({ kind, key, digest: z.string().describe('The row as it was seen.') });
