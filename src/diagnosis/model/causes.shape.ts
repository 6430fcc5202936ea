// Shares of the failing on the wire: the report, the sentences that an owner reads, and the progress of working it out.
import { z } from '@hono/zod-openapi';
import { causes } from '../finding.core.ts';

const count = z.number().nonnegative();
const cause = z.enum(causes);
const level = z.enum(['site', 'district', 'owner']);

const share = {
  share: z.number().describe('1 is all of the failing; below 0 where the estimate says that it prevents failures.'),
  low: z.number().describe('Lower end of the 90 % interval.'),
  high: z.number(),
};

const ShareShape = z.strictObject(share);

const ExposureShape = z.strictObject({
  ...share,
  id: z.string(),
  says: z.string(),
  cause,
  level: level.optional(),
  unit: z.string().optional(),
  exposed: z.number().min(0).max(1).describe('Part of all marks that stood under it.'),
  oddsRatio: z
    .strictObject({ value: z.number(), low: z.number(), high: z.number() })
    .optional()
    .describe('How many times the odds of failing are with it, per unit where it has one.'),
});

const BasisShape = z.strictObject({
  marks: count,
  failures: count,
  contacts: count,
  people: count,
  sites: count,
  standards: count,
  firstDay: z.string().optional(),
  lastDay: z.string().optional(),
});

const WarningShape = z.strictObject({
  kind: z.enum([
    'no-movers',
    'separation',
    'collinear',
    'too-few-sites',
    'control',
    'sampled',
    'no-record',
    'rare',
    'marker',
    'fit',
    'days-ahead',
  ]),
  about: z.array(z.string()),
  says: z.string(),
});

const FoundShape = z.strictObject({
  kind: z.literal('shares'),
  basis: BasisShape,
  causes: z
    .array(
      z.strictObject({
        ...share,
        cause,
        claimed: z.boolean().describe('The lower end is over 5 %.'),
        exposures: z
          .array(ExposureShape)
          .describe('They add up to the cause. Empty: the cause could not be asked, and its 0 is no answer.'),
      }),
    )
    .describe('Largest first.'),
  excuses: ShareShape.describe('All excuses together, at their averages.'),
  eachExcuse: z
    .array(z.strictObject({ ...share, id: z.string(), says: z.string(), control: z.boolean() }))
    .describe('Each alone; these do not add up. Controls can explain nothing.'),
  excusesNotTold: z
    .array(z.strictObject({ id: z.string(), says: z.string(), control: z.boolean() }))
    .optional()
    .describe('Excuses on record that could not be asked, so that they have no share.'),
  unexplained: ShareShape.describe('1 less the five causes and the excuses.'),
  managementByLevel: z.array(z.strictObject({ ...share, level })).describe("They add up to management's share."),
  warnings: z.array(WarningShape),
});

const NothingShape = z.strictObject({
  kind: z.literal('nothing'),
  basis: BasisShape,
  why: z.enum(['no-marks', 'no-failures', 'all-failures', 'too-few', 'no-record']),
  warnings: z.array(WarningShape),
});

const CausesReportShape = z.discriminatedUnion('kind', [FoundShape, NothingShape]);

export const CausesShape = z
  .strictObject({
    madeAt: z.iso.datetime(),
    told: z.array(z.string()).describe('The answer in sentences, the most important first.'),
    report: CausesReportShape,
  })
  .openapi('Causes');

export const CausesLineShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('reading'), contacts: count }),
    z.strictObject({ kind: z.literal('comparing'), marks: count }),
    z.strictObject({ kind: z.literal('too-many'), marks: count }),
    z.strictObject({ kind: z.literal('done'), causes: CausesShape }),
  ])
  .openapi('CausesLine');

export type Causes = z.infer<typeof CausesShape>;
