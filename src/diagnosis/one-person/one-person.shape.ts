// A person's page on the wire, and the list that leads to pages.
import { z } from '@hono/zod-openapi';
import { ToldFailureShape } from '../overview/overview.shape.ts';

const count = z.int().nonnegative();
const named = z.object({ id: z.string(), name: z.string() });
const kept = { standard: z.string(), title: z.string(), met: count, failed: count };

export const PeopleQueryShape = z.object({
  site: z.string().max(400).optional(),
  words: z.string().max(200).optional().describe('Part of a name.'),
});

export const ListedPersonShape = z
  .object({
    id: z.string(),
    name: z.string(),
    posts: z.array(z.object({ role: z.string(), site: named })).describe('Of today; empty for who is no longer there.'),
  })
  .openapi('ListedPerson');
export type ListedPerson = z.infer<typeof ListedPersonShape>;

export const OnePersonShape = z
  .object({
    id: z.string(),
    name: z.string(),
    today: z.string(),
    own: z.boolean().describe('Whoever asks is this person.'),
    posts: z.array(
      z.object({
        key: z.string(),
        role: z.string(),
        site: named,
        from: z.string(),
        to: z.string().optional(),
        supervisor: z.string().nullable().optional().describe('By name; null where it is not for whoever asks.'),
      }),
    ),
    certificates: z.array(
      z.object({
        id: z.string(),
        task: z.string(),
        on: z.string(),
        expires: z.string().optional(),
        state: z.enum(['holds', 'lapses-soon', 'lapsed', 'renewed']),
      }),
    ),
    duties: z.array(z.object({ id: z.string(), task: z.string(), shown: z.boolean().nullable() })),
    observations: z.array(
      z.object({
        key: z.string(),
        act: z.enum(['encourage', 'help', 'guide', 'observe', 'reprimand']),
        on: z.string(),
        by: z.string().nullable(),
        standards: z.array(z.string()).describe('By their titles.'),
        cycle: count.optional(),
      }),
    ),
    due: z.object({
      lastHelped: z.string().nullable(),
      helpDue: z.boolean(),
      waiting: z.array(z.object({ id: z.string(), waitedFor: z.string(), since: z.string() })),
    }),
    tried: z
      .array(z.object({ key: z.string(), tried: z.string(), on: z.string(), result: z.string().optional() }))
      .nullable()
      .describe('null where it is not for whoever asks.'),
    marks: z
      .object({
        since: z.string().describe('What was longer ago is not told.'),
        well: z.array(z.object(kept)),
        help: z.array(z.object({ ...kept, says: z.string(), instead: z.string().optional() })),
        metWords: z.array(ToldFailureShape),
        missedWords: z.array(ToldFailureShape),
      })
      .nullable()
      .describe('null where it is not for whoever asks. Serious acts are not among them.'),
  })
  .openapi('OnePerson');
export type OnePerson = z.infer<typeof OnePersonShape>;
