// One standard with everything that a page needs to tell it: its own text, what it listens for, its examples and how they come
// out.
import { readFile } from 'node:fs/promises';
import { contentId } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import { checkPacks } from './check-packs.ts';
import { cueNames } from './cue-names.ts';
import { changedFileName, writtenIn } from './changed-file.core.ts';
import { withExamples } from './examples-file.ts';
import { inWords } from './in-words.ts';
import { askedIn, phrasesOf } from './own-words.ts';
import { only } from './kept-standards.ts';
import type { Pack, StandardEntry } from './pack.core.ts';
import { packFiles, pathOf } from './packs.use.ts';
import { sourceOf } from './standard-source.ts';
import type { ExampleTold } from './one-standard.shape.ts';
import { exampleFacts } from './standards-text.ts';

export interface FoundStandard {
  readonly pack: Pack;
  readonly entry: StandardEntry;
}

/** @throws Fault `standard-unknown` */
export function findStandard(packs: readonly Pack[], id: string): FoundStandard {
  for (const pack of packs) {
    const entry = pack.standards.find((one) => one.id === id);
    if (entry) return { pack, entry };
  }
  throw new Fault(
    'standard-unknown',
    'missing',
    'There is no standard of this id. customary standards list shows all of them.',
  );
}

/** What somebody edits: what was written in its own file, else the lines of its pack that make it. `stamp` changes with it. */
export async function writtenOf({ pack, entry }: FoundStandard): Promise<{ written: string; stamp: string }> {
  const text = await readFile(pathOf(pack), 'utf8');
  const own = pack.changes !== undefined && pack.file.endsWith(changedFileName(entry.id));
  const written = own ? writtenIn(text) : sourceOf(pack, entry, text);
  return { written, stamp: contentId('w', written) };
}

const conditions = [
  ['Applies when', 'appliesWhen'],
  ['Met when', 'metWhen'],
  ['Missed when', 'failedWhen'],
  ['Done when', 'doneWhen'],
  ['Could be done when', 'couldWhen'],
] as const;

/** Its conditions in plain English, and the phrases that they listen for. */
export function listensFor(packs: readonly Pack[], { pack, entry }: FoundStandard) {
  const rules = conditions.flatMap(([when, key]) =>
    entry[key] ? [{ when, says: inWords(entry[key], askedIn(packs, pack)) }] : [],
  );
  const names = new Set(conditions.flatMap(([, key]) => (entry[key] ? cueNames(entry[key]) : [])));
  const cues = [...names].flatMap((name) => {
    const phrases = phrasesOf(packs, pack, name);
    return phrases ? [{ name, phrases }] : [];
  });
  return { rules, cues };
}

/** Its examples, those in a file of their own among them, each marked by it as it stands in `packs`, or in others. */
export async function examplesOf(
  packs: readonly Pack[],
  { pack, entry }: FoundStandard,
  by: readonly Pack[] = packs,
): Promise<ExampleTold[]> {
  const home = packs.find((one) => one.name === pack.changes) ?? pack;
  const files = await packFiles(pathOf(home).replace(/\.(ya?ml)$/, '.examples.$1'), { examples: true });
  const { examples } = withExamples([{ ...home, standards: [entry] }], files).packs[0]!.standards[0]!;
  const carried = by.map((one) => ({
    ...one,
    standards: one.standards.map((other) => (other.id === entry.id ? { ...other, examples } : other)),
  }));
  return outcomesOf(carried, entry.id);
}

/** The examples that stand in the packs for one standard, each marked by it. */
export function outcomesOf(packs: readonly Pack[], id: string): ExampleTold[] {
  return checkPacks(only(packs, [id])).map(({ expected, got, passed, line, encounter, mark }) => ({
    expected,
    got,
    passed,
    line,
    facts: exampleFacts(encounter),
    turns: encounter.turns.map(({ speaker, text }) => ({ speaker, text })),
    answers: encounter.answers.map((one) => ({ ...one })),
    evidence: (mark?.evidence ?? []).map(({ turn, from, to }) => ({ turn, from, to })),
  }));
}
