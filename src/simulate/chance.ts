// Chance from a seed: the same seed and stream give the same draws, whatever other streams were asked for in between.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export class Chance {
  readonly #random: ReturnType<typeof xoroshiro128plus>;
  #spare: number | undefined;

  /** @param stream what the draws are for, so that more draws for one thing don't change another */
  constructor(seed: number, stream: string) {
    let state = 0x811c9dc5 ^ seed;
    for (let i = 0; i < stream.length; i++) state = Math.imul(state ^ stream.charCodeAt(i), 0x01000193);
    this.#random = xoroshiro128plus(Math.imul(state ^ (state >>> 15), 0x85ebca6b) ^ Math.imul(seed + 1, 0x9e3779b1));
    // Seeds that differ in a bit begin alike.
    for (let skipped = 0; skipped < 8; skipped++) this.#random.next();
  }

  /** 0 up to, not with, 1. */
  unit(): number {
    return (this.#random.next() >>> 0) / 2 ** 32;
  }

  /** True with this chance. */
  is(chance: number): boolean {
    return this.unit() < chance;
  }

  /** A number between, evenly. */
  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)]!;
  }

  /** An index, with these weights; they need not add up to 1. */
  weighted(weights: readonly number[]): number {
    let left = this.unit() * weights.reduce((sum, one) => sum + one, 0);
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i]!;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }

  /** A normal deviate of mean 0 (G. Marsaglia's polar method, 1964). */
  normal(deviation = 1): number {
    if (this.#spare !== undefined) {
      const kept = this.#spare;
      this.#spare = undefined;
      return kept * deviation;
    }
    for (;;) {
      const x = 2 * this.unit() - 1;
      const y = 2 * this.unit() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * scale;
      return x * scale * deviation;
    }
  }

  exponential(mean: number): number {
    return -Math.log(1 - this.unit()) * mean;
  }

  /** A Poisson count (D. Knuth's product of uniforms; for the small means that days and sites have). */
  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(mean + this.normal(Math.sqrt(mean))));
    const least = Math.exp(-mean);
    let count = 0;
    for (let product = this.unit(); product > least; product *= this.unit()) count++;
    return count;
  }

  /** A copy in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(this.unit() * (i + 1));
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }

  /** So many of the list, each at most once, in the list's order. */
  some<T>(list: readonly T[], count: number): T[] {
    const taken = new Set(this.shuffled(list.map((_, i) => i)).slice(0, Math.max(0, count)));
    return list.filter((_, i) => taken.has(i));
  }
}
