// Where to look again: how many reviews each stratum gets, or with what chance each case is drawn, so that the corrected
// rate is narrowest for the work.

/** A group of cases that is drawn from together. */
export interface ToReview {
  readonly size: number;
  /** A guess of the rate in it, 0 to 1. Under 10 % and over 90 % is not believed. */
  readonly guess: number;
}

/**
 * The least that a guess is believed to be: how good a machine is isn't known before it is looked at, and reviews shared out
 * as if it never erred would widen the interval where it turns out to be a coin.
 */
const leastGuess = 0.1;

/**
 * Reviews per stratum by Neyman's rule, n_h ∝ N_h √(p(1 − p)), with a floor for each. Never more than a stratum has.
 * Source: J. Neyman 1934, Journal of the Royal Statistical Society 97:558.
 * @returns whole numbers, one a stratum; they add up to `n` where floors and sizes let them
 */
export function neymanAllocation(strata: readonly ToReview[], n: number, floor = 5): number[] {
  const wanted = strata.map(({ size, guess }) => {
    const p = Math.min(1 - leastGuess, Math.max(leastGuess, guess));
    return size * Math.sqrt(p * (1 - p));
  });
  const out = strata.map(({ size }) => Math.min(size, floor));
  // One at a time to whoever lacks most, which keeps sums whole and respects sizes.
  for (let left = n - out.reduce((sum, one) => sum + one, 0); left > 0; left--) {
    let best = -1;
    for (let at = 0; at < strata.length; at++) {
      if (out[at]! >= strata[at]!.size) continue;
      if (best < 0 || wanted[at]! / (out[at]! + 1) > wanted[best]! / (out[best]! + 1)) best = at;
    }
    if (best < 0) break;
    out[best]!++;
  }
  return out;
}

/**
 * The chance with which each case is drawn, for about n draws: mostly by how unsure the machine is, √(p(1 − p)), the rest
 * evenly, so that no case can't be drawn. Log these: without them no rate can be corrected.
 * Source: T. Zrnic and E. Candès 2024, "Active statistical inference", arXiv 2403.03208, section 3.
 * @param guesses the machine's chance of failing, of each case
 * @param evenly the part drawn evenly, .1 to .2
 */
export function activeProbabilities(guesses: ArrayLike<number>, n: number, evenly = 0.15): Float64Array {
  const unsure = Float64Array.from(guesses, (p) => Math.sqrt(Math.max(0, p * (1 - p))));
  const total = unsure.reduce((sum, one) => sum + one, 0);
  return unsure.map((one) =>
    Math.min(
      1,
      n * ((total > 0 ? ((1 - evenly) * one) / total : (1 - evenly) / unsure.length) + evenly / unsure.length),
    ),
  );
}
