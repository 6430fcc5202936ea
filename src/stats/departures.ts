// How far each of a few groups lies from what its own circumstances would give: a straight line through what is known of all
// groups, around which they differ by themselves, each figure known to some variance. With six or ten groups a coefficient has
// little to stand on, so each is held by what was believed of it before, which the caller states.
import { solvePositive } from './cholesky.ts';
import { normalCdf } from './special.core.ts';

export interface GroupFigure {
  readonly value: number;
  /** Variance of `value` as a measurement; 0 is allowed. */
  readonly variance: number;
  /** What is known of the group: as many as there are priors. An intercept is always added and is not listed. */
  readonly columns: readonly number[];
}

/** What is believed of a coefficient before the data: normal, with this mean and deviation. */
export interface Believed {
  readonly mean: number;
  readonly deviation: number;
}

export interface Departure {
  /** From what its circumstances would give; below 0 is less. */
  readonly estimate: number;
  readonly standardError: number;
  readonly from: number;
  readonly to: number;
  /** Chance that the departure is less than `limit`. */
  below(limit: number): number;
}

export interface Departures {
  /** Standard deviation of groups around what their circumstances give. */
  readonly spread: number;
  readonly coefficients: readonly { readonly estimate: number; readonly standardError: number }[];
  /** In the order given. */
  readonly groups: readonly Departure[];
}

const steps = 24;
/** Of the intercept: as good as none, on the scale of a logarithm. */
const interceptDeviation = 100;

/**
 * Departures of groups from a line: yᵢ = xᵢβ + uᵢ + eᵢ, uᵢ normal around 0 with a spread that is integrated over (flat on the
 * standard deviation), eᵢ of known variance, β with normal priors.
 * Source: R. E. Fay and R. A. Herriot 1979, Journal of the American Statistical Association 74:269; the hierarchical Bayes form
 * in J. N. K. Rao and I. Molina 2015, Small Area Estimation, chapter 10.
 * @param level coverage of the intervals, 0 to 1 exclusive
 * @returns null for fewer than two groups
 */
export function departures(
  groups: readonly GroupFigure[],
  priors: readonly Believed[],
  level: number,
): Departures | null {
  if (groups.length < 2) return null;
  const values = groups.map(({ value }) => value);
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
  const widest = 2 * Math.max(spread, 1e-3);
  const before = [{ mean: centre, deviation: interceptDeviation }, ...priors];
  const points = Array.from({ length: steps }, (_, i) => {
    const deviation = widest * 200 ** (i / (steps - 1) - 1);
    return pointAt(deviation, groups, before);
  });
  // Even on the logarithm: each stands for a stretch in proportion to itself.
  const logs = points.map((point) => point.marginal + Math.log(point.deviation));
  const top = Math.max(...logs);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - top), 0);
  const weights = logs.map((log) => Math.exp(log - top) / total);
  const over = (of: (point: Point) => number): number =>
    points.reduce((sum, point, i) => sum + weights[i]! * of(point), 0);
  const mixed = (mean: (point: Point) => number, variance: (point: Point) => number) => {
    const estimate = over(mean);
    return { estimate, standardError: Math.sqrt(over((point) => variance(point) + (mean(point) - estimate) ** 2)) };
  };
  return {
    spread: over((point) => point.deviation),
    coefficients: priors.map((_, c) =>
      mixed(
        (point) => point.at[c + 1]!,
        (point) => point.variances[c + 1]!,
      ),
    ),
    groups: groups.map((_, g): Departure => {
      const whole = mixed(
        (point) => point.own[g]!.mean,
        (point) => point.own[g]!.variance,
      );
      const below = (limit: number): number =>
        over(({ own }) => normalCdf((limit - own[g]!.mean) / Math.sqrt(Math.max(own[g]!.variance, 1e-18))));
      const reach = 12 * whole.standardError + 1e-9;
      const at = (share: number): number => quantile(below, share, whole.estimate - reach, whole.estimate + reach);
      return { ...whole, below, from: at((1 - level) / 2), to: at((1 + level) / 2) };
    }),
  };
}

interface Point {
  readonly deviation: number;
  readonly marginal: number;
  readonly at: Float64Array;
  readonly variances: Float64Array;
  readonly own: readonly { readonly mean: number; readonly variance: number }[];
}

function pointAt(deviation: number, groups: readonly GroupFigure[], before: readonly Believed[]): Point {
  const n = before.length;
  const information = new Float64Array(n * n);
  const right = new Float64Array(n);
  let marginal = 0;
  for (const [c, prior] of before.entries()) {
    information[c * n + c]! += prior.deviation ** -2;
    right[c]! += prior.mean * prior.deviation ** -2;
  }
  const rows = groups.map(({ columns }) => [1, ...columns]);
  for (const [g, { value, variance }] of groups.entries()) {
    const weight = 1 / (variance + deviation ** 2);
    marginal += 0.5 * Math.log(weight);
    for (let i = 0; i < n; i++) {
      right[i]! += weight * rows[g]![i]! * value;
      for (let j = 0; j < n; j++) information[i * n + j]! += weight * rows[g]![i]! * rows[g]![j]!;
    }
  }
  const at = solvePositive(information, n, right);
  const inverse = Array.from({ length: n }, (_, c) =>
    solvePositive(
      information,
      n,
      Float64Array.from({ length: n }, (_one, i) => Number(i === c)),
    ),
  );
  const own = groups.map(({ value, variance }, g) => {
    const row = rows[g]!;
    const expected = row.reduce((sum, one, c) => sum + one * at[c]!, 0);
    const leverage = row.reduce(
      (sum, one, i) => sum + one * row.reduce((part, two, j) => part + two * inverse[i]![j]!, 0),
      0,
    );
    const kept = deviation ** 2 / (variance + deviation ** 2);
    marginal -= (0.5 * (value - expected) ** 2) / (variance + deviation ** 2);
    return { mean: kept * (value - expected), variance: kept * variance + kept ** 2 * leverage };
  });
  for (const [c, prior] of before.entries()) marginal -= (0.5 * (at[c]! - prior.mean) ** 2) / prior.deviation ** 2;
  return {
    deviation,
    marginal: marginal - 0.5 * logDeterminant(information, n),
    at,
    variances: Float64Array.from(inverse, (row, c) => row[c]!),
    own,
  };
}

/** Of a small positive definite matrix, by elimination. */
function logDeterminant(matrix: Float64Array, n: number): number {
  const left = Float64Array.from(matrix);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    const pivot = Math.max(left[k * n + k]!, 1e-300);
    sum += Math.log(pivot);
    for (let i = k + 1; i < n; i++) {
      const factor = left[i * n + k]! / pivot;
      for (let j = k; j < n; j++) left[i * n + j]! -= factor * left[k * n + j]!;
    }
  }
  return sum;
}

function quantile(below: (limit: number) => number, share: number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
