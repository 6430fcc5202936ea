// Compiled packs, kept between runs: to compile all standards takes seconds, to read what it came to some hundredths of one.
import { join } from 'node:path';
import { contentOf } from './content-of-packs.ts';
import { compiledData } from './engine/compile-packs.ts';
import { fromBytes, toBytes } from './engine/compiled-bytes.ts';
import type { CompiledPacks } from './engine/compiled.core.ts';
import { type CompiledData, runnable } from './engine/runnable.ts';
import { KeptFiles } from './kept-files.ts';
import type { OrganisationWords, Pack } from './pack.core.ts';

/** Of fewer positions, compiling takes no longer than reading. */
const fewPositions = 4000;
/** Each is about three megabytes. */
const files = new KeptFiles(join(import.meta.dirname, '../../.customary/cache/compiled'), 24);

/** The packs ready for `markEncounter`, compiled where that isn't kept. @throws as `compilePacks` */
export function compiledKept(packs: readonly Pack[], words: OrganisationWords): CompiledPacks {
  const name = contentOf(packs, words);
  const kept = read(name);
  return runnable(kept ? fromBytes(kept) : made(packs, words, name));
}

/** The same as bytes that threads share, for `fromBytes`. @throws as `compilePacks` */
export function compiledBytes(packs: readonly Pack[], words: OrganisationWords): SharedArrayBuffer {
  const name = contentOf(packs, words);
  return read(name) ?? toBytes(made(packs, words, name));
}

/** These bytes where they are kept; else null: then it takes seconds to make them. */
export function keptBytes(packs: readonly Pack[], words: OrganisationWords): SharedArrayBuffer | null {
  return read(contentOf(packs, words));
}

function read(name: string): SharedArrayBuffer | null {
  const kept = files.read(name);
  if (kept === null) return null;
  const bytes = new SharedArrayBuffer(kept.length);
  new Uint8Array(bytes).set(kept);
  return bytes;
}

function made(packs: readonly Pack[], words: OrganisationWords, name: string): CompiledData {
  const data = compiledData(packs, words);
  if (data.phrases.setOf.length > fewPositions) files.keep(name, new Uint8Array(toBytes(data)));
  return data;
}
