// Know it, do it on the wire: counts of times and of people, never who. Rates run from 0 to 1, with an interval of 90 %.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();
const unit = z.number().min(0).max(1);
const difference = z.number().min(-1).max(1);
const NamedShape = z.object({ standard: z.string(), title: z.string() });
const PartShape = z.object({ people: count, kept: count, missed: count });
const SideShape = PartShape.extend({ rate: unit, low: unit, high: unit });

const RowShape = NamedShape.extend({
  kind: z.enum(['standard', 'atrocity']),
  with: SideShape.nullable().describe('By people with a certificate in force that day; null where nobody had one.'),
  without: SideShape.nullable().describe('By people without; null where everybody had one.'),
  parts: z
    .object({ lapsed: PartShape, never: PartShape })
    .nullable()
    .describe('Those without: shown once and no more in force, never shown. Null where a part is one or two people.'),
  difference: z
    .object({ by: difference, low: difference, high: difference })
    .nullable()
    .describe('By how much more often those with a certificate keep it.'),
  says: z.enum(['shown-helps', 'same', 'not-sure', 'all-shown', 'none-shown']),
  told: z.string(),
});

export const KnowDoShape = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('know-do'),
      told: z.array(z.string()),
      rows: z.array(RowShape).describe('Missed most first.'),
      whole: z.object({ knowsDoes: count, knowsMisses: count, withoutDoes: count, withoutMisses: count }),
      days: z.object({ first: z.string(), last: z.string() }).nullable(),
      fewPeople: z.array(NamedShape).describe('Left out: a side of them would be one or two people.'),
      notOnRecord: z.array(NamedShape).describe('No certificate is about these.'),
    }),
    z.object({ kind: z.literal('none'), missing: z.enum(['marks', 'certificates', 'people']) }),
  ])
  .openapi('KnowDo');
export type KnowDo = z.infer<typeof KnowDoShape>;
