// A reader answers one version of a document: understood, not understood, or disagrees. The acknowledgement is bound to the version; what is
// said of its parts is kept beside it. Nothing of it blocks work, and no page shows it beside a person.
import { randomBytes } from 'node:crypto';
import { redactWords } from '../../contacts/redaction/redact-words.core.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { DocumentKind } from '../document.core.ts';
import * as questions from './check-questions.store.ts';
import type { GivenAnswer, ReaderNote } from './reader-notes.core.ts';
import { addNotes, notesOf } from './reader-notes.store.ts';
import * as store from './reading.store.ts';
import { isFor, type ReadableVersion } from './to-read.core.ts';

/** Words of a reader at one part, at most. */
export const mostWords = 1000;

/** `again`: a check question was answered wrong, so nothing was acknowledged; the parts to look at once more. */
export type Answered = { readonly taken: 'kept' } | { readonly taken: 'again'; readonly parts: readonly string[] };

/**
 * @param parts ids of the version's clauses or steps
 * @throws Fault `not-in-record`, `version-missing`, `reading-not-asked`, `reading-part-missing`, `reading-where-missing`, `check-not-answered`
 */
export async function answerVersion(
  work: Work,
  at: { readonly kind: DocumentKind; readonly id: string; readonly version: string },
  parts: ReadonlySet<string>,
  given: GivenAnswer,
): Promise<Answered> {
  const { person, version } = await readerOf(work, at);
  const notes =
    given.answer === 'understood' ? await nowUnderstood(work, person, version) : notesFrom(work, version, parts, given);
  const { checks, wrong } = await checked(work, version, given);
  if (wrong.length > 0) {
    await addNotes(work, person, checks);
    await append(work, {
      kind: 'document.check-answered',
      subjects: [`${at.kind}/${at.id}/${at.version}`],
      digestOf: JSON.stringify([person, wrong]),
    });
    return { taken: 'again', parts: wrong };
  }
  await store.writeAnswer(work, { person, ...keyOf(version), answer: given.answer });
  await addNotes(work, person, [...notes, ...checks]);
  await append(work, {
    kind: 'document.acknowledged',
    subjects: [`${at.kind}/${at.id}/${at.version}`],
    digestOf: JSON.stringify([person, given.answer, notes.map((one) => one.part)]),
  });
  return { taken: 'kept' };
}

/**
 * The Customer Factor of one clause, as whoever must comply with it sees it.
 * @throws Fault `not-in-record`, `version-missing`, `reading-not-asked`, `reading-part-missing`
 */
export async function answerFactor(
  work: Work,
  at: { readonly kind: DocumentKind; readonly id: string; readonly version: string },
  parts: ReadonlySet<string>,
  { part, said, words }: { readonly part: string; readonly said: 'yes' | 'no' | 'partly'; readonly words?: string },
): Promise<void> {
  const { person, version } = await readerOf(work, at);
  assertPart(parts, part);
  const clean = redacted(work, words ?? '');
  await addNotes(work, person, [noteOf(version, { part, about: 'factor', said, words: clean })]);
  await append(work, {
    kind: 'document.factor-answered',
    subjects: [`${at.kind}/${at.id}/${at.version}`],
    digestOf: JSON.stringify([person, part, said]),
  });
}

async function readerOf(
  work: Work,
  { kind, id, version: number }: { readonly kind: DocumentKind; readonly id: string; readonly version: string },
): Promise<{ person: string; version: ReadableVersion }> {
  const { person } = work.actor;
  if (person === undefined)
    throw new Fault(
      'not-in-record',
      'unready',
      'It isn’t known which person of the record you are. Ask the owner to link your account to it.',
    );
  const version = await store.versionAt(work, kind, id, number);
  if (!version) throw missingVersion();
  const places = await store.placesOf(work, person, work.now.slice(0, 10));
  if (!isFor(version, places))
    throw new Fault(
      'reading-not-asked',
      'forbidden',
      'This document is for other roles or sites, so nobody waits for your answer. Write a letter where something in it is wrong.',
    );
  return { person, version };
}

/** A version that there is not, or that is not theirs to see. */
export function missingVersion(): Fault {
  return new Fault('version-missing', 'missing', 'No such version of a document. Take one from its page.');
}

/** Parts that they had not understood before: now they do. */
async function nowUnderstood(
  work: Work,
  person: string,
  version: ReadableVersion,
): Promise<ReturnType<typeof noteOf>[]> {
  const before = await notesOf(work, person, version.kind, version.id, version.version);
  const last = new Map(before.filter((one) => one.about === 'understanding').map((one) => [one.part, one.said]));
  return [...last].flatMap(([part, said]) =>
    said === 'not-understood' ? [noteOf(version, { part, about: 'understanding', said: 'understood' })] : [],
  );
}

function notesFrom(
  work: Work,
  version: ReadableVersion,
  parts: ReadonlySet<string>,
  { answer, parts: given }: GivenAnswer,
): ReturnType<typeof noteOf>[] {
  if (answer === 'not-understood' && given.length === 0)
    throw new Fault(
      'reading-where-missing',
      'malformed',
      'Say which part you don’t understand, in your own words: whoever wrote it will mend it.',
      [{ pointer: '/parts', detail: 'expected a part' }],
    );
  return given.map(({ part, words }) => {
    if (part !== '') assertPart(parts, part);
    const about = answer === 'disagree' ? 'agreement' : 'understanding';
    return noteOf(version, { part, about, said: answer, words: redacted(work, words) });
  });
}

async function checked(
  work: Work,
  version: ReadableVersion,
  { answer, checks }: GivenAnswer,
): Promise<{ checks: ReturnType<typeof noteOf>[]; wrong: string[] }> {
  if (answer !== 'understood') return { checks: [], wrong: [] };
  const asked = await questions.questionsOf(work, version.kind, version.id);
  const found = asked.map((one) => {
    const choice = checks.find((check) => check.question === one.id)?.choice;
    if (choice === undefined)
      throw new Fault(
        'check-not-answered',
        'malformed',
        'Answer the question at the end, then say that it is understood.',
        [{ pointer: '/checks', detail: one.asks }],
      );
    return { part: one.part, said: choice === one.right ? ('right' as const) : ('wrong' as const) };
  });
  return {
    checks: found.map(({ part, said }) => noteOf(version, { part, about: 'check', said })),
    wrong: found.filter((one) => one.said === 'wrong').map((one) => one.part),
  };
}

function assertPart(parts: ReadonlySet<string>, part: string): void {
  if (!parts.has(part))
    throw new Fault('reading-part-missing', 'malformed', 'This version has no such part. Take one from its page.', [
      { pointer: '/part', detail: part },
    ]);
}

function noteOf(
  version: ReadableVersion,
  note: Pick<ReaderNote, 'part' | 'about' | 'said'> & { readonly words?: string },
): ReaderNote & { readonly id: string } {
  const { words, ...rest } = note;
  return {
    id: randomBytes(12).toString('hex'),
    ...keyOf(version),
    ...rest,
    ...(words === undefined || words === '' ? {} : { words }),
  };
}

const keyOf = ({ kind, id, version }: ReadableVersion) => ({ kind, document: id, version });

/** Personal data is taken out of it, as of everything that is written of contacts. */
export function redacted(work: Work, words: string): string {
  return redactWords(words, work.key, mostWords);
}
