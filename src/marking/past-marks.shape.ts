// Past marks on the wire: tables in, what came of them out.
import { z } from '@hono/zod-openapi';
import { RejectShape } from '../contacts/import.shape.ts';

const count = z.int().nonnegative();

export const PastMarksFilesShape = z
  .object({
    files: z
      .array(z.object({ name: z.string().min(1).max(1000), text: z.string() }))
      .min(1)
      .max(1000),
  })
  .openapi('PastMarksFiles');

export const PastMarksTakenShape = z
  .object({
    added: count,
    changed: count,
    same: count,
    withoutProbability: count.describe('Kept, but in no rate: nobody says with what chance they were drawn.'),
    waiting: count.describe('Name no contact that is here, of all that are kept.'),
    rejects: z.array(RejectShape),
  })
  .openapi('PastMarksTaken');
