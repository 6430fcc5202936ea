// What was compiled last stays ready: whoever asks for it asks again.
import type { CompiledPacks } from './engine/compiled.core.ts';
import { compiledKept } from './kept-compiled.ts';
import type { OrganisationWords, Pack } from './pack.core.ts';

let last: { readonly packs: readonly Pack[]; readonly words: string; readonly compiled: CompiledPacks } | null = null;

/** The packs compiled with an organisation's words. @throws Fault `pack-refused` (unready) as `compilePacks` does */
export function compiledLast(packs: readonly Pack[], words: OrganisationWords): CompiledPacks {
  const asText = JSON.stringify(words);
  const same =
    last?.words === asText && last.packs.length === packs.length && packs.every((pack, at) => pack === last?.packs[at]);
  if (!last || !same) last = { packs: [...packs], words: asText, compiled: compiledKept(packs, words) };
  return last.compiled;
}
