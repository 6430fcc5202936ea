// Packs as they were read, kept between runs: to read the text of those that ship takes most of a second, to read what came of it some
// hundredths of one.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { KeptFiles } from './kept-files.ts';
import { parsePhrase } from './language/phrase.ts';
import type { Cue, Pack, Phrase } from './pack.core.ts';
import { programDigest } from './program-digest.ts';

const files = new KeptFiles(join(import.meta.dirname, '../../.customary/cache/read'), 4);

/** A phrase without its tree: its text says all of it. */
type KeptPhrase = Omit<Phrase, 'node'>;
type KeptPack = Omit<Pack, 'cues'> & {
  readonly cues: ReadonlyMap<string, Omit<Cue, 'phrases'> & { readonly phrases: readonly KeptPhrase[] }>;
};

/**
 * The packs of some files.
 * @param given everything that decides what is in them
 * @param read reads them; null where something is wrong with them, and nothing is kept
 */
export function packsKept(given: string, read: () => readonly Pack[] | null): Pack[] | null {
  const name = createHash('sha256').update(`${programDigest()}\n${given}`).digest('hex');
  const kept = files.read(name);
  if (kept) return (deserialize(kept) as KeptPack[]).map(whole);
  const packs = read();
  if (packs) files.keep(name, serialize(packs.map(bare)));
  return packs && [...packs];
}

/** The pack as it is kept. */
export function bare(pack: Pack): KeptPack {
  const cues = [...pack.cues].map(([name, cue]) => {
    const phrases = cue.phrases.map(({ text, notNegated, evenReported, place }): KeptPhrase => ({
      text,
      notNegated,
      ...(evenReported ? { evenReported } : {}),
      place,
    }));
    return [name, { ...cue, phrases }] as const;
  });
  return { ...pack, cues: new Map(cues) };
}

/** The pack as it was read: a phrase's tree is made where somebody asks for it, and most are never asked for. */
export function whole(pack: KeptPack): Pack {
  const cues = [...pack.cues].map(([name, cue]) => [name, { ...cue, phrases: cue.phrases.map(withTree) }] as const);
  return { ...pack, cues: new Map(cues) };
}

function withTree({ text, notNegated, evenReported, place }: KeptPhrase): Phrase {
  let tree: Phrase['node'] | undefined;
  return {
    text,
    get node() {
      return (tree ??= parsePhrase(text).node);
    },
    notNegated,
    ...(evenReported ? { evenReported } : {}),
    place,
  };
}
