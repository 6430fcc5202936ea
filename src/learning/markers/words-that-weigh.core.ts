// The words behind what was learned. Only numbers are kept of them, so they are looked up in contacts that people marked: what
// weighs most for met and for missed, as it is said there.
import type { Encounter } from '../../standards/encounter.core.ts';
import { putFeatures, wordsOf } from '../../marking/learned/contact-features.core.ts';
import type { MarkerModel } from '../../marking/learned/marker-model.core.ts';

export interface WeighingWord {
  /** As it is said, in small letters. */
  readonly words: string;
  readonly by: 'rep' | 'customer';
  /** How much it weighs, beside the heaviest: 0 to 1. */
  readonly weight: number;
}

const mostTold = 12;
/** Said in fewer of the contacts than this, words are not told: they could be somebody's. */
const leastContacts = 3;

export function wordsThatWeigh(
  model: MarkerModel,
  contacts: readonly Encounter[],
): { met: WeighingWord[]; failed: WeighingWord[] } {
  const weights = new Map([...model.columns].map((column, at) => [column, model.met.weights[at]!]));
  const found = new Map<string, { words: string; by: 'rep' | 'customer'; weight: number; contacts: number }>();
  for (const encounter of contacts) {
    const here = new Set<string>();
    putFeatures({ encounter, words: wordsOf(encounter), mark: undefined, cues: [] }, (column, _value, place) => {
      const weight = weights.get(column);
      if (weight === undefined || !place) return;
      const { speaker, text } = encounter.turns[place.turn]!;
      if (speaker === 'other') return;
      const words = text.slice(place.from, place.to).toLowerCase().replaceAll(/\s+/g, ' ');
      const key = `${speaker} ${words}`;
      const own = found.get(key) ?? { words, by: speaker, weight: 0, contacts: 0 };
      if (Math.abs(weight) > Math.abs(own.weight)) own.weight = weight;
      if (!here.has(key)) own.contacts++;
      here.add(key);
      found.set(key, own);
    });
  }
  const told = [...found.values()].filter((one) => one.contacts >= leastContacts);
  const most = told.reduce((max, one) => Math.max(max, Math.abs(one.weight)), 1e-9);
  const side = (way: 1 | -1): WeighingWord[] =>
    told
      .filter((one) => one.weight * way > 0)
      .toSorted((a, b) => b.weight * way - a.weight * way || (a.words < b.words ? -1 : 1))
      .slice(0, mostTold)
      .map(({ words, by, weight }) => ({ words, by, weight: Math.round((Math.abs(weight) / most) * 100) / 100 }));
  return { met: side(1), failed: side(-1) };
}
