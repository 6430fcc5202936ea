// Sampling plans on the wire.
import { z } from '@hono/zod-openapi';
import { channels } from '../standards/encounter.core.ts';
import { reviewTargets, usualWaitForSecond } from './plan.core.ts';

const count = z.int().nonnegative();
const named = z.object({ id: z.string(), name: z.string() });
const channel = z.enum(channels);

export const PlanSaidShape = z
  .object({
    name: z.string().trim().min(1).max(120),
    standards: z.array(z.string().max(200)).min(1).max(10).describe('Ten at most: a contact takes under two minutes.'),
    sites: z.array(z.string().max(200)).max(2000).default([]).describe('None: all that you answer for.'),
    channels: z.array(channel).default([]).describe('None: all.'),
    fromDay: z.iso.date().describe('Contacts of earlier days are left alone.'),
    aWeek: z.int().min(0).max(5000).describe('How many contacts are drawn a week.'),
    atRandom: z
      .number()
      .min(0.1)
      .max(1)
      .default(0.5)
      .describe('The part drawn evenly; the rest where the machine is least sure.'),
    seenByTwo: z.number().min(0).max(1).default(0.1).describe('The share that two people see.'),
    dueInDays: z.int().min(1).max(365).default(7),
    reviewers: z.array(z.string().max(200)).max(200).default([]).describe('Members by id. None: whoever may review.'),
    targets: z.array(z.enum(reviewTargets)).default([]),
    targetedAWeek: z
      .int()
      .min(0)
      .max(1000)
      .default(0)
      .describe('How many a week are put there on purpose; they enter no rate.'),
    waitForSecondDays: z
      .int()
      .min(0)
      .max(365)
      .default(usualWaitForSecond)
      .describe(
        'Days after a review was due until a contact that two should see closes with the one review that is in.',
      ),
  })
  .openapi('ReviewPlanSaid');

const StratumShape = z.object({
  standard: z.string(),
  stratum: z.string().describe('The machine’s verdict and how sure it was, and the site or `*`.'),
  size: count,
  drawn: count,
});

export const DrawShape = z
  .object({
    id: z.string(),
    plan: z.string(),
    drawnAt: z.string(),
    week: z.string(),
    frame: count.describe('How many could have been drawn.'),
    asked: count.describe('How many were left of the week.'),
    drawn: count,
    targeted: count,
    seed: z.string(),
    frameDigest: z.string().describe('SHA-256 of the frame: who has it and the seed draws the same again.'),
    atRandom: count,
    strata: z.array(StratumShape),
  })
  .openapi('ReviewDraw');

export const DrawnShape = z
  .object({
    draw: DrawShape.nullable().describe('Null: nothing was drawn.'),
    says: z.string().describe('What came of it, as a sentence.'),
  })
  .openapi('ReviewDrawn');

export const DrawsShape = z.object({ draws: z.array(DrawShape) }).openapi('ReviewDraws');

export const CheckedDrawShape = z.object({ same: z.boolean(), says: z.string() }).openapi('CheckedReviewDraw');

export const PlanShape = PlanSaidShape.extend({
  id: z.string(),
  running: z.boolean(),
  madeAt: z.string(),
  endedAt: z.string().optional(),
  drawn: count.describe('Contacts drawn so far.'),
  done: count.describe('Of these, reviewed; where two review, once both are in.'),
  open: count,
  overdue: count,
  targeted: count,
  closedWithOne: count.describe(
    'Of those that two should have seen: how many closed with one review, since no second came.',
  ),
  leftThisWeek: count,
  lastDrawnAt: z.string().optional(),
  can: z.object({ change: z.boolean() }),
}).openapi('ReviewPlan');

export const PlansShape = z
  .object({
    plans: z.array(PlanShape),
    choices: z
      .object({
        standards: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            kind: z.enum(['standard', 'atrocity']),
            channels: z.array(channel),
          }),
        ),
        sites: z.array(named),
        reviewers: z.array(named),
        channels: z.array(channel),
        contacts: count,
      })
      .nullable()
      .describe('Null for whoever may make no plan.'),
    can: z.object({ make: z.boolean() }),
  })
  .openapi('ReviewPlans');
export type ReviewPlans = z.infer<typeof PlansShape>;
