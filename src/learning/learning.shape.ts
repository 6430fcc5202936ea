// Learning on the wire: rated files in, lines of progress and figures out; dissatisfied turns as lines.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();
const share = z.number();

/** All labelled files together, in characters: more than a team rates in a year. */
const mostCharacters = 200_000_000;

export const TrainingShape = z
  .object({
    files: z
      .array(z.object({ name: z.string().min(1).max(4000), text: z.string() }))
      .min(1)
      .refine((files) => files.reduce((sum, file) => sum + file.text.length, 0) <= mostCharacters, {
        message: 'expected at most 200 million characters of labelled turns in all',
      }),
    keep: z.boolean().openapi({ description: 'false: only test what would be learned.' }),
  })
  .openapi('Training');

const FigureShape = z.object({ value: share, low: share, high: share });

export const FiguresShape = z
  .object({
    contacts: count,
    rows: count,
    toFind: count,
    kappa: FigureShape,
    f1: FigureShape,
    precision: FigureShape,
    recall: FigureShape,
    averagePrecision: FigureShape,
  })
  .openapi('LearnedFigures');

export const TrainedOnShape = z.object({ files: count, dialogues: count, ratedTurns: count, dissatisfied: count });

const RejectedRowShape = z.object({
  file: z.string(),
  row: count.optional(),
  field: z.string().optional(),
  expected: z.string(),
  remedy: z.string(),
});

export const TrainingLineShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    step: z.enum(['reading', 'testing', 'learning']),
    done: count,
    of: count,
  }),
  z.object({ kind: z.literal('reject'), reject: RejectedRowShape }),
  z.object({ kind: z.literal('figures'), trainedOn: TrainedOnShape, figures: FiguresShape, folds: count }),
  z.object({ kind: z.literal('kept'), model: z.string() }),
]);

export const DissatisfiedTurnShape = z.object({
  contact: z.string(),
  turn: count,
  likelihood: share,
  quote: z.string(),
  before: z.string().optional(),
  site: z.string().optional(),
  day: z.string().optional(),
  channel: z.string(),
  file: z.string(),
});

export const DissatisfiedLineShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), contacts: count }),
  DissatisfiedTurnShape.extend({ kind: z.literal('turn') }),
  z.object({
    kind: z.literal('done'),
    contacts: count,
    turns: count,
    leftOut: count,
    model: z.object({ id: z.string(), madeAt: z.string(), trainedOn: TrainedOnShape, figures: FiguresShape }),
  }),
]);

export const ForgottenShape = z.object({ models: count }).openapi('ForgottenModels');
