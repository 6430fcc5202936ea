// What of our own is timed: a bare look at every character, hearing phrases alone, and marking whole contacts.
import { packFiles, readAll } from '../../src/standards/packs.use.ts';
import { compilePacks, noWords } from '../../src/standards/engine/compile-packs.ts';
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { markEncounter } from '../../src/standards/engine/mark-encounter.ts';
import type { Encounter } from '../../src/standards/encounter.core.ts';
import type { LabelledContact } from '../labelled-contacts.ts';
import type { TimedText } from './texts.ts';

/** Every pack that ships, compiled for an organisation that gave no words of its own. */
export async function shippedPacks(): Promise<CompiledPacks> {
  const { packs, errors } = readAll(await packFiles(new URL('../../packs', import.meta.url).pathname));
  if (errors.length > 0) throw new Error(`${errors[0]!.file}:${errors[0]!.line}: ${errors[0]!.what}`);
  return compilePacks(packs, noWords);
}

/** What marking is given: without times, since the public contacts have none that hold. */
export function encounterOf({ set, turns }: LabelledContact): Encounter {
  return {
    channel: set === 'insurance' || set === 'vcon' ? 'phone' : 'chat',
    language: 'en',
    timing: 'none',
    turns,
    answers: [],
    repCertainty: 1,
  };
}

/** The sum of all character codes: what any engine pays at least. */
export function bareScan(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

/** Words and phrases of all packs in every contact, without judging: every cue is asked for; returns how many finds. */
export function automatonAlone({ ear, cues }: CompiledPacks, contacts: readonly Encounter[]): number {
  let finds = 0;
  for (const { turns } of contacts) {
    ear.begin(null);
    for (let turn = 0; turn < turns.length; turn++) ear.add(turn, turns[turn]!.text);
    for (let cue = 0; cue < cues.length; cue++) finds += ear.hear(cue).count;
  }
  return finds;
}

/** Marks every contact; returns how many marks. */
export function fullMarking(packs: CompiledPacks, contacts: readonly Encounter[]): number {
  let marks = 0;
  for (const contact of contacts) marks += markEncounter(packs, contact).marks.length;
  return marks;
}

/** Turns of several contacts, one after the other, as one long contact of about `times` 2,000 characters. */
export function longContact(texts: readonly TimedText[], times: number): { contact: Encounter; characters: number } {
  const turns: LabelledContact['turns'][number][] = [];
  let characters = 0;
  for (let at = 0; characters < 2000 * times; at = (at + 1) % texts.length) {
    turns.push(...texts[at]!.contact.turns);
    characters += texts[at]!.text.length;
  }
  return { contact: encounterOf({ set: 'insurance', turns }), characters };
}
