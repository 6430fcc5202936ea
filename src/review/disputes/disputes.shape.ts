// Disputes on the wire. None says whose it is.
import { z } from '@hono/zod-openapi';
import { disputeAnswers, disputeGrounds, disputeLevels, disputeStates, instructionKinds } from './dispute.core.ts';

const words = z.string().max(2000);
const day = z.string();
const moment = z.string();
const count = z.int().nonnegative();
const named = z.object({ id: z.string(), name: z.string() });

const instruction = z.object({
  kind: z.enum(instructionKinds).describe('A clause of a policy, a step of a procedure, or somebody’s word.'),
  document: z.string().max(200).optional(),
  part: z.string().max(200).optional().describe('The clause or the step.'),
  saidBy: z.string().max(200).optional().describe('Whose word it was: a person of the record, where they are on it.'),
  on: z.string().max(10).optional().describe('The day on which it was said.'),
});

export const DisputeAskedShape = z
  .object({
    ground: z.enum(disputeGrounds),
    says: words.describe('What is wrong with the mark, in one’s own words.'),
    instruction: instruction.optional().describe('Needed for the ground `instruction`.'),
  })
  .openapi('DisputeAsked');
export type DisputeAskedOnWire = z.infer<typeof DisputeAskedShape>;

export const OpenedDisputeShape = z.object({ id: z.string() }).openapi('OpenedDispute');

export const AnswerDisputeShape = z
  .object({
    answer: z.enum(disputeAnswers),
    says: words.describe('The reason.'),
    rightPerson: z
      .string()
      .max(200)
      .optional()
      .describe('Who served, where it was somebody else; left out: it isn’t known.'),
  })
  .openapi('AnswerDispute');

export const AnsweredDisputeShape = z
  .object({
    effect: z
      .enum(['struck', 'not-theirs', 'instruction', 'none'])
      .describe('What it does to the mark. Anything but `none` has causes found anew.'),
  })
  .openapi('AnsweredDispute');
export type AnsweredDispute = z.infer<typeof AnsweredDisputeShape>;

export const SecondRoundShape = z.object({ says: words.default('') }).openapi('SecondRound');

const rule = z.object({
  days: z.int().min(1).max(30).describe('Working days for an answer, in each round.'),
  daysOff: z
    .array(z.string().max(10))
    .max(400)
    .describe('Days that are no working days, besides weekends; set with the clock of letters.'),
});
export const DisputeRuleShape = rule.openapi('DisputeRule');
export const DisputeRuleAskedShape = rule.pick({ days: true }).openapi('DisputeRuleAsked');

const listed = z.object({
  id: z.string(),
  mark: z.string(),
  contact: z.string(),
  standard: z.object({ id: z.string(), title: z.string() }),
  site: named.nullable(),
  day: day.nullable().describe('Of the contact.'),
  channel: z.string().nullable(),
  mine: z.boolean(),
  ground: z.enum(disputeGrounds),
  groundSays: z.string(),
  openedAt: moment,
  round: z.union([z.literal(1), z.literal(2)]),
  state: z.enum(disputeStates),
  stateSays: z.string(),
  answer: z.enum(disputeAnswers).nullable().describe('The one that holds.'),
  waitsFor: z.string().nullable().describe('Who is asked now.'),
  waitsForYou: z.boolean(),
  mayAnswer: z.boolean().describe('Whoever reads may answer it, asked or not.'),
  due: day.nullable(),
  daysLeft: z.int().nullable().describe('Working days; below 0 once it has passed.'),
  late: z.boolean(),
  escalations: count,
  movedAt: moment,
});
export type ListedDispute = z.infer<typeof listed>;

export const DisputesShape = z
  .object({
    disputes: z.array(listed),
    all: count,
    open: count,
    late: count,
    forYou: count.describe('How many wait for whoever asks.'),
    rule,
    setsRule: z.boolean(),
    serves: z.boolean().describe('Whoever asks is a person of the record, whose marks may be disputed.'),
  })
  .openapi('Disputes');
export type DisputesOnWire = z.infer<typeof DisputesShape>;

const event = z.object({
  seq: count,
  kind: z.string(),
  at: moment,
  by: z.string().describe('A name, `who served`, or `the clock`.'),
  says: z.string(),
  round: z.union([z.literal(1), z.literal(2)]),
  level: z.enum(disputeLevels).optional(),
  asked: z.string().optional(),
  due: day.optional(),
  answer: z.enum(disputeAnswers).optional(),
});

export const DisputeShape = listed
  .extend({
    says: z.string(),
    instruction: instruction.extend({ version: z.string().optional(), saidByName: z.string().optional() }).nullable(),
    marker: z.string(),
    searched: z.object({ fromTurn: count, toTurn: count }).nullable(),
    standardSays: z.string(),
    instead: z.string().nullable(),
    quotes: z.array(z.object({ turn: count, from: count, to: count, quote: z.string() })),
    turns: z
      .array(z.object({ speaker: z.string(), text: z.string() }))
      .nullable()
      .describe('Null where whoever reads sees the contact no more.'),
    effect: z.enum(['struck', 'not-theirs', 'instruction', 'none']).describe('Of the answer that holds.'),
    answers: z.array(
      z.object({
        round: z.union([z.literal(1), z.literal(2)]),
        answer: z.enum(disputeAnswers),
        answerSays: z.string(),
        says: z.string(),
        by: z.string(),
        at: moment,
      }),
    ),
    events: z.array(event),
    can: z.array(z.enum(['answer', 'second-round', 'withdraw'])),
  })
  .openapi('Dispute');
export type DisputeOnWire = z.infer<typeof DisputeShape>;

export const DisputeNumbersShape = z
  .object({
    rows: z.array(
      z.object({
        standard: z.object({ id: z.string(), title: z.string() }),
        marker: z.string().describe('What made the marks.'),
        reviewer: z.string().nullable().describe('Who made them, or said the same: a name, or `you`.'),
        disputed: count,
        upheld: count,
        inPart: count,
        notUpheld: count,
        open: count,
      }),
    ),
  })
  .openapi('DisputeNumbers');
export type DisputeNumbersOnWire = z.infer<typeof DisputeNumbersShape>;

export const OfContactShape = z
  .object({
    disputes: z.array(
      z.object({
        id: z.string(),
        mark: z.string(),
        standard: z.string(),
        mine: z.boolean(),
        state: z.enum(disputeStates),
        stateSays: z.string(),
        effect: z.enum(['struck', 'not-theirs', 'instruction', 'none']),
        answer: z.enum(disputeAnswers).nullable(),
        reason: z.string().nullable().describe('Of the answer that holds.'),
        on: day.nullable().describe('The day of that answer.'),
      }),
    ),
  })
  .openapi('DisputesOfContact');
export type DisputesOfContact = z.infer<typeof OfContactShape>;
