// Everything that decides what packs are compiled to, as one digest: what they say, the organisation's words that they ask for, and the
// program that compiles them.
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrganisationWords, Pack } from './pack.core.ts';

/** Folders whose sources turn a pack's text into what marks. */
const sources = ['engine', 'language'];
const slots = { business: '<business>', sites: '<site>', products: '<product>' } as const;

/** The digest, by which what packs were compiled to is found again. Packs are read from files, so a phrase's text says all of it. */
export function contentOf(packs: readonly Pack[], words: OrganisationWords): string {
  const hash = createHash('sha256').update(program());
  const told = packs.map(toldOf);
  for (const { digest } of told) hash.update(digest);
  // Words that no pack asks for change nothing.
  for (const [name, slot] of Object.entries(slots) as [keyof typeof slots, string][])
    hash.update(JSON.stringify(told.some(({ asks }) => asks.has(slot)) ? words[name] : null));
  return hash.digest('hex');
}

interface Told {
  readonly digest: string;
  readonly asks: ReadonlySet<string>;
}

const known = new WeakMap<Pack, Told>();

function toldOf(pack: Pack): Told {
  let told = known.get(pack);
  if (told === undefined) known.set(pack, (told = read(pack)));
  return told;
}

function read(pack: Pack): Told {
  const { name, language, changes, cues, situations, kinds, reasons, heard, standards } = pack;
  const asks = new Set<string>();
  const hash = createHash('sha256');
  const take = (text: string): void => {
    hash.update(text).update('\u001e');
    for (const slot of Object.values(slots)) if (text.includes(slot)) asks.add(slot);
  };
  take(JSON.stringify([name, language, changes ?? null, kinds]));
  for (const cue of cues.values()) {
    take(
      `${cue.name}\u001f${cue.phrases.map(({ text, notNegated, evenReported }) => `${text}\u001d${notNegated}${evenReported ?? ''}`).join('\u001f')}`,
    );
  }
  take(JSON.stringify([situations, reasons, heard]));
  // What examples say decides no mark.
  for (const one of standards) take(JSON.stringify({ ...one, examples: [] }));
  return { digest: hash.digest('hex'), asks };
}

let programKnown: string | null = null;

/** The sources that compile, and the engine that runs them: another of either compiles anew. */
function program(): string {
  if (programKnown === null) {
    const hash = createHash('sha256').update(`${process.versions.v8} ${process.arch}\n`);
    for (const folder of sources) readInto(hash, join(import.meta.dirname, folder));
    programKnown = hash.digest('hex');
  }
  return programKnown;
}

function readInto(hash: Hash, folder: string): void {
  for (const name of readdirSync(folder).toSorted())
    if (name.endsWith('.ts') && !/\.test(-data)?\.ts$/.test(name))
      hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
}
