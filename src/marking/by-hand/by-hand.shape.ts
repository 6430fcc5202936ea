// What is entered by hand, on the wire: the form, what was filled in, and what it came to.
import { z } from '@hono/zod-openapi';
import { channels } from '../../standards/encounter.core.ts';

const verdict = z.enum(['met', 'failed', 'not-applicable', 'unsure']);
const channel = z.enum(channels);

export const FormAskShape = z.object({ channel: channel.default('visit') });

export const FormShape = z
  .object({
    questions: z.array(
      z.object({
        standard: z.string(),
        kind: z.enum(['standard', 'atrocity']),
        title: z.string(),
        says: z.string(),
        question: z.string(),
        yes: verdict.describe('What answering yes comes to.'),
        no: verdict,
      }),
    ),
    ofKept: z
      .boolean()
      .describe('false: no standard that is kept asks anything; these are of standards that could be.'),
    sites: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('ByHandForm');
export type ByHandForm = z.infer<typeof FormShape>;

export const EnterShape = z
  .object({
    channel,
    site: z.string().max(200).optional(),
    at: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'expected a day like 2026-03-02, or a time like 2026-03-02T14:05')
      .describe('By the clock of the site.'),
    said: z.string().max(200_000).default('').describe('Lines such as "Customer: ..." and "Rep: ...".'),
    answers: z
      .array(z.object({ question: z.string().min(1).max(500), answer: z.string().max(2000) }))
      .max(200)
      .default([]),
    outcome: z.enum(['won', 'lost', 'pending', 'served', 'unserved']).optional(),
  })
  .refine(({ said, answers }) => said.trim() !== '' || answers.some((one) => one.answer.trim() !== ''), {
    message: 'expected at least one answer, or some words that were said',
    path: ['answers'],
  })
  .openapi('EnterByHand');

export const EnteredShape = z
  .object({
    contact: z.string(),
    marks: z.array(z.object({ standard: z.string(), title: z.string(), verdict })).describe('What it came to.'),
  })
  .openapi('EnteredByHand');
export type EnteredByHand = z.infer<typeof EnteredShape>;
