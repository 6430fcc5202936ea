// How sure a standard deviation is: its own posterior on a grid, the other deviations held and the coefficients integrated out.
//
// In the working model of the last step the precision of one component's effects u changes from 1/s² to 1/s² + d; then
//   log-likelihood(d) = -½ log|I + dC| - q log(s'/s) - ½ d ûᵀ(I + dC)⁻¹û,   s' = (1/s² + d)^-½
// with C the effects' posterior covariance, û their modes and q their number (matrix determinant lemma and Woodbury's
// identity). Flat on s' with a half-normal bound, so that few levels mean wide but proper (Gelman 2006).
import { factorise, fours, solveLower } from './cholesky.ts';

export interface Effects {
  readonly modes: Float64Array;
  /** Row-major q × q; or, where the effects are all but independent, the diagonal alone. */
  readonly covariance: Float64Array;
  readonly diagonal: boolean;
  readonly deviation: number;
  /** Expected information of log s. */
  readonly information: number;
  /** Slope of the criterion by log s (its likelihood's with the sign turned); what the working model leaves out is added to it. */
  readonly slope: number;
  /** Standard deviation of the half-normal bound. */
  readonly bound: number;
}

/** Deviations at the middles of `count` equally likely parts of the posterior, ascending. */
export function likelyDeviations(effects: Effects, count: number): Float64Array {
  const { deviation, information, bound } = effects;
  const error = 1 / Math.sqrt(information + 1e-12);
  const sure = error < 0.3;
  const low = sure ? Math.log(deviation) - 4.5 * error : Math.log(0.004 * bound);
  const high = sure ? Math.log(deviation) + 4.5 * error : Math.log(3 * bound);
  const density = densityOf(effects);
  let grid = linspace(low, high, sure ? 25 : 17);
  if (!sure) {
    // Once more, finer, where the first look found anything.
    const found = grid.map(density);
    const top = Math.max(...found);
    const inside = grid.filter(
      (_, i) => Math.max(found[i - 1] ?? -Infinity, found[i]!, found[i + 1] ?? -Infinity) > top - 8,
    );
    grid = linspace(inside[0]!, inside[inside.length - 1]!, 29);
  }
  return quantiles(grid, grid.map(density), count);
}

/** Log posterior density of log s', up to a constant. */
function densityOf(effects: Effects): (log: number) => number {
  const { modes, covariance, diagonal, deviation, slope, bound } = effects;
  const q = modes.length;
  let squares = 0;
  let trace = 0;
  for (let i = 0; i < q; i++) {
    squares += modes[i]! ** 2;
    trace += covariance[diagonal ? i : i * q + i]!;
  }
  // The working model's own slope at s is not quite that of Laplace's criterion; a tilt makes up for it.
  const tilt = -slope - ((squares + trace) / deviation ** 2 - q);
  return (log) => {
    const to = Math.exp(log);
    const change = 1 / to ** 2 - 1 / deviation ** 2;
    const shared = log - 0.5 * (to / bound) ** 2 - q * (log - Math.log(deviation)) + tilt * (log - Math.log(deviation));
    if (diagonal) {
      let sum = 0;
      for (let i = 0; i < q; i++) {
        const one = Math.max(1e-12, 1 + change * covariance[i]!);
        sum += Math.log(one) + (change * modes[i]! ** 2) / one;
      }
      return shared - sum / 2;
    }
    const shifted = shiftedFactor(covariance, q, change);
    if (!shifted) return -Infinity;
    const { factor, size } = shifted;
    const x = new Float64Array(size);
    x.set(modes);
    solveLower(factor, size, x);
    let half = 0;
    let square = 0;
    for (let i = 0; i < q; i++) {
      half += Math.log(factor[i * size + i]!);
      square += x[i]! ** 2;
    }
    return shared - half - (change * square) / 2;
  };
}

/** Cholesky's factor of I + dC, of a size padded to fours. */
export function shiftedFactor(
  covariance: Float64Array,
  q: number,
  d: number,
): { factor: Float64Array; size: number } | undefined {
  const size = fours(q);
  const factor = new Float64Array(size * size);
  for (let i = 0; i < q; i++)
    for (let j = 0; j <= i; j++) factor[i * size + j] = (i === j ? 1 : 0) + d * covariance[i * q + j]!;
  for (let i = q; i < size; i++) factor[i * size + i] = 1;
  return factorise(factor, size) ? { factor, size } : undefined;
}

function linspace(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** Inverts the trapezoids' distribution function. */
function quantiles(grid: readonly number[], logs: readonly number[], count: number): Float64Array {
  const top = Math.max(...logs);
  const heights = logs.map((one) => Math.exp(one - top));
  const below = [0];
  for (let i = 1; i < grid.length; i++)
    below.push(below[i - 1]! + ((grid[i]! - grid[i - 1]!) * (heights[i]! + heights[i - 1]!)) / 2);
  const whole = below[below.length - 1]!;
  const out = new Float64Array(count);
  let i = 1;
  for (let k = 0; k < count; k++) {
    const want = ((k + 0.5) / count) * whole;
    while (i < grid.length - 1 && below[i]! < want) i += 1;
    const part = (want - below[i - 1]!) / Math.max(below[i]! - below[i - 1]!, 1e-300);
    out[k] = Math.exp(grid[i - 1]! + part * (grid[i]! - grid[i - 1]!));
  }
  return out;
}
