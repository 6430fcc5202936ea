// Reviews on the wire: the queue, a task's form, what was sent, the marks that may be seen.
import { z } from '@hono/zod-openapi';
import { channels } from '../standards/encounter.core.ts';
import { skipReasons } from './task.core.ts';

const count = z.int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const VerdictShape = z.enum(['met', 'failed', 'not-applicable', 'unsure']);
const evidence = z
  .object({
    turn: count,
    from: count,
    to: z.int().positive(),
    at: z.number().optional(),
  })
  .describe('A stretch of a turn: UTF-16 offsets into its text.');

/** What a task is to whoever has it. Whether somebody else reviews the same contact is nowhere said. */
const purpose = z.enum(['review', 'adjudication', 'calibration', 'dispute']);

export const TaskLineShape = z.object({
  id: z.string(),
  purpose,
  channel: z.enum(channels),
  standards: count.describe('How many are asked.'),
  due: day,
  overdue: z.boolean(),
  yours: z.boolean().describe('You have it in hand.'),
  begun: z.boolean().describe('What you have written of it is kept.'),
});

export const ReviewQueueShape = z
  .object({
    tasks: z.array(TaskLineShape).describe('What you may review, yours first, then by due date; fifty at most.'),
    waiting: count.describe('How many you may review in all.'),
    overdue: count,
    next: z.string().nullable().describe('What to open next.'),
    doneThisWeek: count.describe('Your own.'),
    others: z
      .array(
        z.object({
          member: z.string(),
          name: z.string().optional(),
          open: count,
          overdue: count,
          nextDue: day.optional(),
          doneThisWeek: count.describe('Of two who are blind to each other both count once both are in.'),
        }),
      )
      .nullable()
      .describe('Who has how much in hand; null for whoever does not look after plans.'),
    contacts: count.describe('How many contacts there are: none is an empty start.'),
    plans: count.describe('How many plans run.'),
    can: z.object({ plan: z.boolean(), takeOut: z.boolean() }),
  })
  .openapi('ReviewQueue');
export type ReviewQueue = z.infer<typeof ReviewQueueShape>;

const turn = z.object({
  speaker: z.enum(['rep', 'customer', 'other']),
  text: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
});

const SaidShape = z.object({
  standard: z.string(),
  verdict: VerdictShape,
  evidence: z.array(evidence),
  comment: z.string().optional(),
});

export const ReviewTaskShape = z
  .object({
    id: z.string(),
    purpose,
    state: z.enum(['open', 'yours', 'taken', 'done', 'ended']),
    due: day,
    heldUntil: z.string().optional().describe('Until then nobody else can take it; each save moves it on.'),
    contact: z.object({
      channel: z.enum(channels),
      heardBy: z.enum(['recogniser', 'person']).optional(),
      durationSeconds: z.number().optional(),
      turns: z.array(turn),
      answers: z.array(z.object({ question: z.string(), answer: z.string() })),
      holds: z.array(z.object({ from: z.number(), to: z.number(), kind: z.enum(['hold', 'pause']) })),
    }),
    standards: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        title: z.string(),
        says: z.string(),
        because: z.string().optional(),
        instead: z.string().optional(),
        applies: z.string().optional(),
        kind: z.enum(['standard', 'atrocity']),
        examples: z
          .object({ met: z.array(z.string()), failed: z.array(z.string()) })
          .describe('Two of each at most, as lines `rep: ...`.'),
      }),
    ),
    sides: z
      .array(
        z.object({
          standard: z.string(),
          differs: z.boolean(),
          said: z.array(
            z.object({
              side: z.enum(['A', 'B']),
              verdict: VerdictShape,
              evidence: z.array(evidence),
              comment: z.string().optional(),
            }),
          ),
        }),
      )
      .nullable()
      .describe('For an adjudication: what the two said, without names, in an order that means nothing.'),
    draft: z
      .object({
        revision: count.describe('0: nothing kept yet.'),
        seconds: count,
        marks: z.array(SaidShape.extend({ verdict: VerdictShape.nullable() })),
      })
      .nullable()
      .describe('Yours; null where it is not in your hand.'),
    after: z
      .object({
        doneAt: z.string(),
        seconds: count,
        own: z.array(SaidShape),
        machine: z
          .array(
            z.object({
              standard: z.string(),
              verdict: VerdictShape,
              marker: z.string(),
              confidence: z.number(),
              evidence: z.array(evidence),
              why: z.string().optional(),
            }),
          )
          .describe('What the machine said, never before your own is in. A standard without a line did not apply.'),
        agreed: z
          .array(z.object({ standard: z.string(), verdict: VerdictShape, by: z.enum(['one', 'two', 'adjudicated']) }))
          .describe('The agreed key, as far as there is one and as far as it may be seen.'),
      })
      .nullable()
      .describe('Once your own marks are in.'),
    can: z.object({ take: z.boolean(), mark: z.boolean(), giveBack: z.boolean(), skip: z.boolean() }),
  })
  .openapi('ReviewTask');
export type ReviewTask = z.infer<typeof ReviewTaskShape>;

export const KeepReviewShape = z
  .object({
    began: count.describe('The revision that this was written from; 0 for the first.'),
    marks: z
      .array(
        z.object({
          standard: z.string().max(200),
          verdict: VerdictShape.nullable(),
          evidence: z.array(evidence).max(10).default([]),
          comment: z.string().max(2000).optional().describe('In an adjudication: why; it is needed there.'),
        }),
      )
      .max(20),
    seconds: z.int().min(0).max(86_400).describe('Time spent on it so far.'),
    send: z.boolean().default(false).describe('It is done: every standard has a verdict.'),
  })
  .openapi('KeepReview');
export type KeepReview = z.infer<typeof KeepReviewShape>;

export const KeptReviewShape = z
  .object({
    revision: count,
    keptAt: z.string(),
    sent: z.boolean(),
    task: ReviewTaskShape.optional().describe('As it stands, where it was sent.'),
    next: z.string().nullable().optional().describe('What to open next, where it was sent.'),
  })
  .openapi('KeptReview');
export type KeptReview = z.infer<typeof KeptReviewShape>;

export const SkipReviewShape = z.object({ because: z.enum(skipReasons) }).openapi('SkipReview');

export const NextReviewShape = z
  .object({ task: z.string().nullable().describe('Now in your hand; null: nothing waits for you.') })
  .openapi('NextReview');

export const PeopleSayShape = z
  .object({
    hidden: z
      .boolean()
      .describe(
        'You review this contact yourself and are not done: nobody’s marks are shown to you, nor the machine’s.',
      ),
    says: z.array(
      z.object({
        standard: z.string(),
        verdict: VerdictShape,
        by: z.enum(['one', 'two', 'adjudicated']),
        evidence: z.array(evidence),
        at: z.string(),
        mark: z.string().describe('What whoever served disputes.'),
      }),
    ),
  })
  .openapi('PeopleSay');
export type PeopleSay = z.infer<typeof PeopleSayShape>;

export const ReviewMarksShape = z
  .object({
    marks: z.array(
      z.object({
        id: z.string(),
        task: z.string(),
        contact: z.string(),
        contactVersion: z.int().positive(),
        standard: z.string(),
        standardVersion: z.string(),
        reviewer: z.string().describe('A code that is the same in all of a reviewer’s marks, and no name.'),
        verdict: VerdictShape,
        evidence: z.array(evidence),
        comment: z.string().optional(),
        purpose: z.enum(['plan', 'targeted', 'second', 'adjudication', 'calibration', 'dispute']),
        probability: z.number().nullable(),
        at: z.string(),
      }),
    ),
  })
  .openapi('ReviewMarks');
