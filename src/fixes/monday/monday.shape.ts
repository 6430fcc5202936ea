// The Monday page on the wire, and what whoever asks has chosen of it.
import { z } from '@hono/zod-openapi';
import { mondayParts } from './monday.core.ts';

const day = z.iso.date();

export const MondayPageShape = z.object({
  week: z.object({ from: day, to: day }),
  subject: z.string(),
  lead: z.string(),
  parts: z.array(
    z.object({
      id: z.enum(mondayParts),
      heading: z.string(),
      lines: z.array(
        z.object({ says: z.string(), path: z.string().optional().describe('Of the page that tells more.') }),
      ),
    }),
  ),
  quote: z
    .object({
      about: z.string(),
      before: z.string(),
      words: z.string(),
      after: z.string(),
      from: z.string(),
      path: z.string(),
    })
    .nullable(),
});

export const MondayChoiceShape = z.object({
  isOn: z.boolean(),
  email: z.string().nullable().describe('null: there is no address; it waits on the screen.'),
  last: day.nullable().describe('The Monday of the last letter.'),
});

export const MondayShape = z
  .object({
    monday: day.describe('On which it was due.'),
    page: MondayPageShape,
    earlier: day.nullable().describe('The Monday before that tells of a week with contacts.'),
    later: day.nullable(),
    choice: MondayChoiceShape.nullable().describe('null: it goes by mail to owners who sign in, and this is none.'),
    sends: z.boolean().describe('Whether a mail server is set.'),
  })
  .openapi('Monday');

export type Monday = z.infer<typeof MondayShape>;
