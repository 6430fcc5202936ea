// Agreement on the wire.
import { z } from '@hono/zod-openapi';
import { VerdictShape } from '../reviews.shape.ts';

const count = z.int().nonnegative();
const unit = z.number().min(0).max(1);
const IntervalShape = z.object({ low: z.number(), high: z.number() });
const figure = z.number().nullable();

export const AgreementRuleShape = z
  .object({
    floor: z.number().gt(0).lt(1).describe('Krippendorff’s alpha that people should reach.'),
    doubles: z.int().min(10).max(1000).describe('Double reviews from which on anything is said.'),
  })
  .openapi('AgreementRule');

const found = {
  alpha: figure.describe('Krippendorff’s alpha: 1 all alike, 0 as by chance; null where one answer was ever given.'),
  alphaInterval: IntervalShape.nullable().describe('95 %; null with too few double reviews.'),
  ac1: figure.describe('Gwet’s AC1: less moved by how rare an answer is.'),
  same: unit.nullable().describe('Share of pairs that said the same.'),
};

const machine = z.object({
  ...found,
  marker: z.enum(['cue', 'learned', 'model', 'reviewer', 'shopper']),
  contacts: count,
  drawn: z.boolean(),
  kappa: figure,
});

const StandardAgreementShape = z.object({
  ...found,
  ac1Interval: IntervalShape.nullable(),
  standard: z.string(),
  title: z.string(),
  kind: z.enum(['standard', 'atrocity']),
  units: count.describe('Double reviews.'),
  contacts: count,
  reviewers: count,
  drawn: z.boolean().describe('From drawn contacts alone, each weighed by its chance; else from all, chosen ones too.'),
  prevalence: unit.nullable().describe('Share failed, of what was said met or failed.'),
  shares: z.array(unit).describe('How often each was said: met, failed, not applicable, unsure.'),
  standing: z.enum(['too-few', 'all-alike', 'reword-or-split', 'holds', 'open']),
  olderWording: count.describe('Double reviews made while it said something else; they count no more.'),
  needed: count.describe('More double reviews until anything is said.'),
  differing: z.array(z.object({ one: VerdictShape, other: VerdictShape, times: count })),
  told: z.array(z.string()),
  differs: z.string().nullable(),
  machine: z.array(machine),
});

const ReviewerShape = z.object({
  ...found,
  member: z.string(),
  name: z.string().optional(),
  you: z.boolean(),
  marks: count,
  doubles: count,
  disputed: count,
  overturned: count.describe('Of those disputed, wholly or in part.'),
  strictness: z
    .object({
      marks: count,
      contacts: count,
      own: unit,
      others: unit,
      by: z.number(),
      low: z.number(),
      high: z.number(),
      drawn: z.object({ by: z.number(), low: z.number(), high: z.number() }),
    })
    .nullable(),
});

export const AgreementShape = z
  .object({
    rule: AgreementRuleShape,
    reviews: count.describe('People’s marks that may be seen.'),
    doubles: count.describe('Of one standard in one contact by two people or more, blind.'),
    standards: z.array(StandardAgreementShape),
    outcomes: z
      .array(
        z.object({
          calibration: z.string(),
          name: z.string(),
          decision: z.enum(['keep', 'reword', 'split']),
          note: z.string(),
          on: z.string(),
        }),
      )
      .describe('What calibrations decided on the wording of the standard that was asked for, the newest first.'),
    reviewers: z.array(ReviewerShape).describe('Everybody for those who answer for reviewers; else your own.'),
    can: z.object({ rule: z.boolean(), seeReviewers: z.boolean(), calibrate: z.boolean() }),
  })
  .openapi('Agreement');
export type AgreementOnWire = z.infer<typeof AgreementShape>;
export type StandardAgreementOnWire = AgreementOnWire['standards'][number];
