// Jobs and what is told while they run, on the wire.
import { z } from '@hono/zod-openapi';
import { jobStates } from './job.core.ts';

const count = z.int().nonnegative();

/** What may be asked for; `all` is everything from marking to the forecast. */
export const worksAsked = [
  'marking',
  'diagnosis',
  'causes',
  'money',
  'forecast',
  'all',
  'import',
  'search',
  'retention',
  'markers',
] as const;

/** What the work itself writes down on its way, beside what it was given. */
const keptByWork = ['importId', 'at', 'came', 'finished'];

export const AskJobShape = z.object({
  work: z.enum(worksAsked),
  input: z
    .record(z.string().max(60), z.string().max(200_000))
    .refine(
      (input) => !keptByWork.some((key) => Object.hasOwn(input, key)),
      `the work writes ${keptByWork.join(', ')} down by itself: leave them out`,
    )
    .default({})
    .describe(
      'For `import`: `upload` (its id), `name` (of the file), and what PUT /v1/imports/{id}/files takes; of several files `files`, a JSON list of these, where `shops` of one says how a table of past mystery shops is read, as POST /v1/imports/{id}/shops takes it. `afterwards`: `all` has everything worked out afterwards.',
    ),
});

export const JobShape = z
  .object({
    id: z.string(),
    work: z.string(),
    state: z.enum(jobStates),
    askedAt: z.iso.datetime(),
    begunAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
    nextTryAt: z.iso.datetime().optional().describe('Where it failed and is tried again.'),
    tries: count,
    done: count,
    of: count.optional(),
    says: z.string().optional(),
    problem: z.object({ type: z.string(), detail: z.string() }).optional(),
    came: z
      .object({ contacts: count, versions: count, alreadyHere: count, rejects: count })
      .optional()
      .describe('Of an import: what came of the files read so far.'),
    import: z.string().optional().describe('The import that it brings: GET /v1/imports/{id}/rejects.'),
  })
  .openapi('Job');

export const UploadShape = z.object({ id: z.string(), bytes: count });

export type JobOnWire = z.infer<typeof JobShape>;
export type WorkAsked = (typeof worksAsked)[number];
