// A forecast on the wire, and the progress of making one.
import { z } from '@hono/zod-openapi';

const share = z.number().min(0).max(1);
const count = z.number().nonnegative();

const CellShape = z.strictObject({
  site: z.string(),
  siteName: z.string(),
  standard: z.string(),
  title: z.string(),
  marks: count.describe('Marks of the last six months.'),
  expectedMarks: count.describe('Marks expected in the days ahead.'),
  rate: share.describe('Share of them expected to fail.'),
  model: share.describe('What the model alone says.'),
  sixMonths: share.describe('The shrunk mean of the last six months.'),
  lastMonth: share.describe('What the last month showed, or the mean where it showed nothing.'),
  reasons: z.array(
    z.strictObject({
      exposure: z.string(),
      says: z.string(),
      prevents: z.number().describe('Failures per mark that putting this right would prevent.'),
      change: z.number().describe('How much of that is new against today.'),
    }),
  ),
});

const TestedShape = z.strictObject({
  months: z.array(
    z.strictObject({
      origin: z.string(),
      weight: share,
      cells: count,
      marks: count,
      forecast: count.describe('Squared error of the cells’ rates, weighted by marks.'),
      lastMonth: count,
      sixMonths: count,
    }),
  ),
  overLastMonth: z.number().nullable().describe('1 - squared error against that of last month’s rate.'),
  overSixMonths: z.number().nullable(),
});

const ReportShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('forecast'),
    from: z.string(),
    to: z.string(),
    cells: z.array(CellShape),
    expectedFailures: count,
    weight: share.describe('How far the model is believed against the six-month mean.'),
    tested: TestedShape,
    told: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('nothing'),
    why: z.enum(['no-marks', 'too-few-marks', 'no-failures', 'all-failures', 'nothing-lately']),
    told: z.array(z.string()),
  }),
]);

export const ForecastShape = z.strictObject({ madeAt: z.string(), report: ReportShape }).openapi('Forecast');
export type Forecast = z.infer<typeof ForecastShape>;

export const ForecastReadShape = z
  .union([
    ForecastShape,
    z.strictObject({
      madeAt: z.null().describe('None was made yet.'),
      report: z.strictObject({ kind: z.literal('nothing'), why: z.literal('not-made'), told: z.array(z.string()) }),
    }),
  ])
  .openapi('ForecastRead');
export type ForecastRead = z.infer<typeof ForecastReadShape>;
export type Tested = z.infer<typeof TestedShape>;

export const ForecastLineShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reading'), contacts: count, of: count }),
  z.strictObject({ kind: z.literal('comparing'), marks: count }),
  z.strictObject({
    kind: z.literal('made'),
    months: count.describe('Months that were forecast so far, past ones to be held against what came.'),
    of: count,
  }),
  z.strictObject({ kind: z.literal('tested'), tested: TestedShape }),
  z.strictObject({ kind: z.literal('done'), forecast: ForecastShape }),
]);
