// One version as a reader has it: what they said of it, which they read last, what they are asked; and for those who answer for readers,
// who has read it and what readers said.
import { inForce } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import { isToCome, type AcknowledgementAnswer, type DocumentKind } from '../document.core.ts';
import { missingVersion } from './answer-version.use.ts';
import { questionsOf } from './check-questions.store.ts';
import type { CheckQuestion, ReaderCounts, ReaderNote, ReaderWords } from './reader-notes.core.ts';
import { countNotes, notesOf, wordsOfReaders } from './reader-notes.store.ts';
import { assertMaySeeReaders, maySetQuestions } from './readers.access.ts';
import { peopleOf, readersOf } from './readers.core.ts';
import * as store from './reading.store.ts';
import { answerTo, isFor, lastRead, type ReadableVersion } from './to-read.core.ts';

export interface OwnReading {
  readonly version: ReadableVersion;
  /** It is meant for whoever asks, who is a person of the record: an answer is waited for. */
  readonly forMe: boolean;
  readonly answer: { readonly answer: AcknowledgementAnswer; readonly on: string } | null;
  readonly last: { readonly version: string; readonly on: string } | null;
  /** Factors and what was not understood, by part, the last of each. */
  readonly said: readonly Pick<ReaderNote, 'part' | 'about' | 'said'>[];
  readonly questions: readonly CheckQuestion[];
}

/**
 * The version asked for; else the one in force, else the next, else the last.
 * @throws Fault `version-missing` also where it is not theirs to see
 */
export async function versionToRead(
  work: Work,
  kind: DocumentKind,
  id: string,
  number?: string,
): Promise<ReadableVersion> {
  const today = work.now.slice(0, 10);
  const all = await store.allVersions(work, kind, id);
  const found =
    number === undefined
      ? (all.find((one) => inForce(one, today)) ?? all.find((one) => isToCome(one, today)) ?? all.at(-1))
      : all.find((one) => one.version === number);
  if (!found) throw missingVersion();
  return found;
}

/** @throws Fault `version-missing` */
export async function readOwn(work: Work, kind: DocumentKind, id: string, number?: string): Promise<OwnReading> {
  const version = await versionToRead(work, kind, id, number);
  const questions = (await questionsOf(work, kind, id)).map(({ right: _right, ...asked }) => asked);
  const { person } = work.actor;
  if (person === undefined) return { version, forMe: false, answer: null, last: null, said: [], questions };
  const given = await store.answersGiven(work, { person });
  const answer = answerTo(version, given);
  const last = lastRead(version, given);
  const notes = await notesOf(work, person, kind, id, version.version);
  return {
    version,
    forMe: isFor(version, await store.placesOf(work, person, work.now.slice(0, 10))),
    answer: answer && { answer: answer.answer, on: answer.on },
    last: last && { version: last.version, on: last.on },
    said: [...new Map(notes.map((one) => [`${one.part}\n${one.about}`, one])).values()],
    questions,
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Readers {
  readonly version: ReadableVersion;
  readonly people: { readonly asked: number; readonly read: number };
  readonly sites: readonly {
    readonly site: Named;
    readonly asked: number;
    readonly read: number;
    readonly notYet: readonly Named[];
  }[];
  readonly counts: readonly ReaderCounts[];
  readonly words: readonly ReaderWords[];
  readonly questions: readonly (CheckQuestion & { readonly right: number })[];
  readonly maySetQuestions: boolean;
}

const mostWordsShown = 200;

/** @throws Fault `version-missing`, `readers-forbidden` */
export async function readReaders(work: Work, kind: DocumentKind, id: string, number?: string): Promise<Readers> {
  const version = await versionToRead(work, kind, id, number);
  assertMaySeeReaders(work.actor, version.owner);
  const given = await store.answersGiven(work, { kind, document: id });
  const serving = await store.servingOn(work, work.now.slice(0, 10));
  const sites = readersOf(version, serving, given);
  const people = await personNames(
    work,
    sites.flatMap((one) => one.notYet),
  );
  const places = await siteNames(
    work,
    sites.map((one) => one.site),
  );
  const named = (of: ReadonlyMap<string, string>, one: string): Named => ({ id: one, name: of.get(one) ?? one });
  return {
    version,
    people: peopleOf(sites, serving, version),
    sites: sites.map(({ site, asked, read, notYet }) => ({
      site: named(places, site),
      asked,
      read,
      notYet: notYet.map((one) => named(people, one)),
    })),
    counts: (await countNotes(work, kind, id)).filter((one) => one.version === version.version),
    words: await wordsOfReaders(work, kind, id, version.version, mostWordsShown),
    questions: await questionsOf(work, kind, id),
    maySetQuestions: maySetQuestions(work.actor, version.owner),
  };
}
