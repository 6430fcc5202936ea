// Pinned moments and lessons on the wire. Nothing in them tells whose contact a moment was.
import { z } from '@hono/zod-openapi';
import { lessonStates, longestTitle, longestWords, mostParts } from './lesson.core.ts';
import { mostHidden } from './pin.core.ts';

const said = z.array(z.object({ speaker: z.enum(['rep', 'customer', 'other']), text: z.string() }));
const turn = z.int().nonnegative().max(100_000);
const place = z.int().nonnegative().max(1_000_000);
const named = z.object({ id: z.string(), title: z.string() });
const sort = z.enum(['good', 'bad']);
const ids = z.array(z.string().trim().min(1).max(200)).max(100);
const title = z.string().trim().min(1).max(longestTitle);

const run = {
  contact: z.string().max(100),
  fromTurn: turn,
  toTurn: turn,
  hide: z
    .array(z.object({ turn, from: place, to: place }))
    .max(mostHidden)
    .default([])
    .describe('Words to hide beside those that are found: places in the stored text of a turn (UTF-16).'),
};

export const LookAtMomentShape = z.object(run).openapi('LookAtMoment');

export const MomentLookedAtShape = z
  .object({
    turns: z.array(
      z.object({
        turn,
        speaker: z.enum(['rep', 'customer', 'other']),
        text: z.string().describe('As it is stored.'),
        hidden: z.array(z.object({ from: place, to: place, word: z.string() })),
        shown: z.string().describe('Exactly what everybody will read.'),
      }),
    ),
    seen: z.string().describe('What POST /v1/pins takes: that this was looked at.'),
  })
  .openapi('MomentLookedAt');
export type MomentLookedAt = z.infer<typeof MomentLookedAtShape>;

export const PinMomentShape = z
  .object({ ...run, title, sort, standard: z.string().max(200), seen: z.string().max(100) })
  .openapi('PinMoment');

export const PinShape = z
  .object({
    id: z.string(),
    title: z.string(),
    sort,
    standard: named.extend({ kind: z.enum(['standard', 'atrocity']) }),
    turns: said,
    contact: z.string().optional().describe('Where whoever asks may read it.'),
    mayTakeDown: z.boolean(),
  })
  .openapi('Pin');
export type Pin = z.infer<typeof PinShape>;

export const PinsShape = z.object({ pins: z.array(PinShape), mayPin: z.boolean() }).openapi('Pins');
export type Pins = z.infer<typeof PinsShape>;

export const WriteLessonShape = z
  .object({
    title,
    says: z.string().trim().max(longestWords).default(''),
    standards: ids.default([]),
    tasks: ids.default([]),
    sites: ids.default([]).describe('Empty: for everybody.'),
    parts: z
      .array(
        z.object({ moment: z.string().max(100).nullable(), says: z.string().trim().max(longestWords).default('') }),
      )
      .max(mostParts)
      .default([]),
    revision: z.int().nonnegative().default(0).describe('Of the lesson as it was opened; 0 for a new one.'),
  })
  .openapi('WriteLesson');

const lesson = {
  id: z.string(),
  title: z.string(),
  says: z.string(),
  state: z.enum(lessonStates),
  standards: z.array(named).describe('Its own and those of its moments.'),
  tasks: z.array(z.string()),
  sites: z.array(z.object({ id: z.string(), name: z.string() })),
  moments: z.int().nonnegative(),
  mayChange: z.boolean(),
};

export const LessonsShape = z.object({ lessons: z.array(z.object(lesson)), mayMake: z.boolean() }).openapi('Lessons');
export type Lessons = z.infer<typeof LessonsShape>;

export const LessonShape = z
  .object({
    ...lesson,
    ownStandards: z.array(z.string()),
    revision: z.int(),
    parts: z.array(
      z.object({ says: z.string(), moment: PinShape.omit({ contact: true, mayTakeDown: true }).nullable() }),
    ),
    missing: z.string().nullable().describe('What it lacks before it can be given out.'),
  })
  .openapi('Lesson');
export type Lesson = z.infer<typeof LessonShape>;

export const LessonStateShape = z.object({ state: z.enum(['out', 'being-made', 'ended']) }).openapi('LessonStateAsked');
