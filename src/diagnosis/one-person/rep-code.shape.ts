// Whom a code stands for, on the wire. It is asked in a body: a name stands in no address and no log.
import { z } from '@hono/zod-openapi';

export const AskRepCodeShape = z
  .object({
    code: z.string().regex(/^rep-[0-9a-f]{8}$/),
    name: z.string().trim().min(1).max(200).optional().describe('Is it this name, or number, as the source writes it?'),
  })
  .openapi('AskRepCode');

export const RepCodeShape = z
  .object({
    contacts: z.int().positive().describe('Of those that may be seen.'),
    sites: z.array(z.object({ id: z.string(), name: z.string(), contacts: z.int().positive() })),
    is: z.boolean().nullable().describe('Whether the name is theirs; null where none was given.'),
  })
  .openapi('RepCode');
export type RepCodeOnWire = z.infer<typeof RepCodeShape>;
