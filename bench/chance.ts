// Chance for benches: from a seed and a number, so that any single case can be had again without those before it.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export class Chance {
  private readonly random: ReturnType<typeof xoroshiro128plus>;

  /** The same seed and case give the same draws. */
  constructor(seed: number, nth = 0) {
    this.random = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ Math.imul(nth + 1, 0x85ebca6b));
    // Seeds that differ in a bit begin alike.
    for (let skipped = 0; skipped < 4; skipped++) this.random.next();
  }

  /** 0 up to, not with, 1. */
  unit(): number {
    return (this.random.next() >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not with, `n`. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
