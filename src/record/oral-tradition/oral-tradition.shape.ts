// The Dark Ages and the base on the wire.
import { z } from '@hono/zod-openapi';
import { unwrittenKinds } from './oral-tradition.core.ts';

const count = z.int().nonnegative();

export const UnwrittenShape = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(unwrittenKinds),
        about: z.string(),
        times: count,
        seen: z.string(),
        draft: z.object({ title: z.string(), trigger: z.string().optional(), task: z.string().optional() }),
        contacts: z.string().optional().describe('Words by which GET /v1/contacts finds where it was seen.'),
      }),
    ),
  })
  .openapi('Unwritten');

export const BaseShape = z
  .object({
    items: z.array(
      z.object({
        role: z.string(),
        task: z.string(),
        people: count.describe('Who has the role today.'),
        procedure: z.object({ id: z.string(), title: z.string() }).nullable(),
        steps: count,
        stepsWithStandard: count,
        trained: count.describe('Of these people, who holds a certificate for the task today.'),
        standards: count.describe('Standards that the duty or its procedure names.'),
        observed: count.describe(
          'Times in the last quarter that a manager watched or helped with one of these standards.',
        ),
        runs: count.describe('Times in the last quarter that the procedure was run as a checklist.'),
        questions: count.describe('Check questions that readers of the procedure are asked.'),
        gaps: z.array(z.enum(['procedure', 'training', 'standards', 'observations', 'questions'])),
      }),
    ),
  })
  .openapi('Base');

export type UnwrittenList = z.infer<typeof UnwrittenShape>;
export type Base = z.infer<typeof BaseShape>;
