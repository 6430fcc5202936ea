// The standards in some packs for everybody else, without the engine's insides.
import { standardsOf } from './engine/compile-packs.ts';
import type { Pack } from './pack.core.ts';
import type { Standard } from './standard.core.ts';

/** Every standard of some packs, in their order, with its version. */
export function listStandards(packs: readonly Pack[]): Standard[] {
  return standardsOf(packs);
}
