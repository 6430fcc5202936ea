// What failing costs on the wire, and the progress of counting it. Sums are in the currency named, a month.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

export const FigureShape = z
  .strictObject({ value: z.number(), from: z.number(), to: z.number() })
  .describe('Likely between `from` and `to`, nine times in ten.');

const cost = {
  lost: FigureShape.describe('Enquiries a month that would have been won.'),
  money: FigureShape.nullable().describe('What they are worth a month; null where nobody said what one is worth.'),
};

const CustomersShape = z.strictObject({
  question: z.enum(['came-back', 'came-again', 'left']),
  asked: count,
  happened: count,
  missed: share.describe('Mean share of standards missed.'),
  change: FigureShape.nullable().describe('How many more (below 0: fewer) had every standard been kept, as a share.'),
});

const ClauseCostShape = z.strictObject({
  policy: z.string(),
  title: z.string(),
  clause: z.string().nullable(),
  text: z.string().nullable(),
  misses: count,
  standards: z.array(z.string()),
  ...cost,
});

const StandardCostShape = z.strictObject({
  standard: z.string(),
  title: z.string(),
  missed: count.describe('In enquiries.'),
  of: count,
  ...cost,
  aMiss: z.strictObject(cost).describe('The same of one miss, not a month.'),
  p: share.describe('Corrected for having asked of all standards (Benjamini and Hochberg).'),
  stands: z.boolean(),
});

const told = { told: z.array(z.string()), customers: z.array(CustomersShape) };

const FoundShape = z.strictObject({
  kind: z.literal('outcomes'),
  currency: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  enquiries: z.strictObject({
    won: count,
    lost: count,
    open: count,
    aMonth: z.number().nonnegative(),
    aMonthSource: z.enum(['counted', 'stated']),
  }),
  worth: z
    .strictObject({
      value: z.number(),
      from: z.number(),
      to: z.number(),
      source: z.enum(['outcomes', 'stated']),
      of: count,
      ofOne: z.number().optional().describe('The part of all worth on record that one enquiry has, where over half.'),
    })
    .nullable(),
  together: z.strictObject({ ...cost, ofLost: FigureShape.describe('Share of the lost enquiries.') }),
  standards: z.array(StandardCostShape).describe('Dearest first.'),
  notAsked: z.array(z.string()),
  afterwards: z
    .array(z.string())
    .describe('Titles of standards that may come of winning rather than bring it; not priced.'),
  clauses: z.array(ClauseCostShape),
  controls: z.array(z.strictObject({ id: z.string(), says: z.string(), lost: FigureShape, p: share })),
  confounded: z.boolean(),
  assumptions: z.array(z.string()),
  ...told,
});

const StatedShape = z.strictObject({
  kind: z.literal('stated'),
  currency: z.string(),
  enquiriesAMonth: z.number().nonnegative(),
  conversion: share,
  worthOfAStay: z.number().nonnegative(),
  aPoint: z.number().nonnegative().describe('One more of a hundred enquiries won is worth so much a month.'),
  assumedLost: share,
  standards: z.array(
    z.strictObject({
      standard: z.string(),
      title: z.string(),
      missed: count,
      of: count,
      atStake: z.number().nonnegative(),
      money: FigureShape.describe('Assumed; half to twice.'),
    }),
  ),
  assumptions: z.array(z.string()),
  ...told,
});

const NothingShape = z.strictObject({
  kind: z.literal('nothing'),
  why: z.enum(['no-marks', 'no-outcomes', 'no-failures', 'all-failures', 'all-won', 'none-won', 'too-few', 'no-days']),
  ...told,
});

export const MoneyShape = z
  .strictObject({
    madeAt: z.string(),
    report: z.discriminatedUnion('kind', [FoundShape, StatedShape, NothingShape]),
  })
  .openapi('Money');
export type Money = z.infer<typeof MoneyShape>;

export const MoneyLineShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reading'), contacts: count }),
  z.strictObject({ kind: z.literal('counting'), marks: count }),
  z.strictObject({ kind: z.literal('left'), why: z.enum(['too-many', 'nothing-known']) }),
  z.strictObject({ kind: z.literal('done'), money: MoneyShape }),
]);
