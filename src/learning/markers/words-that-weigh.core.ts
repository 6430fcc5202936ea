// The words behind what was learned. Only numbers are kept of them, so they are looked up in contacts that people marked: what
// weighs most for met and for missed, as it is said there.
import type { Encounter } from '../../standards/encounter.core.ts';
import { putFeatures, wordsOf } from '../../marking/learned/contact-features.core.ts';
import type { MarkerModel } from '../../marking/learned/marker-model.core.ts';

export interface WeighingWord {
  /** As it is said, in small letters and without punctuation. */
  readonly words: string;
  readonly by: 'rep' | 'customer';
  /** How much it weighs, beside the heaviest: 0 to 1. */
  readonly weight: number;
}

const mostTold = 8;
/** Beside the heaviest, what weighs less than this says little. */
const leastWeight = 0.08;
/** Said in fewer of the contacts than this, words are not told: they could be somebody's. */
const leastContacts = 3;

/** The words that weigh most for met and for missed, as they stand in these contacts: the model itself keeps none. */
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
      // "Unit, what" and "unit. What" are one thing said, and one thing learned.
      const words = text
        .slice(place.from, place.to)
        .toLowerCase()
        .replaceAll(/[,.;:!?…]+(?=\s|$)|\s+/g, ' ')
        .replaceAll(/ +/g, ' ')
        .trim();
      const key = `${speaker} ${words}`;
      const own = found.get(key) ?? { words, by: speaker, weight: 0, contacts: 0 };
      if (Math.abs(weight) > Math.abs(own.weight)) own.weight = weight;
      if (!here.has(key)) own.contacts++;
      here.add(key);
      found.set(key, own);
    });
  }
  const told = [...found.values()].filter((one) => one.contacts >= leastContacts && /\p{L}/u.test(one.words));
  const most = told.reduce((max, one) => Math.max(max, Math.abs(one.weight)), 1e-9);
  const side = (way: 1 | -1): WeighingWord[] =>
    withoutParts(
      told
        .filter((one) => one.weight * way >= leastWeight * most)
        .toSorted(
          (a, b) => b.weight * way - a.weight * way || b.words.length - a.words.length || (a.words < b.words ? -1 : 1),
        ),
    )
      .slice(0, mostTold)
      .map(({ words, by, weight }) => ({ words, by, weight: Math.round((Math.abs(weight) / most) * 100) / 100 }));
  return { met: side(1), failed: side(-1) };
}

interface Found {
  readonly words: string;
  readonly by: 'rep' | 'customer';
  readonly weight: number;
}

/** A word inside a longer one that is told says nothing more. */
function withoutParts(list: readonly Found[]): Found[] {
  const told: Found[] = [];
  for (const one of list) {
    const inside = told.some((other) => other.by === one.by && ` ${other.words} `.includes(` ${one.words} `));
    const [first, last] = [one.words.split(' ')[0]!, one.words.split(' ').at(-1)!];
    // Two pairs that share a word are one thing said: "safe travels", "travels home".
    const overlaps = told.some(
      ({ words, by, weight }) =>
        by === one.by &&
        Math.abs(weight - one.weight) < 1e-6 &&
        (words.endsWith(` ${first}`) || words.startsWith(`${last} `)),
    );
    if (!inside && !overlaps) told.push(one);
  }
  return told;
}
