// Procedures on the wire: those that a search finds, one whole, and what was searched for in vain.
import { z } from '@hono/zod-openapi';
import { procedureSorts } from './procedure.core.ts';

const count = z.int().nonnegative();
const day = z.iso.date();

export const ListedProcedureShape = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    sort: z.enum(procedureSorts).optional(),
    trigger: z.string().optional(),
    task: z.string().optional(),
    from: day,
    steps: count,
  })
  .openapi('ListedProcedure');

export const ProceduresShape = z
  .object({
    items: z.array(ListedProcedureShape),
    all: count.describe('How many there are in all that fit.'),
    nearly: z.boolean().describe('Nothing fitted as it was written; these fit but for a letter.'),
    suspended: z
      .array(z.object({ id: z.string(), title: z.string(), since: day }))
      .describe('That fit and may not be run: nobody said by their review why they still stand.'),
  })
  .openapi('Procedures');

export const StepShape = z.object({
  id: z.string(),
  text: z.string(),
  serves: z.array(z.string()),
  obstructs: z.array(z.string()),
  actor: z.string().optional(),
  say: z.string().optional().describe('Words to use.'),
  limit: z.string().optional().describe('How far one may go without asking.'),
  goesWrong: z.string().optional().describe('What can go wrong, and what to do then.'),
});

const AdviceShape = z.object({
  part: z.string(),
  kind: z.string(),
  from: count,
  to: count,
  words: z.string(),
  instead: z.string(),
});

export const ConfusionShape = z.object({
  runs: count,
  ended: count,
  notUnderstood: count.describe('Readers who answered that they don’t understand this version.'),
  steps: z.array(
    z.object({
      step: z.string(),
      unclear: count,
      skipped: count,
      notUnderstood: count.describe('Readers whose last word on it is that they don’t understand it.'),
      checkWrong: count.describe('Wrong answers to the check question about it.'),
      why: z.array(z.string()).describe('In their words.'),
    }),
  ),
  searches: z
    .array(z.object({ words: z.string(), times: count }))
    .describe('Searches that found nothing and share a word with its title or trigger.'),
});

export const ProcedureShape = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    owner: z.object({ id: z.string(), name: z.string() }).optional(),
    sort: z.enum(procedureSorts).optional(),
    trigger: z.string().optional(),
    task: z.string().optional(),
    from: day,
    to: day.optional(),
    reviewDue: day.optional(),
    holds: z.boolean().describe('It is in force today.'),
    suspendedSince: day
      .optional()
      .describe('Nobody said by its review why it still stands: suspended pending decision.'),
    steps: z.array(StepShape),
    openRun: z.string().optional().describe('One’s own run of it that is not ended.'),
    advice: z.array(AdviceShape).nullable().describe('What would make it plainer; for those who look after it.'),
    confusion: ConfusionShape.nullable(),
  })
  .openapi('Procedure');

export const MissedSearchShape = z
  .object({ words: z.string().min(1).max(200).describe('As it was searched for.') })
  .openapi('MissedSearch');

export const MissKeptShape = z
  .object({ kept: z.boolean().describe('False: something does fit, so nothing was missed.') })
  .openapi('MissKept');

export const MissesShape = z
  .object({
    items: z.array(
      z.object({
        words: z.string(),
        times: count,
        last: day,
        roles: z.array(z.string()),
        sites: z.array(z.string()).describe('Names.'),
        found: z.boolean().describe('By now a procedure fits.'),
      }),
    ),
  })
  .openapi('Misses');

export type ListedProcedure = z.infer<typeof ListedProcedureShape>;
export type Procedures = z.infer<typeof ProceduresShape>;
export type Procedure = z.infer<typeof ProcedureShape>;
export type Confusion = z.infer<typeof ConfusionShape>;
export type Misses = z.infer<typeof MissesShape>;
