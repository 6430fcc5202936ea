// Logistic regression whose coefficients come in families, each partially pooled: many yes-or-no columns of one kind (a row may
// have any number of them, which groupings can't say) around a common mean that is found from the data, beside levels around 0.
//
// Deviations: each family's from its own coefficients and what they cost in degrees of freedom (Schall 1991, Biometrika 78:719);
// that of the family with an own mean is integrated over, by Laplace's approximation at eight values (Rue, Martino and Chopin
// 2009, J. Royal Statistical Society B 71:319, in its simplest form) under a half-normal prior of .5 log odds. Promises: the same data and seed give the
// same answer; it ends; estimates are finite also where a column separates.
import { invert, solveUpper } from './cholesky.ts';
import { chanceOf } from './normal-draws.ts';
import type { Estimate, PooledData, PooledDraw, PooledFit } from './pooled-data.ts';
import { type Mode, type Place, PooledRows } from './pooled-rows.ts';

const likelyDeviations = [0.03, 0.06, 0.1, 0.17, 0.28, 0.45, 0.7, 1.1];
const priorDeviation = 0.5;
/** Of the intercept and of a family's mean: as good as none, and a wide guess. */
const free = 1e-6;
const meanPrecision = 1;
const rounds = 25;
const small = 0.1;
/** A coefficient's own pull is taken away from a fit in which it is weak, so that little is left to rounding. */
const weakPull = 0.3;

/** Fits the model. Nothing is centred or scaled: columns of amounts should be on a scale of about 1. */
export function fitPooledLogistic(data: PooledData): PooledFit {
  const rows = new PooledRows(data);
  const deviations = rows.places.map(({ family }) => family.deviation ?? 0.3);
  let mode = rows.mode(precisionOf(rows, deviations), new Float64Array(rows.size));
  for (let round = 0; round < rounds; round++) {
    const moved = schallStep(rows, mode, deviations);
    mode = rows.mode(precisionOf(rows, deviations), mode.at);
    if (moved < 0.02) break;
  }
  const asked = rows.places.findIndex((place) => place.mean >= 0);
  if (asked < 0 || rows.places[asked]!.family.deviation !== undefined || rows.places[asked]!.count < 2)
    return new Fitted(rows, deviations, [{ mode, weight: 1, deviations }], asked);
  const grid = likelyDeviations.map((deviation) => {
    const there = deviations.with(asked, deviation);
    return { mode: rows.mode(precisionOf(rows, there), mode.at), deviations: there, deviation };
  });
  // Each value stands for a stretch in proportion to itself, as they are even on the logarithm.
  const logs = grid.map(
    ({ mode: { marginal }, deviation }) => marginal - 0.5 * (deviation / priorDeviation) ** 2 + Math.log(deviation),
  );
  const top = Math.max(...logs);
  const sum = logs.reduce((total, log) => total + Math.exp(log - top), 0);
  return new Fitted(
    rows,
    deviations,
    grid.map((one, i) => ({ ...one, weight: Math.exp(logs[i]! - top) / sum })),
    asked,
  );
}

/** Moves each family's deviation to what its coefficients say. @returns the largest move, as a share; among small ones none matters */
function schallStep(rows: PooledRows, mode: Mode, deviations: number[]): number {
  const covariance = invert(mode.factor, rows.size);
  let largest = 0;
  for (const [f, { family, from, count }] of rows.places.entries()) {
    if (family.deviation !== undefined || count === 0) continue;
    const variance = deviations[f]! ** 2;
    let squares = 0;
    let freedom = 0;
    for (let i = from; i < from + count; i++) {
      squares += mode.at[i]! ** 2;
      freedom += 1 - covariance[i * rows.size + i]! / variance;
    }
    const next = Math.min(2, Math.max(0.01, Math.sqrt(squares / Math.max(freedom, 1e-6))));
    largest = Math.max(largest, Math.abs(next - deviations[f]!) / (deviations[f]! + small));
    deviations[f] = next;
  }
  return largest;
}

