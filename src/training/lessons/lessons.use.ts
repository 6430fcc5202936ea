// Lessons written, given out and ended.
import { randomBytes } from 'node:crypto';
import { redactWords } from '../../contacts/redaction/redact-words.core.ts';
import { Fault } from '../../kernel/fault.ts';
import { siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { type LessonContent, type LessonState, longestTitle, longestWords, missingToGiveOut } from './lesson.core.ts';
import { assertMayMake, assertMayMakeFor } from './lessons.access.ts';
import * as store from './lessons.store.ts';
import { pinsOf } from './pins.store.ts';

/** @returns the id @throws Fault `lesson-forbidden`, `lesson-sites`, `lesson-site-unknown`, `lesson-moment`, `lesson-title` */
export async function beginLesson(work: Work, content: LessonContent): Promise<string> {
  const ready = await readyContent(work, content);
  const { parts, ...set } = ready;
  const id = `les${randomBytes(8).toString('hex')}`;
  await store.insertLesson(work, {
    orgId: work.actor.orgId,
    id,
    ...own(set),
    state: 'being-made',
    revision: 1,
    madeBy: work.actor.id,
    madeAt: new Date(work.now),
    changedAt: new Date(work.now),
    outAt: null,
  });
  await store.writeParts(work, id, parts);
  await append(work, { kind: 'lesson.begun', subjects: [id], digestOf: JSON.stringify(ready) });
  return id;
}

/** @param revision of the lesson as it was opened @throws Fault as beginLesson does; `lesson-missing`, `lesson-changed`, `lesson-incomplete` */
export async function changeLesson(work: Work, id: string, revision: number, content: LessonContent): Promise<void> {
  const { row } = await lessonToChange(work, id);
  const ready = await readyContent(work, content);
  const { parts, ...set } = ready;
  const missing = row.state === 'out' ? missingToGiveOut(ready) : null;
  if (missing !== null) throw incomplete(missing);
  if (!(await store.changeLesson(work, id, revision, { ...own(set), changedAt: new Date(work.now) }))) throw changed();
  await store.writeParts(work, id, parts);
  await append(work, { kind: 'lesson.changed', subjects: [id], digestOf: JSON.stringify(ready) });
}

/** Gives it out, takes it back to be made, or ends it. @throws Fault `lesson-missing`, `lesson-incomplete`, `lesson-changed`, `lesson-sites` */
export async function setLessonState(work: Work, id: string, state: LessonState): Promise<void> {
  const { row, parts } = await lessonToChange(work, id);
  if (row.state === state) return;
  const missing = state === 'out' ? missingToGiveOut({ title: row.title, parts }) : null;
  if (missing !== null) throw incomplete(missing);
  const outAt = state === 'out' ? new Date(work.now) : row.outAt;
  if (!(await store.changeLesson(work, id, row.revision, { state, outAt, changedAt: new Date(work.now) })))
    throw changed();
  await append(work, { kind: `lesson.${state}`, subjects: [id] });
}

async function lessonToChange(work: Work, id: string): Promise<store.KeptLesson> {
  assertMayMake(work.actor);
  const [kept] = await store.lessonsOf(work, { id }, 1);
  if (!kept) throw missing();
  assertMayMakeFor(work.actor, kept.row.sites);
  return kept;
}

async function readyContent(work: Work, content: LessonContent): Promise<LessonContent> {
  assertMayMakeFor(work.actor, content.sites);
  const known = await siteNames(work, content.sites);
  if (content.sites.some((site) => !known.has(site)))
    throw new Fault(
      'lesson-site-unknown',
      'malformed',
      'One of the sites is not on record. Choose sites of the list.',
      [{ pointer: '/sites', detail: 'expected ids of sites on record' }],
    );
  const title = redactWords(content.title, work.key, longestTitle);
  if (title === '')
    throw new Fault('lesson-title', 'malformed', 'Give the lesson a title of a few words.', [
      { pointer: '/title', detail: 'expected a few words' },
    ]);
  const moments = content.parts.flatMap(({ moment }) => (moment === null ? [] : [moment]));
  const hang = new Set((await pinsOf(work, { ids: moments }, moments.length + 1)).map((pin) => pin.id));
  const parts = content.parts
    .map(({ moment, says }) => ({ moment, says: redactWords(says, work.key, longestWords) }))
    .filter((part) => part.moment !== null || part.says !== '');
  if (moments.some((moment) => !hang.has(moment)))
    throw new Fault('lesson-moment', 'missing', 'One of the moments was taken down. Take it out of the lesson.', [
      { pointer: '/parts', detail: 'expected moments that hang' },
    ]);
  return { ...content, title, says: redactWords(content.says, work.key, longestWords), parts };
}

function own({ title, says, standards, tasks, sites }: Omit<LessonContent, 'parts'>) {
  return { title, says, standards: distinct(standards), tasks: distinct(tasks), sites: distinct(sites) };
}

const distinct = (all: readonly string[]): string[] => [...new Set(all)];

export function missing(): Fault {
  return new Fault('lesson-missing', 'missing', 'There is no such lesson for you. Take one from the list.');
}

function changed(): Fault {
  return new Fault(
    'lesson-changed',
    'conflict',
    'Somebody changed the lesson since you opened it. Copy what you wrote, load it again, and add it.',
  );
}

function incomplete(says: string): Fault {
  return new Fault('lesson-incomplete', 'conflict', `It can’t be given out yet. ${says}`);
}
