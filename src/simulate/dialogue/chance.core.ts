// Chance for words: from a text and a salt, so that any one contact can be said again without those before it.

/** A whole number of 32 bits from a text (FNV-1a, Fowler, Noll and Vo 1991). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Draws in [0,1) from a seed (mulberry32, Ettinger 2017): small, quick, and far better than words need. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 up to, not with, 1. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not with, `n`. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** True with this chance. */
  coin(share = 0.5): boolean {
    return this.unit() < share;
  }
}
