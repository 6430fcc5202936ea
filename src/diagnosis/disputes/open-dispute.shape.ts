// What a form needs to know to dispute a mark, on the wire.
import { z } from '@hono/zod-openapi';

export const DisputeFormShape = z
  .object({
    mark: z.string(),
    contact: z.string(),
    day: z.string().nullable().describe('Of the contact.'),
    standard: z.object({ id: z.string(), title: z.string() }),
    disputable: z.boolean().describe('It says that something was missed.'),
    instructions: z.array(
      z.object({
        kind: z.enum(['policy', 'procedure']),
        document: z.string(),
        version: z.string(),
        title: z.string(),
        part: z.string(),
        text: z.string(),
        against: z.boolean().describe('It stands in the way of the standard.'),
      }),
    ),
    people: z.array(z.object({ id: z.string(), name: z.string() })).describe('Whose word it could have been.'),
    dispute: z.string().nullable().describe('The dispute that there is already.'),
  })
  .openapi('DisputeForm');
export type DisputeForm = z.infer<typeof DisputeFormShape>;
