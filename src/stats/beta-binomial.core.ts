// Small numbers, shrunk: every group's rate is drawn towards the rate of all groups, by as much as the groups resemble
// each other (beta-binomial, maximum likelihood), with intervals that allow for the fit being a fit.
import type { Interval } from './rate.core.ts';
import { digamma, logBeta } from './special.core.ts';

/** k of n in one group, e.g. failures of one person's marks. */
export interface Group {
  readonly k: number;
  readonly n: number;
}

/** θ ~ Beta(μM, (1−μ)M). `size` is M; `icc` = 1/(M+1), the correlation of two marks of one group. */
export interface Spread {
  readonly mean: number;
  readonly size: number;
  readonly icc: number;
}

export interface Shrunken extends Interval {
  /** (k + μM) / (n + M). */
  readonly estimate: number;
  /** n / (n + M): how much of the estimate is the group's own data. */
  readonly ownWeight: number;
}

const smallest = Math.log(0.05);
const largest = Math.log(1e6);

/** Log-likelihood of mean μ and size M, without the binomial coefficients. */
export function spreadLikelihood(groups: readonly Group[], mean: number, size: number): number {
  const a = mean * size;
  const b = size - a;
  const base = logBeta(a, b);
  let sum = 0;
  for (const { k, n } of groups) if (n > 0) sum += logBeta(k + a, n - k + b) - base;
  return sum;
}

/**
 * Maximum likelihood of the beta-binomial over the groups: the best mean for each size by safeguarded Newton steps (the
 * likelihood is concave in the mean), the best size by golden section on its logarithm. Source: Griffiths 1973,
 * Biometrics 29:637. Sizes beyond a million read as "no difference between groups" (icc about 0).
 * @returns null where there is no group with a mark
 */
export function fitSpread(groups: readonly Group[]): Spread | null {
  const used = groups.filter((group) => group.n > 0);
  if (used.length === 0) return null;
  const value = (logSize: number) => {
    const size = Math.exp(logSize);
    return spreadLikelihood(used, bestMean(used, size), size);
  };
  // A coarse look first: golden section needs one hill.
  const steps = 16;
  let best = smallest;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= steps; i++) {
    const at = smallest + ((largest - smallest) * i) / steps;
    const here = value(at);
    if (here > bestValue) [best, bestValue] = [at, here];
  }
  const width = (largest - smallest) / steps;
  const logSize = goldenMaximum(value, Math.max(smallest, best - width), Math.min(largest, best + width));
  const size = Math.exp(logSize);
  return { mean: bestMean(used, size), size, icc: 1 / (size + 1) };
}

function goldenMaximum(value: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let [atLeft, atRight] = [value(left), value(right)];
  for (let i = 0; i < 40; i++) {
    if (atLeft < atRight) {
      low = left;
      [left, atLeft] = [right, atRight];
      right = low + ratio * (high - low);
      atRight = value(right);
    } else {
      high = right;
      [right, atRight] = [left, atLeft];
      left = high - ratio * (high - low);
      atLeft = value(left);
    }
  }
  return (low + high) / 2;
}

/** The likeliest mean for a given size: the root of a falling derivative, by bisection on (0, 1). */
function bestMean(groups: readonly Group[], size: number): number {
  let low = 1e-9;
  let high = 1 - 1e-9;
  for (let i = 0; i < 34; i++) {
    const mean = (low + high) / 2;
    if (meanSlope(groups, mean, size) > 0) low = mean;
    else high = mean;
  }
  return (low + high) / 2;
}

function meanSlope(groups: readonly Group[], mean: number, size: number): number {
  const a = mean * size;
  const b = size - a;
  const [baseA, baseB] = [digamma(a), digamma(b)];
  let sum = 0;
  for (const { k, n } of groups) {
    if (k > 0) sum += digamma(k + a) - baseA;
    if (k < n) sum -= digamma(n - k + b) - baseB;
  }
  return sum;
}
