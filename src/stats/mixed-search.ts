// The search for the deviations (and, for Laplace maximum likelihood, the fixed effects): quasi-Newton steps on their
// logarithms. The expected information is the first guess of the curvature at every step, and pairs of past steps correct it
// (BFGS: Nocedal and Wright 2006, chapter 6). Bounded in steps, so it ends.
import { solvePositive } from './cholesky.ts';
import { criterion, judge, priorOf, priorOfDeviations, type Judged, type Method } from './mixed-criterion.ts';
import type { ModeFinder, Modes } from './mixed-modes.ts';
import type { System } from './mixed-system.ts';

export interface SearchOptions {
  readonly method: Method;
  /** Deviations are kept from none, and within their bounds' half-normals (mixed-criterion.ts). */
  readonly shy: boolean;
  /** By component (mixed-bounds.ts). */
  readonly bounds: Float64Array;
  /** Precisions of the fixed effects of the scaled columns; nearly 0 as a rule. */
  readonly ridge: Float64Array;
  /** Stop when the criterion could still fall by about half of this. */
  readonly tolerance: number;
  readonly steps: number;
}

/** A point of the search with all that is known there. */
interface Point {
  readonly at: Float64Array;
  readonly deviations: Float64Array;
  readonly modes: Modes;
  readonly system: System;
  readonly value: number;
}

export interface Searched extends Point {
  readonly judged: Judged;
  readonly converged: boolean;
  /** What a prior on the deviations added to `value`. */
  readonly prior: number;
  readonly bounds: Float64Array;
  /** How often the criterion was evaluated. */
  readonly iterations: number;
}

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
}

/** Deviations (of scaled columns) are kept within these; the least stands for none. */
export const leastDeviation = 1e-3;
const greatestDeviation = 20;
/** Of a logarithm in one step; below `small` a step down may go all the way, as the criterion is flat there. */
const longestStep = 1.2;
const small = 0.05;
/** With more rows and eliminated levels than this, steps that begin further than `far` from the end look at every fourth level. */
const manyRows = 25_000;
const manyLevels = 1000;
const far = 5;

/** @returns undefined where no system could be factored at all */
export function searchDeviations(
  finder: ModeFinder,
  start: Float64Array,
  options: SearchOptions,
): Searched | undefined {
  const { design } = finder;
  const count = design.components.length;
  const fixed = options.method === 'laplace' ? design.featureCount : 0;
  const first = new Float64Array(count + fixed);
  for (let k = 0; k < count; k++) first[k] = Math.log(start[k]!);
  if (fixed > 0) {
    // The outer search of fixed effects begins where the penalised step would put them.
    finder.find(priorOf(design, start, options.ridge), design.size, 1e-4);
    for (let f = 0; f < fixed; f++) first[count + f] = finder.state.dense[design.free + f]!;
  }
  let every = design.rows > manyRows && design.apartLevels > manyLevels ? 4 : 1;
  // Far from the end the modes needn't be exact either.
  const begin = evaluate(finder, first, every > 1 ? { ...options, tolerance: 1 } : options);
  if (!begin) return undefined;
  let point: Point = begin;
  let judged = judge(finder, point, options.method, every);
  const pairs: Pair[] = [];
  let iterations = 1;
  for (;;) {
    const slope = slopeOf(judged, fixed, options);
    const { step, decrement } = descend(judged, slope, point.at, pairs, options);
    if (decrement <= options.tolerance && every === 1)
      return ended(polish(finder, point, step, decrement, options), judged, true, iterations, options);
    const next: { point: Point; tries: number } | undefined =
      iterations < options.steps ? walk(finder, point, step, options) : undefined;
    if (!next) {
      // Tries that failed have written over the factor.
      point = evaluate(finder, point.at, options) ?? point;
      if (every > 1) judged = judge(finder, point, options.method, 1);
      return ended(point, judged, false, iterations, options);
    }
    iterations += next.tries;
    const rough = every > 1;
    if (decrement < far) every = 1;
    judged = judge(finder, next.point, options.method, every);
    if (!rough)
      pairs.push({ step: minus(next.point.at, point.at), change: minus(slopeOf(judged, fixed, options), slope) });
    point = next.point;
  }
}

function ended(
  point: Point,
  judged: Judged,
  converged: boolean,
  iterations: number,
  { shy, bounds }: SearchOptions,
): Searched {
  const prior = shy ? priorOfDeviations(point.deviations, bounds) : 0;
  return { ...point, judged, converged, prior, bounds, iterations };
}

/**
 * The last step is taken too, but only the modes are found anew: what the criterion could still fall by is so little that the
 * old curvature serves. Deviations near none may have far to go all the same, as nothing depends on them: those stay.
 */
function polish(
  finder: ModeFinder,
  point: Point,
  step: Float64Array,
  decrement: number,
  options: SearchOptions,
): Point {
  const at = point.at.map((value, index) => (Math.abs(step[index]!) < 0.1 ? value + step[index]! : value));
  const { deviations, modes } = modesAt(finder, at, options);
  return { at, deviations, modes, system: finder.system!, value: point.value - decrement / 2 };
}

function evaluate(finder: ModeFinder, at: Float64Array, options: SearchOptions): Point | undefined {
  const { deviations, prior, modes } = modesAt(finder, at, options);
  const system = finder.factor(prior);
  return system && { at, deviations, modes, system, value: criterion(modes, system, deviations, options) };
}

