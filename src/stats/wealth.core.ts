// Evidence that may be looked at as often as one likes: money won by betting that one of two wins more than half of their duels.
// Where it doesn't, nobody grows rich: the chance ever to hold 20 times what was begun with is at most 1 in 20, whenever and however
// often one looks.

/** Parts of what is held that some bettors always stake. */
const fixed = [0.15, 0.4] as const;
/** Others stake by what they have seen, the latest most: after so many duels one counts half. They stake nothing while it loses. */
const halfLives = [15, 50, 400] as const;
const mostStaked = 0.9;
/** Duels that an observing bettor pretends to have seen, even ones. */
const pretended = 2;

/**
 * What one coin became, split among bettors: the mean over them of Π(1 + λx) with x 1 for a duel won and -1 for one lost, each λ set
 * before its duel. A supermartingale wherever no duel, given those before, is won more often than lost (J. Ville 1939; G. Shafer 2021,
 * Journal of the Royal Statistical Society A 184:407; stakes by what was seen as in I. Waudby-Smith and A. Ramdas 2024, the same B 86:1).
 * @param won in the order they came
 * @returns the wealth after each duel
 */
export function wealthOf(won: readonly boolean[]): Float64Array {
  const logs = new Float64Array(fixed.length + halfLives.length);
  const [sums, counts] = [new Float64Array(halfLives.length), new Float64Array(halfLives.length)];
  return Float64Array.from(won, (one) => {
    const x = one ? 1 : -1;
    for (const [bettor, stake] of fixed.entries()) logs[bettor]! += Math.log1p(stake * x);
    for (const [at, halfLife] of halfLives.entries()) {
      const stake = Math.min(mostStaked, Math.max(0, sums[at]! / (counts[at]! + pretended)));
      logs[fixed.length + at]! += Math.log1p(stake * x);
      const fading = 0.5 ** (1 / halfLife);
      sums[at] = sums[at]! * fading + x;
      counts[at] = counts[at]! * fading + 1;
    }
    return logs.reduce((sum, log) => sum + Math.exp(log), 0) / logs.length;
  });
}

/** Wealth from which on one may say so, wrong in at most this share of all histories. */
export function wealthNeeded(errors: number): number {
  return 1 / errors;
}
