// What waits today, on the wire. A part that is not for whoever asks is null.
import { z } from '@hono/zod-openapi';
import { FirstFixShape, ToldFailureShape } from '../overview/overview.shape.ts';

const count = z.int().nonnegative();
const NamedShape = z.object({ id: z.string(), name: z.string() });
const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), all: count });
const lapse = { task: z.string(), expires: z.string(), lapsed: z.boolean() };

export const TodayShape = z
  .object({
    day: z.string(),
    team: z
      .object({
        lapsing: listOf(z.object({ person: NamedShape, ...lapse })),
        toObserve: listOf(z.object({ person: NamedShape, site: NamedShape, last: z.string().nullable() })),
        waiting: listOf(z.object({ person: NamedShape, waitedFor: z.string(), since: z.string() })),
      })
      .nullable()
      .describe('Of the people at one’s own sites.'),
    open: z
      .object({
        questions: listOf(z.object({ id: z.string(), asks: z.string(), settles: count })),
        findings: z.array(FirstFixShape),
      })
      .nullable(),
    own: z
      .object({
        missed: z.array(ToldFailureShape),
        met: z.array(ToldFailureShape),
        workOn: z
          .object({
            standard: z.string(),
            title: z.string(),
            says: z.string(),
            instead: z.string().optional(),
            met: count,
            failed: count,
          })
          .nullable(),
        refreshers: z.array(z.object(lapse)),
      })
      .nullable()
      .describe('Of whoever asks, where they are a person of the record.'),
  })
  .openapi('Today');

export type Today = z.infer<typeof TodayShape>;
