// A run of a procedure on the wire.
import { z } from '@hono/zod-openapi';
import { procedureSorts } from '../procedure.core.ts';
import { StepShape } from '../procedures.shape.ts';
import { stepWords } from './run.core.ts';

export const BeginRunShape = z
  .object({ site: z.string().max(200).optional().describe('Where; one’s own where there is only one.') })
  .openapi('BeginRun');

export const StepSaidShape = z
  .object({
    what: z.enum(stepWords).describe('open takes a tick or a skip back; unclear leaves it as it stands.'),
    why: z.string().max(500).optional().describe('Why it is skipped, or what is not clear.'),
  })
  .openapi('StepSaid');

export const RunShape = z
  .object({
    id: z.string(),
    procedure: z.string(),
    version: z.string(),
    title: z.string(),
    sort: z.enum(procedureSorts).optional(),
    trigger: z.string().optional(),
    beganAt: z.string(),
    endedAt: z.string().optional(),
    site: z.object({ id: z.string(), name: z.string() }).optional(),
    own: z.boolean().describe('False: somebody else’s, to be looked at.'),
    steps: z.array(
      StepShape.extend({
        state: z.enum(['open', 'done', 'skipped']),
        why: z.string().optional(),
        unclear: z.boolean(),
      }),
    ),
  })
  .openapi('ProcedureRun');

export const RunsShape = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        person: z.object({ id: z.string(), name: z.string() }).optional(),
        site: z.object({ id: z.string(), name: z.string() }).optional(),
        beganAt: z.string(),
        endedAt: z.string().optional(),
        done: z.int(),
        skipped: z.int(),
        unclear: z.int(),
      }),
    ),
  })
  .openapi('ProcedureRuns');

export type Run = z.infer<typeof RunShape>;
export type Runs = z.infer<typeof RunsShape>;
export type StepSaid = z.infer<typeof StepSaidShape>;
