// What a recogniser writes instead of a word: words that people really say, near in sound and often heard. A word that no
// dictionary has is taken for a common one.
import type { Chance } from '../chance.ts';
import { distance, soundsOf } from './sounds.ts';

/** A word must be said this often somewhere to be what a recogniser would guess. */
const leastSaid = 4;
const mostOffered = 8;
/** How fast likeness falls with distance; by it a word one place of articulation off is e times less likely than its like. */
const falls = 0.35;
/** Farther than this share of the word's own sounds, nothing alike is left. */
const farthest = 0.6;

interface Offer {
  readonly word: string;
  readonly weight: number;
}

export class Confusions {
  private readonly pool: { readonly word: string; readonly said: number; readonly sounds: readonly string[] }[];
  private readonly common: readonly string[];
  private readonly offers = new Map<string, readonly Offer[]>();

  /** @param said how often each word, in lower case, is said in all contacts */
  constructor(said: ReadonlyMap<string, number>) {
    this.pool = [...said].flatMap(([word, count]) => {
      const sounds = count < leastSaid ? null : soundsOf(word);
      return sounds ? [{ word, said: count, sounds }] : [];
    });
    this.common = this.pool.filter((one) => one.said >= 50 && one.word.length > 3).map((one) => one.word);
  }

  /** Another word for this one. */
  of(word: string, chance: Chance): string {
    const offers = this.offersFor(word);
    if (offers.length === 0) return chance.of(this.common);
    let left = chance.unit() * offers.reduce((sum, one) => sum + one.weight, 0);
    for (const one of offers) {
      left -= one.weight;
      if (left <= 0) return one.word;
    }
    return offers.at(-1)!.word;
  }

  private offersFor(word: string): readonly Offer[] {
    let offers = this.offers.get(word);
    if (!offers) this.offers.set(word, (offers = this.nearest(word)));
    return offers;
  }

  private nearest(word: string): readonly Offer[] {
    const sounds = soundsOf(word);
    if (!sounds) return [];
    return this.pool
      .flatMap((one) => {
        if (one.word === word || Math.abs(one.sounds.length - sounds.length) > 2) return [];
        const far = distance(sounds, one.sounds);
        if (far > farthest * Math.max(2, sounds.length)) return [];
        return [{ word: one.word, weight: Math.exp(-far / falls) * Math.sqrt(one.said) }];
      })
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, mostOffered);
  }
}
