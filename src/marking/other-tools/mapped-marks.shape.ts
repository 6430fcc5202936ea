// Another tool's export of people's marks, on the wire: looked into with a mapping, then brought in.
import { z } from '@hono/zod-openapi';
import { RejectShape } from '../../contacts/import.shape.ts';
import { PastMarksTakenShape } from '../past-marks.shape.ts';
import { answerMeanings, markColumnKinds, mostAnswers, mostQuestions } from './mark-mapping.core.ts';

const count = z.int().nonnegative();
const text = z.string().max(1000);

export const MarkMappingShape = z
  .object({
    columns: z.array(z.object({ column: text, to: z.enum(markColumnKinds) })).max(200),
    questions: z
      .array(
        z.object({
          asks: text,
          standard: z.string().max(200).nullable().describe('null leaves the question out.'),
          yesIsKept: z.boolean().describe('false: yes says that it was missed.'),
          least: z.number().optional().describe('Where answers are points: the fewest that count as yes.'),
        }),
      )
      .max(mostQuestions),
    answers: z
      .array(z.object({ said: text, means: z.enum(answerMeanings).nullable() }))
      .max(mostAnswers)
      .describe('`leave`: such a row is no mark.'),
  })
  .openapi('MarkMapping');

export const LookIntoMarksShape = z
  .object({
    upload: z.string().max(60).describe('Of PUT /v1/uploads.'),
    name: z.string().min(1).max(400).describe('Of the file.'),
    sheet: z.string().max(400).optional().describe('Of a workbook with several; the largest table where left out.'),
    mapping: MarkMappingShape.optional().describe('Guessed where left out, or as it was kept for this head.'),
  })
  .openapi('LookIntoMarks');

export const MarksPreviewShape = z
  .object({
    sheets: z.array(z.object({ sheet: z.string(), rows: count })),
    sheet: z.string(),
    headers: z.array(z.string()),
    rows: z.array(z.array(z.string())).describe('The first as they stand.'),
    mapping: MarkMappingShape,
    kept: z.boolean().describe('The mapping was kept when a file of this head came before.'),
    missing: z.string().nullable().describe('What the mapping lacks before anything can be brought in.'),
    standards: z.array(z.object({ id: z.string(), title: z.string(), kind: z.enum(['standard', 'atrocity']) })),
    unknown: z
      .array(z.object({ what: z.enum(['answer', 'question']), said: z.string(), rows: count }))
      .describe('What the mapping says nothing of, the most rows first.'),
    counts: z.object({ marks: count, rejects: count, withoutProbability: count, contacts: count, contactsHere: count }),
    byStandard: z.array(z.object({ standard: z.string(), met: count, failed: count, other: count })),
    rejects: z.array(RejectShape).describe('The first of them.'),
  })
  .openapi('MarksPreview');
export type MarksPreview = z.infer<typeof MarksPreviewShape>;

export const BringMappedMarksShape = LookIntoMarksShape.extend({
  mapping: MarkMappingShape,
  keep: z.boolean().default(true).describe('Keep the mapping for the next file of this head.'),
}).openapi('BringMappedMarks');

export const MappedMarksTakenShape = PastMarksTakenShape;
export type MappedMarksTaken = z.infer<typeof MappedMarksTakenShape>;
