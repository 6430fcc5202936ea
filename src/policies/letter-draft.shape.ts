// A letter that was begun, on the wire: what is wrong, why it should change, and a solution.
import { z } from '@hono/zod-openapi';

const part = z.string().max(4000);

export const LetterDraftShape = z
  .object({
    wrong: part.describe('What is wrong.'),
    why: part.describe('Why it should change.'),
    solution: part.describe('What to do instead.'),
    aboutMark: z.string().max(100).optional().describe('The failed mark that it begins from.'),
  })
  .openapi('LetterDraft');

export const KeptLetterDraftShape = z
  .object({ draft: LetterDraftShape.extend({ keptAt: z.string() }).nullable().describe('null: none was begun.') })
  .openapi('KeptLetterDraft');

export type LetterDraft = z.infer<typeof LetterDraftShape>;
export type KeptLetterDraft = z.infer<typeof KeptLetterDraftShape>;
