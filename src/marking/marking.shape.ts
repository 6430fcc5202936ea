// Marking on the wire: how many contacts are marked so far, and how many marks were made.
import { z } from '@hono/zod-openapi';

export const MarkingLineShape = z
  .object({ contacts: z.int().nonnegative(), marks: z.int().nonnegative() })
  .openapi('MarkingLine');
