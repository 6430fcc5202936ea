// Packs for everybody else: the standards in them, without the engine's insides.
import type { Pack } from './pack.core.ts';
import type { Standard } from './standard.core.ts';
import { standardsOf } from './engine/compile-packs.ts';

/** Every standard of some packs, in their order, with its version. */
export function listStandards(packs: readonly Pack[]): Standard[] {
  return standardsOf(packs);
}
