// Coaching notes on the wire.
import { z } from '@hono/zod-openapi';
import { coachingStates, mostWords } from './coaching.core.ts';

const words = z.string().trim().max(mostWords);
const named = z.object({ id: z.string(), name: z.string() });
const said = z.array(z.object({ speaker: z.enum(['rep', 'customer', 'other']), text: z.string() }));

const ExampleShape = z.object({
  from: z.enum(['own', 'pack']).describe('Of the organisation’s own contacts, or of the set of standards.'),
  mark: z
    .string()
    .nullable()
    .describe('What POST /v1/coaching takes as `example`; null for that of the set of standards.'),
  turns: said.describe('Without a name, a place or a day.'),
});

const StandardToldShape = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  because: z.string().optional(),
  instead: z.string().optional(),
});

const moment = {
  contact: z.string(),
  mark: z.string(),
  verdict: z.enum(['met', 'failed']),
  quotes: said.describe(
    'The words that the mark rests on, with the turns around them; none where something was never said.',
  ),
  standard: StandardToldShape,
  followed: z
    .object({
      kind: z.enum(['policy', 'procedure', 'word']),
      part: z.string().optional().describe('The clause or the step.'),
      inPart: z.boolean().describe('It was a part of why it was missed.'),
    })
    .optional()
    .describe('Whoever served followed this instruction then, as was found after they disputed the mark.'),
};

export const CoachingDraftShape = z
  .object({
    ...moment,
    person: named.nullable().describe('null for who may not see whose contact it was.'),
    example: ExampleShape.nullable(),
    another: z.string().nullable().describe('The mark of the next example, for `?example=`.'),
    before: z.int().nonnegative().describe('Notes already given about this mark.'),
  })
  .openapi('CoachingDraft');
export type CoachingDraft = z.infer<typeof CoachingDraftShape>;

export const GiveCoachingShape = z
  .object({
    mark: z.string().max(200),
    says: words.min(1).describe('What the coach says of it.'),
    try: words.default('').describe('What to try next time.'),
    example: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .describe('A mark of the draft; null for that of the set of standards.'),
    followUp: z.iso.date().optional().describe('When the coach looks again.'),
  })
  .openapi('GiveCoaching');

export const CoachingNoteShape = z
  .object({
    ...moment,
    id: z.string(),
    person: named.nullable(),
    by: named,
    own: z.boolean().describe('It is to whoever asks.'),
    mine: z.boolean().describe('Whoever asks gave it.'),
    says: z.string(),
    try: z.string(),
    example: ExampleShape.nullable(),
    followUp: z.iso.date().optional(),
    followUpDue: z.boolean(),
    givenAt: z.iso.datetime(),
    state: z.enum(coachingStates),
    events: z.array(
      z.object({
        kind: z.enum(['read', 'acknowledged', 'withdrawn', 'looked']),
        says: z.string(),
        at: z.iso.datetime(),
        byPerson: z.boolean().describe('By whom the note is to.'),
      }),
    ),
    overturned: z
      .enum(['met', 'failed', 'not-applicable', 'unsure', 'struck'])
      .optional()
      .describe('What stands now, where the mark no longer does; `struck`: after a dispute.'),
    may: z.object({ acknowledge: z.boolean(), withdraw: z.boolean(), look: z.boolean() }),
  })
  .openapi('CoachingNote');
export type CoachingNoteTold = z.infer<typeof CoachingNoteShape>;

export const CoachingNotesShape = z.object({ notes: z.array(CoachingNoteShape) }).openapi('CoachingNotes');
export type CoachingNotes = z.infer<typeof CoachingNotesShape>;

export const CoachingReplyShape = z
  .object({ says: words.min(1).describe('In one’s own words.') })
  .openapi('CoachingReply');
