// Marking on the wire: how many contacts are marked so far, and how many marks were made.
import { z } from '@hono/zod-openapi';

export const MarkingLineShape = z
  .object({ contacts: z.int().nonnegative(), marks: z.int().nonnegative() })
  .openapi('MarkingLine');

export const MarkingQueryShape = z.object({
  again: z
    .enum(['soon'])
    .optional()
    .describe('The threads stay ready for the next marking, and get ready also where nothing waits yet.'),
});
