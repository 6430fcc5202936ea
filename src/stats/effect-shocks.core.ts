// Bets on a change against a null under which every period may move by itself: wealth that a fair bettor could not
// expect to grow where the mean is 0 or less and periods wobble by a stated standard deviation.

/** One kind of bet within one period: blocks are added as they come, the wealth can be read after any of them. */
export interface PeriodBets {
  /** A block's difference, between -bound and bound. */
  add(difference: number): void;
  /** Log of the wealth of each bet since the period began, in the order of `changes`. */
  logWealth(): Float64Array;
}

export interface PeriodDesign {
  /** Means that are bet on, all of one sign. */
  readonly changes: ArrayLike<number>;
  /** Variance of one block's difference. */
  readonly variance: number;
  /** How far a difference can lie from 0. */
  readonly bound: number;
  /** Standard deviation of what moves the whole period at once; 0 for none. */
  readonly shock: number;
}

const nodesOfShock = 25;
const reach = 3;
/** A bet never stakes more than this part of what a difference could cost. */
const mostAtStake = 0.9;

/**
 * Wealth of a bet on mean m after blocks D_1..D_t of a period: sum over shocks s of phi(s) prod(1 + (m+s) D_i / v), over
 * the same sum at m = 0. Numerator and denominator are both betting martingales (Waudby-Smith and Ramdas 2024, Journal of
 * the Royal Statistical Society B 86:1), each the likelihood of its mean against no change at all; their ratio is fair
 * where the period's own mean is drawn from N(0, shock squared) and unfair to the bettor where it is lower. With no
 * shock it is the plain bet prod(1 + m D_i / v). In the normal limit it is exp(m S/(v + t shock^2) - t m^2 / 2(v + t shock^2)):
 * the more blocks of one period, the less each further one says.
 */
export function periodBets({ changes, variance, bound, shock }: PeriodDesign): PeriodBets {
  const nodes = shock > 0 ? nodesOfShock : 1;
  const most = mostAtStake / bound;
  // Row 0 is the null, row j + 1 the j-th bet; a row has a node a shock.
  const rows = changes.length + 1;
  const stake = new Float64Array(rows * nodes);
  const log = new Float64Array(rows * nodes);
  const weight = new Float64Array(nodes);
  let total = 0;
  for (let node = 0; node < nodes; node++) {
    const z = nodes === 1 ? 0 : (reach * (2 * node)) / (nodes - 1) - reach;
    weight[node] = Math.exp((-z * z) / 2);
    total += weight[node]!;
    for (let row = 0; row < rows; row++) {
      const mean = (row === 0 ? 0 : changes[row - 1]!) + z * shock;
      stake[row * nodes + node] = Math.max(-most, Math.min(most, mean / variance));
    }
  }
  for (let node = 0; node < nodes; node++) weight[node]! /= total;
  // Products, whose logarithm is taken now and then: a logarithm a block would be most of the time spent.
  const product = new Float64Array(rows * nodes).fill(1);
  let multiplied = 0;
  const settle = (): void => {
    for (let at = 0; at < log.length; at++) log[at]! += Math.log(product[at]!);
    product.fill(1);
    multiplied = 0;
  };
  return {
    add(difference) {
      for (let at = 0; at < product.length; at++) product[at]! *= 1 + stake[at]! * difference;
      multiplied += 1;
      // A factor is at least 0.1 and at most 1.9: a hundred of them stay within a double.
      if (multiplied === 100) settle();
    },
    logWealth() {
      settle();
      const told = new Float64Array(changes.length);
      const under = logMean(log, 0, nodes, weight);
      for (let row = 1; row < rows; row++) told[row - 1] = logMean(log, row * nodes, nodes, weight) - under;
      return told;
    },
  };
}

/** ln of the weighted mean of exp(values[from + i]), without overflow. */
function logMean(values: Float64Array, from: number, count: number, weight: ArrayLike<number>): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) top = Math.max(top, values[from + i]!);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weight[i]! * Math.exp(values[from + i]! - top);
  return top + Math.log(sum);
}