function modesAt(finder: ModeFinder, at: Float64Array, { method, ridge, tolerance }: SearchOptions) {
  const { design } = finder;
  const count = design.components.length;
  const deviations = at.slice(0, count).map(Math.exp);
  const prior = priorOf(design, deviations, ridge);
  for (let f = count; f < at.length; f++) finder.state.dense[design.free + f - count] = at[f]!;
  const modes = finder.find(prior, method === 'laplace' ? design.free : design.size, tolerance * 1e-2);
  return { deviations, prior, modes };
}

function walk(
  finder: ModeFinder,
  from: Point,
  step: Float64Array,
  options: SearchOptions,
): { point: Point; tries: number } | undefined {
  for (let length = 1, tries = 1; tries <= 6; length /= 3, tries++) {
    const point = evaluate(
      finder,
      from.at.map((value, index) => value + length * step[index]!),
      options,
    );
    if (point && point.value <= from.value + 1e-9 * Math.abs(from.value)) return { point, tries };
  }
  return undefined;
}

/** The step downhill, within bounds, and what it promises: Σ |slope · step|, which is 0 only where each is. */
function descend(
  judged: Judged,
  slope: Float64Array,
  at: Float64Array,
  pairs: readonly Pair[],
  options: SearchOptions,
) {
  const n = at.length;
  const count = judged.slope.length;
  const low = Math.log(leastDeviation);
  const high = Math.log(greatestDeviation);
  const held = (i: number): boolean =>
    i < count && ((at[i]! <= low + 1e-9 && slope[i]! > 0) || (at[i]! >= high - 1e-9 && slope[i]! < 0));
  const curvature = curvatureOf(judged, pairs, n, options);
  const right = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    right[i] = held(i) ? 0 : -slope[i]!;
    if (held(i)) for (let j = 0; j < n; j++) curvature[i * n + j] = curvature[j * n + i] = i === j ? 1 : 0;
  }
  const newton = solvePositive(curvature, n, right);
  const step = newton.slice();
  let longest = longestStep;
  let decrement = 0;
  let downhill = 0;
  for (let i = 0; i < n; i++) {
    if (i < count) {
      // Scoring is nearly exact in the variance, not in its logarithm: the step is taken there (v' = v(1 + 2 step)).
      const scored = 0.5 * Math.log(Math.max(1 + 2 * newton[i]!, 1e-4));
      const down = at[i]! < Math.log(small) ? at[i]! - low : longestStep;
      step[i] = Math.min(Math.max(scored, -down, low - at[i]!), longestStep, high - at[i]!);
      longest = Math.max(longest, Math.abs(newton[i]!));
    }
    decrement += Math.abs(slope[i]! * step[i]!);
    downhill -= slope[i]! * step[i]!;
  }
  // Bent component by component, the step may no longer lead down; Newton's own, shortened, always does.
  if (downhill < 0.05 * decrement)
    for (let i = 0; i < n; i++)
      step[i] = clampTo(at[i]!, (newton[i]! * longestStep) / longest, i < count ? low : -Infinity, high);
  return { step, decrement };
}

/** A step that keeps within bounds; fixed effects have none above, as theirs is no logarithm. */
function clampTo(at: number, step: number, low: number, high: number): number {
  return low === -Infinity ? step : Math.min(Math.max(step, low - at), high - at);
}

/**
 * Where effects differ less than their deviation has it, what is observed is more curved than is expected: for q levels known alike,
 * of which the data tell the part r, by 2 (1 - r) times the likelihood's slope, which is 1 where a shy deviation ends.
 */
function curvatureOf(judged: Judged, pairs: readonly Pair[], n: number, { shy, bounds }: SearchOptions): Float64Array {
  const count = judged.slope.length;
  const b = new Float64Array(n * n);
  for (let k = 0; k < count; k++) {
    for (let l = 0; l < count; l++) b[k * n + l] = judged.information[k * count + l]!;
    b[k * n + k]! += 1e-3;
    if (!shy) continue;
    const { deviations, slope, told } = judged;
    b[k * n + k]! += 2 * (1 - told[k]!) * Math.max(0.5, slope[k]!) + 2 * (deviations[k]! / bounds[k]!) ** 2;
  }
  const fixed = n - count;
  for (let f = 0; f < fixed; f++)
    for (let g = 0; g < fixed; g++) b[(count + f) * n + count + g] = judged.fixedInformation[f * fixed + g]!;
  for (const { step, change } of pairs.slice(-6)) {
    const bs = new Float64Array(n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) bs[i]! += b[i * n + j]! * step[j]!;
    const along = dot(step, bs);
    const bent = dot(step, change);
    if (!(bent > 0.05 * along) || !(along > 0)) continue;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) b[i * n + j]! += (change[i]! * change[j]!) / bent - (bs[i]! * bs[j]!) / along;
  }
  return b;
}

function slopeOf(judged: Judged, fixed: number, { shy, bounds }: SearchOptions): Float64Array {
  const count = judged.slope.length;
  const slope = new Float64Array(count + fixed);
  for (let k = 0; k < count; k++)
    slope[k] = judged.slope[k]! + (shy ? (judged.deviations[k]! / bounds[k]!) ** 2 - 1 : 0);
  slope.set(judged.fixedSlope.subarray(0, fixed), count);
  return slope;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - b[index]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
