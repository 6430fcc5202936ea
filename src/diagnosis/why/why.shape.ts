// "Why do we have it?" on the wire. No person is named.
import { z } from '@hono/zod-openapi';
import { ClauseReasonsShape } from '../../policies/reasons/clause-reasons.shape.ts';
import { FigureShape } from '../money/money.shape.ts';
import { ToldFailureShape } from '../overview/overview.shape.ts';

const count = z.int().nonnegative();

const AgainstShape = z.object({
  misses: count.describe('Missed standards that question 3 of 12 traced to it.'),
  standards: z.array(z.object({ id: z.string(), title: z.string() })),
  quotes: z.array(ToldFailureShape).describe('The clearest first; none beyond the first rows.'),
});

export const WhyShape = z
  .object({
    day: z.string(),
    asked: z.boolean().describe('Causes have been found, so contacts were asked.'),
    rows: z.array(
      z.object({
        policy: z.object({
          id: z.string(),
          version: z.string(),
          title: z.string(),
          class: z.enum(['customer-service', 'house-rules', 'exempt']),
        }),
        clause: z.object({ id: z.string(), text: z.string() }),
        here: z.enum(['against-customers', 'no-benefit-no-law', 'readers-say-no', 'not-answered']),
        state: z.enum(['said', 'of-other-words', 'none']),
        reasons: ClauseReasonsShape,
        doubt: z.enum(['no-benefit-no-law', 'not-answered']).nullable(),
        law: z.string().nullable(),
        mayAnswer: z.boolean(),
        against: AgainstShape.nullable(),
        readers: z.object({
          factorYes: count,
          factorNo: count,
          factorPartly: count,
          notUnderstood: count,
          disagree: count,
        }),
        costs: z
          .object({ currency: z.string(), money: FigureShape })
          .nullable()
          .describe('A month; null: not known, or not for whoever asks.'),
      }),
    ),
    all: count,
    clauses: z.object({ owing: count, answered: count }),
    money: z
      .enum(['counted', 'not-counted', 'not-for-you'])
      .describe('Whether what failing costs was counted from how contacts ended, and may be told.'),
    unwritten: AgainstShape.nullable().describe('Words that cite a policy, for which no clause on record was named.'),
  })
  .openapi('Why');

export type Why = z.infer<typeof WhyShape>;
