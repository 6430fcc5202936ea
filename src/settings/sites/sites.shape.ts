// Sites on the wire, as settings list them.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();

export const SitesShape = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        spokenNames: z.array(z.string()).describe('What people call it when they speak.'),
        timeZone: z.string(),
        opened: z.string().nullable().describe('Null where nobody wrote it down.'),
        closed: z.string().nullable(),
        people: count.describe('Who have a place there today.'),
        contacts: count.describe('The latest versions of contacts that were there.'),
      }),
    ),
    mayKeep: z.boolean().describe('Whether whoever asks may add sites and correct them.'),
  })
  .openapi('Sites');

export type Sites = z.infer<typeof SitesShape>;
