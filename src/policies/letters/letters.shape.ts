// Letters on the wire.
import { z } from '@hono/zod-openapi';
import { letterAnswers, letterLevels, letterStates } from './letter.core.ts';
import { letterVerbs } from './told-letter.core.ts';

const words = z.string().max(4000);
const day = z.string();
const about = z.object({
  kind: z.enum(['policy', 'procedure']),
  document: z.string().min(1).max(200),
  part: z.string().max(200).optional().describe('A clause or a step.'),
});

export const LetterAskedShape = z
  .object({
    wrong: words.describe('What is wrong; with nothing else it is a flag, which may grow into a letter.'),
    why: words.optional().describe('Why it should change.'),
    solution: words.optional().describe('What to do instead.'),
    cites: z.array(z.string().max(100)).max(50).optional().describe('Marks of contacts that it speaks of.'),
    about: about.optional(),
    site: z.string().max(200).optional(),
  })
  .openapi('LetterAsked');
export type LetterAskedOnWire = z.infer<typeof LetterAskedShape>;

export const SentLetterShape = z.object({ id: z.string(), number: z.int() }).openapi('SentLetter');
export const HandedInShape = z
  .object({
    code: z.string().describe('Shown this once. It alone reads the replies.'),
    comesTo: z.string().describe('Who will be asked.'),
  })
  .openapi('HandedInLetter');
export const TellingShape = z
  .object({ tells: z.array(z.string()).describe('What in it would tell who wrote it.') })
  .openapi('LetterTelling');

const rule = z.object({
  days: z.int().min(1).max(60).describe('Working days for an answer.'),
  counselDays: z.int().min(1).max(30).describe('Working days of counsel’s look.'),
  signOff: z.boolean().describe('Whether an owner signs what is adopted.'),
  daysOff: z.array(z.string().max(10)).max(400).describe('Days that are no working days, besides weekends.'),
});
export const LetterRuleShape = rule.openapi('LetterRule');

const listed = z.object({
  id: z.string(),
  number: z.int(),
  headline: z.string(),
  flag: z.boolean(),
  shielded: z.boolean(),
  writer: z.string().nullable().describe('A name; null where they are shielded.'),
  mine: z.boolean(),
  site: z.object({ id: z.string(), name: z.string() }).nullable(),
  about: about.extend({ title: z.string() }).nullable(),
  sentOn: day,
  state: z.enum(letterStates),
  stateSays: z.string(),
  level: z.enum(letterLevels),
  waitsFor: z.string().nullable().describe('Who is to act now.'),
  waitsForYou: z.boolean(),
  due: day.nullable(),
  daysLeft: z.int().nullable().describe('Working days; below 0 once it has passed.'),
  overdue: z.boolean(),
  supporters: z.int().nullable().describe('Null: fewer than five, of a shielded letter.'),
  joined: z.boolean(),
  escalations: z.int(),
  movedOn: day.describe('When something last happened to it.'),
});
export type ListedLetter = z.infer<typeof listed>;

export const LettersShape = z
  .object({
    letters: z.array(listed),
    all: z.int(),
    open: z.int(),
    overdue: z.int(),
    forYou: z.int().describe('How many wait for whoever asks.'),
    rule,
  })
  .openapi('Letters');
export type LettersOnWire = z.infer<typeof LettersShape>;

const event = z.object({
  seq: z.int(),
  kind: z.string(),
  on: day,
  by: z.string().describe('A name, `the writer` or `the clock`.'),
  says: z.string(),
  level: z.enum(letterLevels).optional(),
  owner: z.string().optional(),
  due: day.optional(),
  next: z.enum(letterStates).optional(),
  answer: z.enum(letterAnswers).optional(),
  law: z.string().optional(),
  because: z.enum(['silence', 'refused', 'passed-up']).optional(),
  document: z.string().optional(),
  fix: z.string().optional(),
});
export type LetterEventOnWire = z.infer<typeof event>;

const whole = listed.extend({
  wrong: z.string(),
  why: z.string(),
  solution: z.string(),
  answer: z.enum(letterAnswers).nullable(),
  reason: z.string(),
  answeredBy: z.string().nullable(),
  objection: z.object({ law: z.string(), says: z.string() }).nullable(),
  supporterNames: z.array(z.string()),
  events: z.array(event),
  can: z.array(z.enum(letterVerbs)),
});
export const LetterShape = whole
  .extend({
    above: z.boolean().describe('Whether somebody stands above who is asked.'),
    cites: z.array(z.object({ mark: z.string(), standard: z.string() })),
  })
  .openapi('Letter');
export type LetterOnWire = z.infer<typeof LetterShape>;

export const AnswerLetterShape = z
  .object({
    answer: z.enum([...letterAnswers, 'escalated']),
    says: words.optional().describe('The reason; needed unless it is adopted whole.'),
  })
  .openapi('AnswerLetter');
export const LookShape = z
  .object({
    law: z.string().max(500).optional().describe('The law or the risk that stands against it; none: no objection.'),
    says: words.optional(),
  })
  .openapi('LookAtLetter');
export const SignShape = z.object({ signs: z.boolean(), says: words.optional() }).openapi('SignLetter');
export const SayShape = z.object({ says: words }).openapi('SayOnLetter');
export const GrowShape = z.object({ why: words, solution: words }).openapi('GrowLetter');

const code = z.string().max(100);
export const ClaimShape = z.object({ code }).openapi('LetterClaim');
export const ClaimActShape = z
  .object({
    code,
    act: z.enum(['say', 'grow', 'appeal']),
    says: words.default(''),
    why: words.default(''),
    solution: words.default(''),
  })
  .openapi('LetterClaimAct');
export const ClaimedLetterShape = z
  .object({
    wrong: z.string(),
    why: z.string(),
    solution: z.string(),
    sentOn: day,
    number: z.int().nullable().describe('Null until it comes out, the day after it was handed in.'),
    flag: z.boolean(),
    comesTo: z.string(),
    told: whole.nullable(),
    appealable: z.boolean(),
  })
  .openapi('ClaimedLetter');
export type ClaimedLetter = z.infer<typeof ClaimedLetterShape>;
