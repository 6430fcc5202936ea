// What is to be read, what was read and what readers said, on the wire.
import { z } from '@hono/zod-openapi';
import { ClauseReasonsShape } from '../../policies/reasons/clause-reasons.shape.ts';

const kind = z.enum(['policy', 'procedure']);
const id = z.string().min(1).max(200);
const count = z.int().nonnegative();
const NamedShape = z.object({ id: z.string(), name: z.string() });
const last = z.object({ version: z.string(), on: z.string() }).nullable();
const answer = z.enum(['understood', 'not-understood', 'disagree']);
const factor = z.enum(['yes', 'no', 'partly']);

export const ReadingAtShape = z.object({ kind, id });
export const ReadingVersionAtShape = z.object({ kind, id, version: id });
export const ReadingQueryShape = z.object({ version: id.optional() });

const VersionShape = z.object({
  kind,
  id: z.string(),
  version: z.string(),
  title: z.string(),
  owner: z.string().optional(),
  from: z.string(),
  to: z.string().optional(),
});

const stands = z
  .enum(['in-force', 'suspended', 'to-come', 'ended'])
  .describe('Nobody is asked to read what is suspended or has ended.');

const due = z.string().nullable().describe('The day by which somebody has to look at it again.');

export const ToReadShape = z
  .object({
    items: z.array(
      VersionShape.extend({
        state: z.enum(['new', 'changed', 'not-understood']),
        last: last.describe('The version that was read last.'),
      }),
    ),
    all: count,
  })
  .openapi('ToRead');

const QuestionShape = z.object({ id: z.string(), part: z.string(), asks: z.string(), choices: z.array(z.string()) });

export const ReadingShape = z
  .object({
    version: VersionShape,
    stands,
    due,
    forMe: z.boolean().describe('It is meant for whoever asks, and their answer is waited for.'),
    answer: z.object({ answer, on: z.string() }).nullable(),
    last,
    intro: z.string().optional().describe('Markdown.'),
    parts: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        since: z.enum(['new', 'changed', 'same']).nullable().describe('Against the version read last; null: none was.'),
        pieces: z.array(z.object({ text: z.string(), was: z.enum(['kept', 'added', 'removed']) })),
        reasons: ClauseReasonsShape,
        asksFactor: z.boolean(),
      }),
    ),
    gone: z.array(z.object({ id: z.string(), text: z.string() })),
    said: z.array(
      z.object({
        part: z.string(),
        about: z.enum(['understanding', 'agreement', 'factor', 'check']),
        said: z.string(),
      }),
    ),
    questions: z.array(QuestionShape),
  })
  .openapi('Reading');

export const GivenAnswerShape = z
  .object({
    answer,
    parts: z
      .array(z.object({ part: z.string().max(200), words: z.string().max(1000) }))
      .max(200)
      .default([])
      .describe('Which parts are not understood or disagreed with, in the reader’s words; an empty part is the whole.'),
    checks: z
      .array(z.object({ question: z.string().max(100), choice: z.int().min(1).max(5) }))
      .max(50)
      .default([]),
  })
  .openapi('GivenAnswer');

export const AnsweredShape = z
  .object({
    taken: z
      .enum(['kept', 'again'])
      .describe('`again`: a check question was answered wrong, and nothing was acknowledged.'),
    parts: z.array(z.string()).optional().describe('Where to look once more.'),
  })
  .openapi('ReadingAnswered');

export const FactorSaidShape = z
  .object({ part: id, said: factor, words: z.string().max(1000).optional() })
  .openapi('FactorSaid');

export const NewQuestionShape = z
  .object({
    part: id,
    asks: z.string().max(500),
    choices: z.array(z.string().max(200)).min(2).max(5),
    right: z.int().min(1).max(5).describe('Which of the choices is right, from 1.'),
  })
  .openapi('NewCheckQuestion');

export const ReadersShape = z
  .object({
    version: VersionShape,
    stands,
    due,
    parts: z.array(z.object({ id: z.string(), text: z.string() })),
    people: z.object({ asked: count, read: count }).describe('Each counted once, wherever they serve.'),
    sites: z.array(z.object({ site: NamedShape, asked: count, read: count, notYet: z.array(NamedShape) })),
    counts: z.array(
      z.object({
        part: z.string(),
        notUnderstood: count,
        disagree: count,
        factorYes: count,
        factorNo: count,
        factorPartly: count,
        checkWrong: count,
        checkRight: count,
      }),
    ),
    words: z.array(
      z.object({
        part: z.string(),
        said: z.enum(['not-understood', 'disagree', 'no', 'partly', 'yes']),
        words: z.string(),
        on: z.string(),
      }),
    ),
    questions: z.array(QuestionShape.extend({ right: count })),
    maySetQuestions: z.boolean(),
  })
  .openapi('Readers');

export type ToRead = z.infer<typeof ToReadShape>;
export type Reading = z.infer<typeof ReadingShape>;
export type Readers = z.infer<typeof ReadersShape>;
export type ReadingAnswered = z.infer<typeof AnsweredShape>;
