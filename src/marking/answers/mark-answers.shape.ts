// Answers to marks, on the wire.
import { z } from '@hono/zod-openapi';

const answer = z
  .enum(['right', 'not-so'])
  .describe('`not-so`: that is not what happened; said before marks could be disputed.');

export const AnswerMarkShape = z
  .object({ answer: z.literal('right').describe('Whoever holds that it is wrong disputes it.') })
  .openapi('AnswerMark');

export const MarkAnswersShape = z
  .object({
    answers: z.array(
      z.object({
        mark: z.string(),
        answer,
        because: z.string().optional(),
        at: z.string(),
        seenAt: z.string().optional().describe('When who answers for them read it.'),
        own: z.boolean(),
      }),
    ),
  })
  .openapi('MarkAnswers');
export type MarkAnswers = z.infer<typeof MarkAnswersShape>;

export const WaitingAnswersShape = z
  .object({
    all: z.int().nonnegative(),
    items: z.array(
      z.object({
        mark: z.string(),
        contact: z.string(),
        title: z.string().describe('Of the standard.'),
        answer,
        because: z.string().optional(),
        site: z.string().optional(),
        day: z.string().optional(),
        at: z.string(),
      }),
    ),
  })
  .openapi('WaitingAnswers');
export type WaitingAnswers = z.infer<typeof WaitingAnswersShape>;
