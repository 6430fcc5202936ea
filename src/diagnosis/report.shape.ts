// The summary that a report is made of, on the wire. Every view (screen, page, CSV, JSON) reads this and nothing else;
// counts are whole numbers, rates run from 0 to 1, and a rate nobody could know is null, never 0.
import { z } from 'zod';
import { CauseShape, PerCauseShape, StandingShape } from './cause.shape.ts';
import { CausesShape } from './model/causes.shape.ts';
import { MoneyShape } from './money/money.shape.ts';
import { ProductionShape } from './production/production.shape.ts';
import { ReadFromShape, ShownContactShape, ShownFailureShape } from './shown-failure.shape.ts';
import { WatchShape } from './watching/watch.shape.ts';

const count = z.int().nonnegative();
const unit = z.number().min(0).max(1);

export const IntervalShape = z
  .strictObject({ from: unit, to: unit })
  .describe('Both ends are 0 to 1; 95 % unless the assumptions say otherwise.');

/** Met and missed, with the rate in two forms: as counted (Wilson interval) and drawn to the group (beta-binomial). */
export const RateShape = z.strictObject({
  met: count,
  failed: count,
  unsure: count,
  rate: unit.nullable().describe('met / (met + failed); null where neither happened'),
  wilson: IntervalShape.nullable(),
  shrunk: unit.nullable(),
  shrunkInterval: IntervalShape.nullable(),
});

export const OrganisationShape = z.strictObject({
  name: z.string(),
  words: z
    .strictObject({ customer: z.string(), customers: z.string() })
    .describe("The organisation's own word for a customer, singular and plural, e.g. member, members."),
});

export const HeadShape = z.strictObject({
  customary: z.string().describe('Version of the program.'),
  madeAt: z.iso.datetime(),
  packs: z.array(z.strictObject({ id: z.string(), version: z.string() })),
  counts: z.strictObject({
    contacts: count,
    turns: count,
    words: count,
    marks: count,
    failures: count,
    rejects: count,
  }),
});

const Tally = z.strictObject({ id: z.string(), contacts: count });

export const CountsShape = z.strictObject({
  contacts: count,
  turns: count,
  words: count,
  rejects: count,
  marks: z.strictObject({ met: count, failed: count, unsure: count, notApplicable: count }),
  byChannel: z.array(Tally),
  byKind: z.array(Tally).describe('Kind of contact by its strongest situation; `unknown` where none was recognised.'),
  bySite: z.array(Tally).describe('`unknown` where the contact names no site.'),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  consentNotStated: count,
  unsureWhy: z.array(z.strictObject({ why: z.string(), marks: count })),
});

export const SiteShape = z.strictObject({ id: z.string(), name: z.string() });

export const PublishedRateShape = z
  .strictObject({
    missed: IntervalShape.describe(
      'Share in which it was missed or happened; the ends differ where only a bound is known.',
    ),
    counted: z.string(),
    of: z.string(),
    n: z.int().positive().optional(),
    sector: z.string(),
    year: z.int().optional(),
    source: z.string(),
    loose: z.string().optional().describe('Why to trust it less.'),
  })
  .describe('What others published of this standard, in another sector perhaps: a wide guide, never a target.');

export const StandardRowShape = RateShape.extend({
  id: z.string(),
  version: z.string(),
  pack: z.string(),
  kind: z.enum(['standard', 'atrocity']),
  title: z.string().optional(),
  failing: z.string().optional().describe('How to say that it was missed, after "About 1 time in 3, ".'),
  says: z.string(),
  because: z.string().optional(),
  instead: z.string().optional(),
  weight: z.number().positive(),
  few: z.boolean(),
  firstImpression: z.boolean(),
  notApplicable: count,
  checked: count.describe('Marks a reviewer has checked; 0 is printed as "marked by machine, not yet checked".'),
  corrected: z
    .object({
      rate: z.number().min(0).max(1),
      from: z.number(),
      to: z.number(),
      reviews: count,
      of: count.describe('Marks of contacts that the reviews could have been drawn from.'),
    })
    .optional()
    .describe('The share met that machine and drawn reviews tell together; absent where reviews are too few.'),
  published: z.array(PublishedRateShape).optional(),
});