function precisionOf(rows: PooledRows, deviations: readonly number[]): Float64Array {
  const out = new Float64Array(rows.size).fill(1);
  out[0] = free;
  for (const [f, { from, count, mean }] of rows.places.entries()) {
    out.fill(deviations[f]! ** -2, from, from + count);
    if (mean >= 0) out[mean] = meanPrecision;
  }
  return out;
}

interface GridPoint {
  readonly mode: Mode;
  readonly weight: number;
  readonly deviations: readonly number[];
}

class Fitted implements PooledFit {
  readonly converged: boolean;
  readonly mean: Estimate | null;
  readonly #rows: PooledRows;
  readonly #best: GridPoint;
  readonly #grid: readonly GridPoint[];
  readonly #deviations: readonly number[];

  constructor(rows: PooledRows, deviations: readonly number[], grid: readonly GridPoint[], asked: number) {
    this.#rows = rows;
    this.#grid = grid;
    this.#deviations = deviations;
    this.#best = grid.reduce((best, one) => (one.weight > best.weight ? one : best));
    this.converged = this.#best.mode.converged;
    this.mean = asked < 0 ? null : this.#meanOf(rows.places[asked]!.mean);
  }

  deviation(family: string): number {
    return this.#best.deviations[this.#rows.places.indexOf(this.#place(family))]!;
  }

  effects(family: string, at: PooledDraw = this.#best.mode.at): Float64Array {
    const { from, count, mean } = this.#place(family);
    const common = mean < 0 ? 0 : at[mean]!;
    return at.slice(from, from + count).map((own) => common + own);
  }

  alone(family: string): readonly Estimate[] {
    const rows = this.#rows;
    const place = this.#place(family);
    const own = rows.places.indexOf(place);
    const deviations = this.#deviations.with(own, Math.max(weakPull, this.#best.deviations[own]!));
    const { at, factor } = rows.mode(precisionOf(rows, deviations), this.#best.mode.at);
    const covariance = invert(factor, rows.size);
    const variance = deviations[own]! ** 2;
    const between = (i: number, j: number): number => covariance[i * rows.size + j]!;
    const { from, count, mean } = place;
    const sum = (i: number, j: number): number => between(i, j) + (mean < 0 ? 0 : between(mean, j));
    return Array.from({ length: count }, (_, c): Estimate => {
      const j = from + c;
      // One row and column of the precision loses 1 / variance: Sherman and Morrison 1950, and one Newton step.
      const gain = 1 / Math.max(variance - between(j, j), 1e-12);
      const before = sum(j, j) + (mean < 0 ? 0 : between(j, mean) + between(mean, mean));
      return {
        estimate: at[j]! + (mean < 0 ? 0 : at[mean]!) + sum(j, j) * at[j]! * gain,
        standardError: Math.sqrt(before + sum(j, j) ** 2 * gain),
      };
    });
  }

  linear(at: PooledDraw = this.#best.mode.at): Float64Array {
    return this.#rows.linear(at);
  }

  draws(count: number, seed: number): readonly PooledDraw[] {
    const chance = chanceOf(seed);
    return Array.from({ length: count }, () => {
      let left = chance.uniform();
      const point = this.#grid.find(({ weight }) => (left -= weight) <= 0) ?? this.#best;
      const step = Float64Array.from({ length: this.#rows.size }, () => chance.normal());
      solveUpper(point.mode.factor, this.#rows.size, step);
      return step.map((value, i) => value + point.mode.at[i]!);
    });
  }

  #place(family: string): Place {
    const found = this.#rows.places.find((one) => one.family.name === family);
    if (!found) throw new RangeError(`There is no family of coefficients called "${family}".`);
    return found;
  }

  #meanOf(mean: number): Estimate {
    const { at, factor } = this.#best.mode;
    const { size } = this.#rows;
    const covariance = invert(factor, size);
    return { estimate: at[mean]!, standardError: Math.sqrt(covariance[mean * size + mean]!) };
  }
}
