// Everything that decides what packs are compiled to, as one digest: what they say, the organisation's words that they ask for, and the
// program that compiles them.
import { createHash } from 'node:crypto';
import type { OrganisationWords, Pack } from './pack.core.ts';
import { programDigest } from './program-digest.ts';

const slots = { business: '<business>', sites: '<site>', products: '<product>' } as const;

/** The digest, by which what packs were compiled to is found again. Packs are read from files, so a phrase's text says all of it. */
export function contentOf(packs: readonly Pack[], words: OrganisationWords): string {
  const hash = createHash('sha256').update(programDigest());
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
  const { name, language, changes, uses, ships, cues, situations, kinds, reasons, heard, standards } = pack;
  const asks = new Set<string>();
  const hash = createHash('sha256');
  const take = (text: string): void => {
    hash.update(text).update('\u001e');
    for (const slot of Object.values(slots)) if (text.includes(slot)) asks.add(slot);
  };
  take(JSON.stringify([name, language, changes ?? null, kinds, uses?.map((one) => one.name) ?? null, ships ?? null]));
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
