// Steps that need a second approver, on the wire.
import { z } from '@hono/zod-openapi';
import { adverseActs } from './adverse-step.core.ts';

const words = z.string().max(1000).default('');

export const AskForStepShape = z
  .object({ person: z.string().min(1).max(200), act: z.enum(adverseActs), on: z.string().max(10), says: words })
  .openapi('AskForAdverseStep');
export const AnswerStepShape = z.object({ agreed: z.boolean(), says: words }).openapi('AnswerAdverseStep');

export const AdverseStepsShape = z
  .object({
    steps: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        personName: z.string(),
        act: z.enum(adverseActs),
        on: z.string(),
        says: z.string(),
        askedAt: z.string(),
        mine: z.boolean(),
        mayAgree: z.boolean(),
        answer: z.object({ agreed: z.boolean(), at: z.string(), says: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('AdverseSteps');
export type AdverseStepsOnWire = z.infer<typeof AdverseStepsShape>;
