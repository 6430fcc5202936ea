// The standards in some packs for everybody else, without the engine's insides.
import { standardsOf } from './engine/compile-packs.ts';
import type { Pack } from './pack.core.ts';
import type { Standard } from './standard.core.ts';

/** What was listed last: an import marks month after month, and versions are digests of every word of the packs. */
let listed: { readonly packs: readonly Pack[]; readonly standards: readonly Standard[] } | null = null;

/** Every standard of some packs, in their order, with its version. */
export function listStandards(packs: readonly Pack[]): Standard[] {
  const same = listed?.packs.length === packs.length && listed.packs.every((pack, at) => pack === packs[at]);
  if (!same) listed = { packs: [...packs], standards: standardsOf(packs) };
  return [...listed!.standards];
}
