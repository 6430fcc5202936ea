// Past mystery shops on the wire: a file looked into with its mapping, and brought in.
import { z } from '@hono/zod-openapi';
import { RejectShape } from '../contacts/import.shape.ts';
import { columnKinds } from './shop-mapping.core.ts';

const count = z.int().nonnegative();
const verdict = z.enum(['met', 'failed', 'not-applicable', 'unsure']);

export const ShopMappingShape = z
  .array(
    z.object({
      column: z.string().max(1000),
      to: z.enum(columnKinds),
      standard: z.string().max(200).optional(),
      yesIsKept: z.boolean().optional().describe('false: yes says that it was missed.'),
      least: z.number().optional().describe('Where answers are points: the fewest that count as kept.'),
    }),
  )
  .max(200);

export const LookIntoShopsShape = z.object({
  upload: z.string().max(60).describe('Of PUT /v1/uploads.'),
  name: z.string().min(1).max(400).describe('Of the file.'),
  sheet: z.string().max(400).optional().describe('Of a workbook with several; the first with a table where left out.'),
  mapping: ShopMappingShape.optional().describe('Guessed where left out, in the order of the columns.'),
  likeThat: z.string().max(200).optional().describe('The name of a mapping kept earlier, to guess by.'),
});

export const ShopsPreviewShape = z
  .object({
    sheets: z.array(z.object({ sheet: z.string(), shops: count })),
    sheet: z.string(),
    headers: z.array(z.string()),
    rows: z.array(z.array(z.string())).describe('The first as they stand.'),
    mapping: ShopMappingShape,
    unused: z.array(z.string()).describe('Columns that ask something and are left out.'),
    missing: z.string().nullable().describe('What the mapping lacks before anything can be brought in.'),
    questions: z.array(z.object({ standard: z.string(), title: z.string(), says: z.string() })),
    kept: z.array(z.string()).describe('Names of mappings kept earlier.'),
    shops: z.array(
      z.object({
        row: count,
        day: z.string(),
        site: z.string(),
        siteKnown: z.boolean(),
        marks: z.array(z.object({ standard: z.string(), title: z.string(), verdict })),
        answers: z.array(z.object({ question: z.string(), answer: z.string() })),
      }),
    ),
    counts: z.object({ shops: count, rejects: count, sitesUnknown: count }),
    rejects: z.array(RejectShape),
    sitesMeant: z
      .array(z.object({ rows: z.array(count), meant: z.string() }))
      .describe('Rows whose site no site on record is called, but one nearly.'),
  })
  .openapi('ShopsPreview');

export const BringShopsShape = LookIntoShopsShape.omit({ likeThat: true, mapping: true }).extend({
  mapping: ShopMappingShape,
  keepAs: z.string().trim().min(1).max(200).optional().describe('A name to keep the mapping by.'),
  rejectsSoFar: count.default(0).describe('Of this import, before this file.'),
});

export type ShopsPreview = z.infer<typeof ShopsPreviewShape>;
