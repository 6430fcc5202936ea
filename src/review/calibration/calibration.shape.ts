// Calibrations on the wire.
import { z } from '@hono/zod-openapi';
import { VerdictShape } from '../reviews.shape.ts';
import { decisions } from './calibration.core.ts';

const count = z.int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = z.string().max(200);
const words = z.string().trim().min(1).max(2000);

export const BeginCalibrationShape = z
  .object({
    name: z.string().trim().min(1).max(120),
    standards: z.array(id).min(1).max(10),
    contacts: z.array(id).min(1).max(12),
    members: z.array(id).min(2).max(20),
    due: day.describe('The last day to mark.'),
  })
  .openapi('BeginCalibration');

export const CalibrationChoicesShape = z
  .object({
    standards: z.array(z.object({ id: z.string(), title: z.string() })),
    members: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('CalibrationChoices');

const state = z.enum(['marking', 'talking', 'closed', 'dropped']);

export const CalibrationsShape = z
  .object({
    calibrations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        state,
        due: day,
        madeOn: day,
        contacts: count,
        standards: z.array(z.string()).describe('Titles.'),
        people: count,
        yours: z.object({ open: count, of: count }).nullable().describe('Your own tasks; null where you take no part.'),
        allIn: count.describe('How many are through with theirs.'),
        same: z.object({ times: count, of: count }).nullable().describe('Where all said the same; once shown.'),
        reworded: count.describe('Standards to be reworded or split.'),
      }),
    ),
    can: z.object({ run: z.boolean() }),
  })
  .openapi('Calibrations');
export type CalibrationsOnWire = z.infer<typeof CalibrationsShape>;

const who = {
  who: z.string().describe('A name for those who answer for reviewers; else a letter.'),
  you: z.boolean(),
};

const cell = z.object({
  standard: z.string(),
  said: z.array(
    z.object({ ...who, verdict: VerdictShape, quote: z.string().optional(), comment: z.string().optional() }),
  ),
  machine: VerdictShape.nullable().describe('Null where it was never marked by machine.'),
  same: z.boolean().describe('All said the same.'),
  key: z
    .object({ verdict: VerdictShape, because: z.string().optional() })
    .nullable()
    .describe('As agreed on, or as all said.'),
  comments: z.array(z.object({ ...who, at: z.string(), says: z.string() })),
});

export const CalibrationShape = z
  .object({
    id: z.string(),
    name: z.string(),
    state,
    due: day,
    madeOn: day,
    revealedBecause: z.enum(['all-in', 'day-over', 'told']).nullable(),
    standards: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        says: z.string(),
        kind: z.enum(['standard', 'atrocity']),
        same: z.object({ times: count, of: count }).nullable(),
        outcome: z.object({ decision: z.enum(decisions), note: z.string(), on: day }).nullable(),
        changed: z
          .array(z.object({ on: day, note: z.string() }))
          .describe('What was written of its wording since it began.'),
      }),
    ),
    people: z.array(
      z.object({
        ...who,
        in: z.boolean().nullable().describe('Whether they are through; null where it is not yours to see.'),
        near: z.object({ same: count, of: count }).nullable().describe('How often they said what the key says.'),
      }),
    ),
    allIn: count,
    yours: z.array(z.object({ task: z.string(), done: z.boolean() })),
    contacts: z.array(
      z.object({
        contact: z.string(),
        channel: z.string(),
        turns: z.array(z.object({ speaker: z.string(), text: z.string() })).describe('Once it is shown.'),
        cells: z.array(cell).describe('Once it is shown.'),
      }),
    ),
    open: count.describe('Where people differ and no key is agreed on.'),
    can: z.object({
      run: z.boolean(),
      talk: z.boolean(),
      names: z.boolean(),
    }),
  })
  .openapi('Calibration');
export type CalibrationOnWire = z.infer<typeof CalibrationShape>;

export const CommentShape = z.object({ contact: id, standard: id, says: words }).openapi('CalibrationComment');
export const AgreeKeyShape = z
  .object({ contact: id, standard: id, verdict: VerdictShape, because: words })
  .openapi('CalibrationKey');
export const AgreeOutcomeShape = z
  .object({ standard: id, decision: z.enum(decisions), note: words })
  .openapi('CalibrationOutcome');