export const SiteStandardShape = RateShape.extend({
  site: z.string(),
  standard: z.string(),
  /** Funnel limits at this number of marks, and on which side of them the rate lies. */
  outside: z.enum(['below', 'above']).nullable(),
  expected: PerCauseShape.describe('Failures expected per cause: the odds of the findings behind this row, added up.'),
});

export const MonthStandardShape = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  standard: z.string(),
  met: count,
  failed: count,
  unsure: count,
});

/** Failures of one standard, at one site or all, with one leading cause: what people confirm and fix. */
export const PatternShape = z.strictObject({
  id: z.string(),
  standard: z.string(),
  site: z.string().nullable(),
  cause: CauseShape,
  detail: z.string().optional(),
  failures: count,
  expected: z
    .number()
    .nonnegative()
    .describe('Failures of the pattern that the ladder puts down to this cause: odds added up.'),
  standing: StandingShape,
  sentence: z.string().describe('What is the matter, in one plain sentence without a name.'),
  fix: z.string().describe('What to do, beginning with a verb.'),
  /** The mark of the failure that shows it best; its contact is among `contacts` where it is among `failures`. */
  example: z.string().optional(),
  readFrom: z.array(ReadFromShape),
});

export const GapShape = z.strictObject({
  area: CauseShape,
  rung: z.int().min(1).max(12),
  failures: count,
  sentence: z.string(),
});

export const QuestionShape = z.strictObject({
  id: z.string(),
  rung: z.int().min(1).max(12),
  asks: z.string(),
  settles: count.describe('Failures whose ladder this answer would take further.'),
});

export const ReportSummary = z.strictObject({
  head: HeadShape,
  organisation: OrganisationShape,
  counts: CountsShape,
  rejects: z
    .array(
      z.strictObject({
        file: z.string(),
        row: count.optional(),
        field: z.string().optional(),
        expected: z.string(),
        remedy: z.string(),
      }),
    )
    .max(50)
    .describe('The first fifty; the rejects file has all.'),
  sites: z.array(SiteShape),
  standards: z.array(StandardRowShape),
  siteStandards: z.array(SiteStandardShape),
  months: z.array(MonthStandardShape),
  recordBrought: z.boolean(),
  /** Failures expected per cause over everything: an expectation from the ladder, not a share of the failing. */
  causes: PerCauseShape.extend({
    fromWordsOnly: count.describe('Failures whose every yes came from words of the contact.'),
  }),
  shares: CausesShape.optional().describe(
    'How much of the failing each cause explains, over all failures together; left out where it was not worked out.',
  ),
  money: MoneyShape.optional().describe(
    'What failing costs in lost business; left out where it was not counted, or the reader may not see it.',
  ),
  production: ProductionShape.optional().describe(
    'What sites produce beside what their size, price and place would give; left out where the reader may not see it.',
  ),
  watch: WatchShape.optional().describe(
    'Rates that changed and when, the surest first, and run charts; the first of each.',
  ),
  ladder: z.array(z.strictObject({ rung: z.int().min(1).max(12), asks: z.string() })).length(12),
  patterns: z.array(PatternShape).describe('What to fix first comes first.'),
  gaps: z.array(GapShape).describe('Records missing, those behind most failures first.'),
  bringFirst: z.array(z.strictObject({ record: z.string(), why: z.string(), settles: count })).max(5),
  questions: z.array(QuestionShape).max(10),
  firstImpressions: z.strictObject({
    ringsKnown: count,
    medianRings: z.number().nonnegative().nullable(),
    secondsKnown: count,
    medianSeconds: z.number().nonnegative().nullable(),
  }),
  failures: z.array(ShownFailureShape).describe('Worst first; at most 200 unless everything was asked for.'),
  contacts: z.array(ShownContactShape).describe('Every contact that a failure above stands in.'),
  assumptions: z.array(z.string()),
});

export type Rate = z.infer<typeof RateShape>;
export type StandardRow = z.infer<typeof StandardRowShape>;
export type SiteStandard = z.infer<typeof SiteStandardShape>;
export type Pattern = z.infer<typeof PatternShape>;
export type ReportSummary = z.infer<typeof ReportSummary>;
