// Does what a marker says depend on who speaks? Each contact is marked as it is and with one thing about its people changed.
import { hear } from '../../marking/learned/heard-contact.ts';
import { learnedVerdict, type ReadyMarker } from '../../marking/learned/marker-model.core.ts';
import type { Encounter } from '../../standards/encounter.core.ts';
import type { CompiledPacks } from '../../standards/engine/compiled.core.ts';
import type { Invariance } from './marker-card.core.ts';
import { swaps } from './swaps.core.ts';

/** How many verdicts change where who speaks is swapped, kind by kind. */
export function invarianceOf(
  ready: ReadyMarker,
  standard: string,
  compiled: CompiledPacks,
  contacts: readonly Encounter[],
): Invariance {
  const told = swaps.map(({ what }) => ({ what, pairs: 0, flips: 0 }));
  const say = (encounter: Encounter): string => {
    const heard = hear(compiled, encounter).of(standard);
    return heard ? learnedVerdict(ready, heard).verdict : 'not-applicable';
  };
  for (const [nth, contact] of contacts.entries()) {
    const before = say(contact);
    for (const [at, swap] of swaps.entries()) {
      const turns = swap.of(contact.turns, nth);
      if (!turns) continue;
      const after = say({ ...contact, turns });
      if (before === 'not-applicable' && after === before) continue;
      told[at]!.pairs++;
      told[at]!.flips += Number(after !== before);
    }
  }
  const sum = (of: 'pairs' | 'flips'): number => told.reduce((all, one) => all + one[of], 0);
  return { pairs: sum('pairs'), flips: sum('flips'), swaps: told };
}
