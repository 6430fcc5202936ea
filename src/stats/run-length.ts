// How long a chart of failures runs before it cries: while nothing has changed (long is good) and after a change (short is
// good). Simulated from a seed, or worked out where every case is alike.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { riskAdjustedStep, shiftedRate, type OddsRatio } from './cusum.core.ts';

export interface RunLengthOptions {
  /** Expected chances that cases are drawn from, as they come: a sample of those seen. */
  readonly expected: ArrayLike<number>;
  /** The odds ratio that the chart is set to see. */
  readonly ratio: OddsRatio;
  readonly limit: number;
  /** The odds ratio that really holds; 1 (nothing has changed) where left out. */
  readonly truth?: OddsRatio;
  /** 400 where left out. */
  readonly runs?: number;
  /** A run is given up after so many cases, and counts as that long; 200,000 where left out. */
  readonly longest?: number;
  readonly seed?: number;
}

export interface RunLength {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Mean number of cases up to an alarm of the risk-adjusted chart, by simulation.
 * Source: S. H. Steiner and others 2000, Biostatistics 1:441, section 4.
 */
export function simulatedRunLength(options: RunLengthOptions): RunLength {
  const { expected, ratio, limit, truth = 1, runs = 400, longest = 200_000, seed = 1 } = options;
  const count = expected.length;
  // Tables once, since a run is hundreds of thousands of steps.
  const chance = Float64Array.from(expected, (p) => shiftedRate(p, truth));
  const up = Float64Array.from(expected, (p) => riskAdjustedStep(true, p, ratio));
  const down = Float64Array.from(expected, (p) => riskAdjustedStep(false, p, ratio));
  const random = xoroshiro128plus(seed);
  const unit = (): number => (random.next() >>> 0) / 4294967296;
  let total = 0;
  let squares = 0;
  for (let run = 0; run < runs; run++) {
    let sum = 0;
    let length = 0;
    while (length < longest) {
      const which = count === 1 ? 0 : Math.floor(unit() * count);
      length++;
      sum += unit() < chance[which]! ? up[which]! : down[which]!;
      if (sum < 0) sum = 0;
      else if (sum >= limit) break;
    }
    total += length;
    squares += length * length;
  }
  const mean = total / runs;
  return { mean, standardError: Math.sqrt(Math.max(0, squares / runs - mean * mean) / runs) };
}

/**
 * The same without chance: the sum is kept on a fine grid, each step shared out between its two neighbours so that its
 * mean stays exact, and the run length is what solves the linear equations of that chain.
 * Source: D. Brook and D. A. Evans 1972, Biometrika 59:539; the shared-out steps as in S. Knoth, P. Wittenberg and
 * F. F. Gan 2019, Statistics in Medicine 38:2206.
 * @param mix expected chances with the share of cases that have each; shares add up to 1
 */
export function chainRunLength(
  mix: readonly { readonly expected: number; readonly share: number }[],
  ratio: OddsRatio,
  limit: number,
  options: { readonly truth?: OddsRatio; readonly cells?: number } = {},
): number {
  const cells = options.cells ?? 600;
  const width = limit / cells;
  // Chance of each whole number of cells up or down, from one case.
  const jumps = new Map<number, number>();
  const put = (step: number, weight: number): void => {
    const low = Math.floor(step / width);
    const rest = step / width - low;
    jumps.set(low, (jumps.get(low) ?? 0) + weight * (1 - rest));
    jumps.set(low + 1, (jumps.get(low + 1) ?? 0) + weight * rest);
  };
  for (const { expected, share } of mix) {
    const chance = shiftedRate(expected, options.truth ?? 1);
    put(riskAdjustedStep(true, expected, ratio), share * chance);
    put(riskAdjustedStep(false, expected, ratio), share * (1 - chance));
  }
  // Row i: L_i − Σ_j P(i → j) L_j = 1, over the states below the limit.
  const matrix = Array.from({ length: cells }, (_, from) => {
    const row = new Float64Array(cells + 1);
    row[from] = 1;
    row[cells] = 1;
    for (const [jump, weight] of jumps) {
      const to = Math.max(0, from + jump);
      if (to < cells) row[to]! -= weight;
    }
    return row;
  });
  return solved(matrix)[0]!;
}

/** Gaussian elimination with rows swapped for the largest pivot; the last column is the right-hand side. */
function solved(matrix: Float64Array[]): Float64Array {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    const top = matrix[column]!;
    for (let row = column + 1; row < size; row++) {
      const here = matrix[row]!;
      const factor = here[column]! / top[column]!;
      if (factor === 0) continue;
      for (let at = column; at <= size; at++) here[at]! -= factor * top[at]!;
    }
  }
  const out = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let sum = matrix[row]![size]!;
    for (let at = row + 1; at < size; at++) sum -= matrix[row]![at]! * out[at]!;
    out[row] = sum / matrix[row]![row]!;
  }
  return out;
}

/**
 * The limit at which the chart runs `wanted` cases on average while nothing has changed: found by halving on the chain's
 * run length of a mix of at most twenty expected chances that stand for those given.
 */
export function limitFor(expected: readonly number[], ratio: OddsRatio, wanted: number): number {
  const mix = mixOf(expected, 20);
  let low = 0.5;
  let high = 15;
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2;
    if (chainRunLength(mix, ratio, middle, { cells: 100 }) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The expected chances in order, cut into groups of one size, each stood for by its mean. */
export function mixOf(expected: readonly number[], groups: number): { expected: number; share: number }[] {
  const sorted = expected.toSorted((a, b) => a - b);
  const size = sorted.length / Math.min(groups, sorted.length);
  const mix: { expected: number; share: number }[] = [];
  for (let from = 0; from < sorted.length;) {
    const to = Math.min(sorted.length, Math.max(from + 1, Math.round((mix.length + 1) * size)));
    const own = sorted.slice(from, to);
    mix.push({ expected: own.reduce((sum, p) => sum + p, 0) / own.length, share: own.length / sorted.length });
    from = to;
  }
  return mix;
}
