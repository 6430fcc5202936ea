// How much is enough: contacts until a rate is known to so and so much, until two rates are told apart, until one person's
// rate is fair, and reviews until a machine's rate may be believed.
import { wilson } from './rate.core.ts';
import { normalQuantile } from './special.core.ts';

/** More than anybody will have; what would take more is told as out of reach (`null`). */
const mostCounted = 1e7;

/**
 * Fewest marks n whose Wilson interval (Wilson 1927) reaches at most `within` to either side of its middle when the rate
 * is `rate`.
 * @param level coverage, 0 to 1 exclusive
 * @param designEffect how many times as many are needed since marks of one person resemble each other:
 *   `designEffectOf`; 1 where left out
 */
export function marksForRate(rate: number, within: number, level: number, designEffect = 1): number | null {
  const half = (n: number): number => {
    const { low, high } = wilson(rate * n, n, level);
    return (high - low) / 2;
  };
  return timesAndUp(
    smallest((n) => half(n) <= within),
    designEffect,
  );
}

/** 1 + (m - 1) icc for groups of m marks (Kish 1965); m may be a mean. */
export function designEffectOf(marksPerGroup: number, icc: number): number {
  return 1 + Math.max(0, marksPerGroup - 1) * icc;
}

/**
 * Marks in each of two groups until a difference between rates a and b is seen with the given power, both-sided:
 * (z_(1-alpha/2) sqrt(2 p q) + z_power sqrt(a(1-a) + b(1-b)))² / (a-b)², p the mean (Fleiss, Levin and Paik 2003,
 * Statistical Methods for Rates and Proportions, formula 4.14, without continuity correction).
 * @returns null where a equals b
 */
export function marksToTellApart(a: number, b: number, level: number, power: number, designEffect = 1): number | null {
  if (a === b) return null;
  const p = (a + b) / 2;
  const zLevel = normalQuantile((1 + level) / 2);
  const zPower = normalQuantile(power);
  const root = zLevel * Math.sqrt(2 * p * (1 - p)) + zPower * Math.sqrt(a * (1 - a) + b * (1 - b));
  // Differences such as 0.1 - 0.05 aren't exact: a hair over a whole number is that number.
  return timesAndUp(Math.ceil((root / (a - b)) ** 2 - 1e-9), designEffect);
}

/**
 * How much of the spread between people's rates is people, with n marks each: n icc / (1 + (n - 1) icc) (Spearman 1910,
 * Brown 1910; contacts nested in people, Brennan 2001, Generalizability Theory).
 * @param icc correlation of two marks of one person, 0 to 1: 1/(M+1) of the fitted spread (`fitSpread`)
 */
export function reliability(n: number, icc: number): number {
  return n <= 0 ? 0 : (n * icc) / (1 + (n - 1) * icc);
}

/** Fewest marks a person needs until `reliability` is at least `aim`; null where people don't differ at all. */
export function marksForReliability(icc: number, aim: number): number | null {
  if (icc <= 0 || aim >= 1) return null;
  const n = Math.max(1, Math.ceil((aim * (1 - icc)) / (icc * (1 - aim)) - 1e-9));
  return n > mostCounted ? null : n;
}

export interface ReviewPlan {
  /** The machine's rate, 0 to 1. */
  readonly rate: number;
  /** Half the width that the corrected rate's interval should have. */
  readonly within: number;
  readonly level: number;
  /** Correlation of the machine's marks with a reviewer's. */
  readonly rho: number;
  /** Marks that the machine has made. */
  readonly machineMarks: number;
}

/** Below this the normal interval of a corrected rate isn't to be trusted. */
export const fewestReviews = 50;

/**
 * Reviews n until the corrected rate's interval has half-width `within`: z² v ((1 - rho²)/n + rho²/(n + N)) <= within², the
 * variance of prediction-powered inference at its best weight (Angelopoulos, Duchi and Zrnic 2023, arXiv 2311.01453),
 * v = p(1-p); rho of 0 is reviews alone. Fifty at least.
 * @returns null where N machine marks are too few however many of them are reviewed
 */
export function reviewsForRate({ rate, within, level, rho, machineMarks }: ReviewPlan): number | null {
  const z = normalQuantile((1 + level) / 2);
  const spread = Math.max(rate * (1 - rate), 1e-4);
  const n = smallest(
    (count) => z * z * spread * ((1 - rho * rho) / count + (rho * rho) / Math.max(count, machineMarks)) <= within ** 2,
  );
  if (n === null || n > machineMarks) return null;
  return Math.max(n, Math.min(fewestReviews, machineMarks));
}

/** Smallest whole number from 1 for which a condition that stays true once true holds. */
function smallest(enough: (n: number) => boolean): number | null {
  let high = 1;
  while (!enough(high)) {
    high *= 2;
    if (high > mostCounted) return null;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function timesAndUp(n: number | null, times: number): number | null {
  if (n === null) return null;
  const all = Math.ceil(n * times - 1e-9);
  return all > mostCounted ? null : all;
}
