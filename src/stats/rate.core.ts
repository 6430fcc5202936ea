// Rates over marks: met / (met + failed), with "unsure" beside it and what it could move; and Wilson's interval.
import { betaQuantile, normalQuantile } from './special.core.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many marks of each kind. Not-applicable ones don't count at all. */
export interface Counts {
  readonly met: number;
  readonly failed: number;
  readonly unsure: number;
}

export interface Rate extends Interval {
  /** met / (met + failed), or null where nothing was marked. */
  readonly rate: number | null;
  /** met + failed. */
  readonly marked: number;
  readonly unsure: number;
  /** The rate if every unsure mark were failed, and if every one were met. */
  readonly ifUnsureFailed: number | null;
  readonly ifUnsureMet: number | null;
}

/**
 * Wilson's score interval for k successes of n.
 * Source: E. B. Wilson 1927; formula 3 of Newcombe 1998, Statistics in Medicine 17:857.
 * @param level coverage, 0 to 1 exclusive, e.g. 0.9
 * @returns the whole range 0 to 1 where n is 0
 */
export function wilson(k: number, n: number, level: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const z = normalQuantile((1 + level) / 2);
  const p = k / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At 0 and n of n one end is exactly 0 or 1; rounding would leave 1e-17 beside it.
  return {
    low: k === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: k === n ? 1 : Math.min(1, (middle + half) / scale),
  };
}

/**
 * Jeffreys' interval for k successes of n: quantiles of Beta(k + ½, n − k + ½), with 0 and n of n kept at their end.
 * Source: L. D. Brown, T. T. Cai and A. DasGupta 2001, Statistical Science 16:101.
 */
export function jeffreys(k: number, n: number, level: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const tail = (1 - level) / 2;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k + 0.5, n - k + 0.5),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 0.5, n - k + 0.5),
  };
}

/** The rate of marks met, its Wilson interval at the level, and how far the unsure ones could move it. */
export function rateOf(counts: Counts, level = 0.9): Rate {
  const marked = counts.met + counts.failed;
  const all = marked + counts.unsure;
  return {
    rate: marked > 0 ? counts.met / marked : null,
    marked,
    unsure: counts.unsure,
    ...wilson(counts.met, marked, level),
    ifUnsureFailed: all > 0 ? counts.met / all : null,
    ifUnsureMet: all > 0 ? (counts.met + counts.unsure) / all : null,
  };
}
