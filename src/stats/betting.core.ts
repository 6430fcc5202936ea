// An interval for a mean that may be looked at after every single case, by betting against each candidate mean: whoever
// would have grown rich betting against it has shown that it isn't the mean.
import type { Interval } from './rate.core.ts';

export interface BettingOptions {
  /** Coverage at all moments together, 0 to 1 exclusive; .95 where left out. */
  readonly level?: number;
  /** The least and the most that a value can be; 0 and 1 where left out. */
  readonly from?: number;
  readonly to?: number;
}

/** Candidate means to a grid. */
const cells = 400;
/** A bet is at most this part of what could be lost, so that no single value ruins it. */
const mostStaked = 0.5;

/**
 * The betting confidence sequence (hedged capital): for each candidate m, K(m) = ½ Π(1 + λ(X − m)) + ½ Π(1 − λ(X − m)),
 * bets λ set before each value from those before it; m stays in while K never reached 1/α.
 * Source: I. Waudby-Smith and A. Ramdas 2024, Journal of the Royal Statistical Society B 86:1, section 4.3 (predictable
 * plug-in, truncated at ½).
 * @param values in the order they came, each inside [from, to]; residuals y − λf of reviews stand in [−λ, 1]
 * @returns the interval after the last value, which no later look can make wrong more often than 1 − level
 */
export function bettingInterval(values: ArrayLike<number>, options: BettingOptions = {}): Interval {
  const { level = 0.95, from = 0, to = 1 } = options;
  const alpha = 1 - level;
  const span = to - from;
  const open = new Uint8Array(cells + 1).fill(1);
  const up = new Float64Array(cells + 1);
  const down = new Float64Array(cells + 1);
  const bar = Math.log(2 / alpha);
  let sum = 0.5;
  let squares = 0.25;
  for (let t = 1; t <= values.length; t++) {
    // Mean and spread of those before, begun with one pretended value in the middle.
    const spread = squares / t;
    const stake = Math.sqrt((2 * bar) / (spread * t * Math.log(t + 1)));
    const x = (values[t - 1]! - from) / span;
    for (let cell = 0; cell <= cells; cell++) {
      if (!open[cell]) continue;
      const m = cell / cells;
      up[cell]! += Math.log1p(Math.min(stake, mostStaked / Math.max(m, 1e-9)) * (x - m));
      down[cell]! += Math.log1p(-Math.min(stake, mostStaked / Math.max(1 - m, 1e-9)) * (x - m));
      if (Math.max(up[cell]!, down[cell]!) >= bar) open[cell] = 0;
    }
    sum += x;
    squares += (x - sum / (t + 1)) ** 2;
  }
  const first = open.indexOf(1);
  if (first < 0)
    return { low: from + (span * sum) / (values.length + 1), high: from + (span * sum) / (values.length + 1) };
  // A cell further out each way: a mean between two cells may stand where neither does.
  const last = open.lastIndexOf(1);
  return {
    low: from + (span * Math.max(0, first - 1)) / cells,
    high: from + (span * Math.min(cells, last + 1)) / cells,
  };
}
