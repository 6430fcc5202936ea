// Job descriptions on the wire.
import { z } from '@hono/zod-openapi';
import { verdicts } from './job-description.core.ts';

const words = z.string().max(2000);
const id = z.string().min(1).max(60);

export const WrittenDutyShape = z
  .object({
    id,
    task: z.string().max(200).describe('What is done, in a few words.'),
    trigger: words.describe('What makes one take it up.'),
    standard: words.describe('How well is well.'),
    method: words,
    tools: words,
    authority: words.describe('How far one may go alone.'),
    outcome: words.describe('What the customer has of it.'),
    standards: z.array(z.string().max(200)).max(30).describe('Ids of standards that doing it well keeps.'),
  })
  .openapi('WrittenDuty');

export const WrittenShape = z.object({
  duties: z.array(WrittenDutyShape).max(60),
  daily: z.string().max(8000).describe('A usual day.'),
  suggestions: z.array(words).max(30),
});

export const SaveJobDescriptionShape = z
  .object({
    revision: z.int().min(0).describe('Of what was read; 0 where none was begun.'),
    written: WrittenShape,
  })
  .openapi('SaveJobDescription');

export const EvaluationShape = z
  .object({
    thanks: words,
    lines: z
      .array(z.object({ duty: id, verdict: z.enum(verdicts), reason: words, amended: WrittenDutyShape.optional() }))
      .max(60),
    added: z.array(z.object({ duty: WrittenDutyShape, reason: words })).max(30),
  })
  .openapi('JobEvaluation');

const named = z.object({ id: z.string(), name: z.string() });

export const JobDescriptionShape = z
  .object({
    id: z.string(),
    person: named,
    nth: z.int(),
    role: z.string(),
    site: named.optional(),
    supervisor: named.optional(),
    state: z.enum(['being-written', 'sent', 'evaluated']),
    overdue: z.boolean().describe('The clock has run out and nobody has answered.'),
    revision: z.int(),
    written: WrittenShape,
    sentOn: z.iso.date().optional(),
    dueOn: z.iso.date().optional(),
    evaluatedOn: z.iso.date().optional(),
    evaluation: EvaluationShape.optional(),
    agreed: z.array(WrittenDutyShape).describe('What both agreed on, once it was evaluated.'),
    mayEvaluate: z.boolean(),
    supervisorAnswers: z.boolean().describe('The supervisor is asked, and until its day nobody else.'),
    drift: z.object({
      never: z.array(z.string()).describe('Ids of duties that came up in none of their contacts of the last quarter.'),
      unwritten: z.array(z.object({ standard: z.string(), title: z.string(), contacts: z.int() })),
    }),
  })
  .openapi('JobDescription');

export const OwnJobDescriptionsShape = z
  .object({
    person: named,
    role: z.string(),
    supervisor: named.optional(),
    items: z.array(JobDescriptionShape).describe('The newest first.'),
    roleDuties: z
      .array(z.object({ task: z.string(), standards: z.array(z.string()) }))
      .describe('What the record says of the role.'),
    standards: z.array(z.object({ id: z.string(), title: z.string() })).describe('Those that are kept.'),
  })
  .openapi('OwnJobDescriptions');

export const JobDescriptionsShape = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        person: named,
        role: z.string(),
        state: z.enum(['sent', 'evaluated']),
        overdue: z.boolean(),
        yours: z.boolean().describe('It waits for whoever asks.'),
        duties: z.int(),
        sentOn: z.iso.date(),
        dueOn: z.iso.date(),
        evaluatedOn: z.iso.date().optional(),
      }),
    ),
  })
  .openapi('JobDescriptions');

export type JobDescription = z.infer<typeof JobDescriptionShape>;
export type OwnJobDescriptions = z.infer<typeof OwnJobDescriptionsShape>;
export type JobDescriptions = z.infer<typeof JobDescriptionsShape>;
export type SaveJobDescription = z.infer<typeof SaveJobDescriptionShape>;
export type JobEvaluation = z.infer<typeof EvaluationShape>;
