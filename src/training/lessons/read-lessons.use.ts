// Lessons as they stand: found with the reader's own rights, then told by the program, which reads the words of moments that the
// reader has no right to see where they were said.
import type { Actor } from '../../kernel/actor.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { hasWords, missingToGiveOut } from './lesson.core.ts';
import { mayMake, mayMakeFor } from './lessons.access.ts';
import type { Lesson, Lessons } from './lessons.shape.ts';
import { type KeptLesson, lessonsOf } from './lessons.store.ts';
import { missing } from './lessons.use.ts';
import { pinsOf } from './pins.store.ts';
import { type PinTold, tellPins } from './read-pins.use.ts';

const mostLessons = 300;

export interface LessonsAsked {
  readonly standard?: string | undefined;
  readonly task?: string | undefined;
  readonly words?: string | undefined;
}

/** Lessons for whoever asks: those given out, and to who makes lessons the others too. */
export async function findLessons(work: Work): Promise<KeptLesson[]> {
  const all = await lessonsOf(work, {}, mostLessons);
  return all.filter((one) => isFor(work.actor, one));
}

/** @throws Fault `lesson-missing` */
export async function findLesson(work: Work, id: string): Promise<KeptLesson> {
  const [kept] = await lessonsOf(work, { id }, 1);
  if (!kept || !isFor(work.actor, kept)) throw missing();
  return kept;
}

function isFor(actor: Actor, { row }: KeptLesson): boolean {
  return row.state === 'out' || mayMake(actor);
}

/** @param work of the program @param reader who asked, and found these */
export async function tellLessons(
  work: Work,
  reader: Actor,
  kept: readonly KeptLesson[],
  { standard, task, words = '' }: LessonsAsked,
): Promise<Lessons['lessons']> {
  const told = await tellEach(work, reader, kept);
  return told
    .filter((one) => standard === undefined || one.standards.some(({ id }) => id === standard))
    .filter((one) => task === undefined || one.tasks.includes(task))
    .filter((one) => hasWords(wordsOf(one), words))
    .map(({ ownStandards: _own, revision: _revision, parts: _parts, missing: _missing, ...brief }) => brief);
}

/** @param work of the program */
export async function tellLesson(work: Work, reader: Actor, kept: KeptLesson): Promise<Lesson> {
  return (await tellEach(work, reader, [kept]))[0]!;
}

async function tellEach(work: Work, reader: Actor, kept: readonly KeptLesson[]): Promise<Lesson[]> {
  const ids = [...new Set(kept.flatMap(({ parts }) => parts.flatMap((part) => part.moment ?? [])))];
  const pins = await tellPins(work, ids.length === 0 ? [] : await pinsOf(work, { ids }, ids.length));
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const sites = await siteNames(
    work,
    kept.flatMap(({ row }) => row.sites),
  );
  return kept.map((one) => toldLesson(one, reader, { pins, titles, sites }));
}

interface Known {
  readonly pins: ReadonlyMap<string, PinTold>;
  readonly titles: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
}

function toldLesson({ row, parts }: KeptLesson, reader: Actor, { pins, titles, sites }: Known): Lesson {
  const shown = parts
    .map(({ moment, says }) => ({ says, moment: moment === null ? null : (pins.get(moment) ?? null) }))
    .filter((part) => part.says !== '' || part.moment !== null);
  const moments = shown.flatMap((part) => part.moment ?? []);
  const standards = [...new Set([...row.standards, ...moments.map((one) => one.standard.id)])];
  return {
    id: row.id,
    title: row.title,
    says: row.says,
    state: row.state,
    standards: standards.map((id) => ({ id, title: titles.get(id) ?? id })),
    ownStandards: row.standards,
    tasks: row.tasks,
    sites: row.sites.map((id) => ({ id, name: sites.get(id) ?? id })),
    moments: moments.length,
    mayChange: reader.readsOnly !== true && mayMakeFor(reader, row.sites),
    revision: row.revision,
    parts: shown,
    missing: missingToGiveOut({
      title: row.title,
      parts: shown.map((part) => ({ says: part.says, moment: part.moment?.id ?? null })),
    }),
  };
}

function wordsOf({ title, says, standards, tasks, parts }: Lesson): string[] {
  return [
    title,
    says,
    ...standards.map((one) => one.title),
    ...tasks,
    ...parts.flatMap(({ says: words, moment }) => [
      words,
      ...(moment ? [moment.title, ...moment.turns.map((turn) => turn.text)] : []),
    ]),
  ];
}
