// Where a phrase that ends at a word began: its positions walked backwards. Bounded by the phrase's own length.
import type { CompiledPacks, CompiledPhrase } from './compiled.core.ts';
import { asides } from './english.ts';
import type { Words } from './words.ts';

/** The index of the first word of the longest match of `phrase` that ends at word `last` (`words.count` stands for the end of the turn, -1 for its start). */
export function startOf(
  phrase: CompiledPhrase,
  words: Words,
  last: number,
  { vocabulary, automaton }: CompiledPacks,
): number {
  const idAt = (at: number): number =>
    at < 0 ? vocabulary.special.start : at >= words.count ? vocabulary.special.end : words.ids[at]!;
  const reads = (position: number, at: number): boolean => {
    const { word, classes } = phrase.positions[position]!;
    const id = idAt(at);
    return word >= 0 ? word === id : (vocabulary.classes[id]! & classes) !== 0;
  };
  const isAside = (at: number): boolean =>
    at >= 1 &&
    asides.some(([first, second]) => idAt(at) === vocabulary.add(second) && idAt(at - 1) === vocabulary.add(first));
  const waiting = new Map<number, Set<number>>([
    [last, new Set(phrase.last.filter((position) => reads(position, last)))],
  ]);
  let best = last;
  for (let at = last; waiting.size > 0 && at >= -1; at--) {
    const here = waiting.get(at);
    if (!here) continue;
    waiting.delete(at);
    for (const position of here) {
      automaton.steps++;
      if (phrase.first.includes(position)) best = Math.min(best, at);
      const earlier = isAside(at - 1) ? [at - 1, at - 3] : [at - 1];
      for (const to of earlier) {
        if (to < -1) continue;
        for (const previous of phrase.positions[position]!.previous) {
          if (!reads(previous, to)) continue;
          const set = waiting.get(to) ?? new Set();
          set.add(previous);
          waiting.set(to, set);
        }
      }
    }
  }
  return best;
}
