// The first look on the wire: the overview, what to fix first, and failures a page at a time. No person is named in any.
import { z } from '@hono/zod-openapi';
import { CauseShape, PerCauseShape, StandingShape } from '../cause.shape.ts';
import { CausesShape } from '../model/causes.shape.ts';
import { FigureShape } from '../money/money.shape.ts';

const count = z.int().nonnegative();
const NamedShape = z.object({ id: z.string(), name: z.string() });
const RatedShape = z.object({ id: z.string(), met: count, failed: count });
const CostShape = z.object({ currency: z.string(), money: FigureShape }).describe('A month.');

export const ToldFailureShape = z
  .object({
    id: z.string().describe("The finding's id, or the mark's where it has none yet."),
    mark: z.string(),
    contact: z.string(),
    standard: z.object({
      id: z.string(),
      kind: z.enum(['standard', 'atrocity']),
      title: z.string(),
      says: z.string(),
      instead: z.string().optional(),
    }),
    channel: z.string(),
    site: NamedShape.nullable(),
    day: z.string().nullable(),
    quote: z
      .object({
        before: z.string(),
        words: z
          .string()
          .describe('Empty where it was missed by what was not said: what was said in its place is around.'),
        after: z.string(),
        speaker: z.enum(['rep', 'customer', 'other']),
        kind: z
          .enum(['said', 'answer', 'ended', 'instead', 'unanswered'])
          .optional()
          .describe(
            'said: the words show it. answer: what was said to a call for what was left unsaid. ended: how it ended, and it had not come. instead: what was said where it belonged. unanswered: the call, to which nothing was said.',
          ),
        to: z.string().optional().describe('What the words are said to, in the customer’s own.'),
      })
      .nullable()
      .describe('With what stands around it in the same turn.'),
    leading: z.array(CauseShape),
    standing: StandingShape.nullable(),
  })
  .openapi('ToldFailure');

export const FirstFixShape = z
  .object({
    id: z.string().describe('Propose a fix with it.'),
    standard: z.string(),
    title: z.string(),
    site: z.string().nullable(),
    siteName: z.string().optional(),
    cause: CauseShape,
    detail: z.string(),
    failures: count,
    expected: z.number().nonnegative(),
    standing: StandingShape,
    sentence: z.string(),
    fix: z.string(),
    costs: CostShape.optional(),
    example: ToldFailureShape.nullable(),
  })
  .openapi('FirstFix');

export const OverviewShape = z
  .object({
    organisation: z.object({ name: z.string(), customer: z.string() }),
    contacts: count,
    marks: count,
    failures: count,
    causes: CausesShape.nullable(),
    costs: CostShape.nullable(),
    speaksOf: z
      .object({
        standard: z.string(),
        title: z.string(),
        says: z.string(),
        failing: z.string().optional(),
        instead: z.string().optional(),
        met: count,
        failed: count,
        example: ToldFailureShape.nullable(),
      })
      .nullable()
      .describe('The one standard to speak of first.'),
    sites: z.array(
      RatedShape.extend({
        name: z.string(),
        expected: PerCauseShape.nullable().describe('Null where nothing on record points anywhere.'),
        led: CauseShape.nullish().describe('What most of its failures lead to; null where no cause leads.'),
        months: z.array(RatedShape),
      }),
    ),
    months: z.array(RatedShape),
    fixes: z.array(FirstFixShape),
  })
  .openapi('Overview');

export const FailuresQueryShape = z.object({
  cause: CauseShape.optional().describe('The leading one.'),
  standard: z.string().max(200).optional(),
  site: z.string().max(200).optional(),
});

export type Overview = z.infer<typeof OverviewShape>;
export type FirstFix = z.infer<typeof FirstFixShape>;
export type ToldFailure = z.infer<typeof ToldFailureShape>;
