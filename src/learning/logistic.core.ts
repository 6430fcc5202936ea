// Logistic regression of one yes-or-no question on sparse rows: penalised maximum likelihood by L-BFGS. Nothing is random,
// so the same rows give the same weights.
import type { SparseRows } from './sparse-rows.core.ts';

export interface Logistic {
  /** One a column. */
  readonly weights: Float64Array;
  readonly intercept: number;
}

export interface LogisticOptions {
  readonly columns: number;
  /** Strength of the L2 penalty on the weights (never on the intercept): penalty/2 |w|², beside the summed log loss. */
  readonly penalty: number;
}

/** How many past steps L-BFGS keeps (Nocedal and Wright 2006, section 7.2). */
const memory = 8;
/**
 * It ends where the gradient has shrunk to this share of the first, or after so many steps. Going further moves no chance by a
 * hundredth, and a fit is done some forty times to test it.
 */
const tolerance = 5e-3;
const mostSteps = 30;

/**
 * Fits P(yes) = 1 / (1 + exp(-(w x + b))).
 * @param targets one a row, 0 to 1: a share of raters who said yes counts as that share of a row each way
 */
export function fitLogistic(rows: SparseRows, targets: ArrayLike<number>, options: LogisticOptions): Logistic {
  const { columns, penalty } = options;
  const size = columns + 1;
  const point = new Float64Array(size);
  point[columns] = startingIntercept(targets);
  const gradient = new Float64Array(size);
  const margins = new Float64Array(rows.count);
  let loss = lossAt(rows, targets, point, penalty, margins, gradient);
  const first = length(gradient);
  const past: { step: Float64Array; turn: Float64Array; scale: number }[] = [];
  const direction = new Float64Array(size);
  const next = new Float64Array(size);
  const nextGradient = new Float64Array(size);
  for (let at = 0; at < mostSteps && length(gradient) > tolerance * first; at++) {
    descend(direction, gradient, past);
    const slope = dot(direction, gradient);
    let stride = past.length === 0 ? Math.min(1, 1 / length(gradient)) : 1;
    let found = false;
    // Armijo's rule by halving: the function is convex and L-BFGS's own step nearly always stands.
    for (let tries = 0; tries < 30; tries++, stride /= 2) {
      for (let i = 0; i < size; i++) next[i] = point[i]! + stride * direction[i]!;
      const there = lossAt(rows, targets, next, penalty, margins, nextGradient);
      if (there <= loss + 1e-4 * stride * slope) {
        remember(past, { point, next, gradient, nextGradient });
        loss = there;
        found = true;
        break;
      }
    }
    if (!found) break;
    point.set(next);
    gradient.set(nextGradient);
  }
  return { weights: point.slice(0, columns), intercept: point[columns]! };
}

/** w x + b for every row: log-odds of yes. */
export function logOdds(model: Logistic, rows: SparseRows): Float64Array {
  const margins = new Float64Array(rows.count);
  for (let row = 0; row < rows.count; row++) margins[row] = margin(rows, row, model.weights, model.intercept);
  return margins;
}

/** P(yes) of log-odds. */
export function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function margin(rows: SparseRows, row: number, weights: Float64Array, intercept: number): number {
  const { columns, values } = rows;
  const end = rows.starts[row + 1]!;
  let sum = intercept;
  for (let i = rows.starts[row]!; i < end; i++) sum += weights[columns[i]!]! * values[i]!;
  return sum;
}

function startingIntercept(targets: ArrayLike<number>): number {
  let yes = 0.5;
  for (let row = 0; row < targets.length; row++) yes += targets[row]!;
  return Math.log(yes / (targets.length + 1 - yes));
}

function lossAt(
  rows: SparseRows,
  targets: ArrayLike<number>,
  point: Float64Array,
  penalty: number,
  margins: Float64Array,
  gradient: Float64Array,
): number {
  const last = point.length - 1;
  let loss = 0;
  for (let i = 0; i < last; i++) {
    const weight = point[i]!;
    loss += weight * weight;
    gradient[i] = penalty * weight;
  }
  loss *= penalty / 2;
  gradient[last] = 0;
  const { columns, values, starts } = rows;
  for (let row = 0; row < rows.count; row++) {
    const odds = margin(rows, row, point, point[last]!);
    margins[row] = odds;
    // log(1 + e^odds) - target * odds, written so that no exponent overflows.
    loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - targets[row]! * odds;
    const error = chance(odds) - targets[row]!;
    const end = starts[row + 1]!;
    for (let i = starts[row]!; i < end; i++) gradient[columns[i]!]! += error * values[i]!;
    gradient[last]! += error;
  }
  return loss;
}

// The two-loop recursion: the direction -H g from the last few steps.
function descend(
  direction: Float64Array,
  gradient: Float64Array,
  past: readonly { step: Float64Array; turn: Float64Array; scale: number }[],
): void {
  for (let i = 0; i < direction.length; i++) direction[i] = -gradient[i]!;
  const shares: number[] = [];
  for (let k = past.length - 1; k >= 0; k--) {
    const { step, turn, scale } = past[k]!;
    shares[k] = dot(step, direction) * scale;
    add(direction, turn, -shares[k]!);
  }
  const newest = past.at(-1);
  if (newest) {
    const factor = 1 / (newest.scale * dot(newest.turn, newest.turn));
    for (let i = 0; i < direction.length; i++) direction[i]! *= factor;
  }
  for (const [k, { step, turn, scale }] of past.entries())
    add(direction, step, shares[k]! - dot(turn, direction) * scale);
}

function remember(
  past: { step: Float64Array; turn: Float64Array; scale: number }[],
  moved: { point: Float64Array; next: Float64Array; gradient: Float64Array; nextGradient: Float64Array },
): void {
  const size = moved.point.length;
  const oldest = past.length === memory ? past.shift()! : undefined;
  const step = oldest?.step ?? new Float64Array(size);
  const turn = oldest?.turn ?? new Float64Array(size);
  for (let i = 0; i < size; i++) {
    step[i] = moved.next[i]! - moved.point[i]!;
    turn[i] = moved.nextGradient[i]! - moved.gradient[i]!;
  }
  const bend = dot(step, turn);
  if (bend > 1e-12) past.push({ step, turn, scale: 1 / bend });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function add(into: Float64Array, what: Float64Array, factor: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += factor * what[i]!;
}

function length(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
