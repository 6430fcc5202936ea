// Serious acts on the wire.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();

export const ActShape = z
  .object({
    standard: z.string(),
    title: z.string(),
    says: z.string(),
    situation: z.string().optional().describe('Where it can happen, in words.'),
    instead: z.string().optional(),
    weight: z.number(),
    done: count.describe('Contacts in which it happened.'),
    could: count.describe('Contacts in which it happened, or could have.'),
    lastDone: z.iso.date().optional(),
    lastCould: z.iso.date().optional(),
    times: z.array(
      z.object({
        mark: z.string(),
        contact: z.string(),
        words: z.string().optional(),
        site: z.string().optional(),
        day: z.string().optional(),
      }),
    ),
  })
  .openapi('SeriousAct');

export const ActsShape = z.object({ acts: z.array(ActShape) });
export type Act = z.infer<typeof ActShape>;
