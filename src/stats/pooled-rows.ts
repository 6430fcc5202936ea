// The rows of a pooled logistic regression, only what isn't 0 kept: most coefficients touch few rows, so a step costs the
// square of what stands in a row and not of all coefficients. Typed arrays, since a fit goes over them some hundred times.
import { factorise, fours, solveLower, solveUpper } from './cholesky.ts';
import type { PooledData, PooledFamily } from './pooled-data.ts';

/** Where a family's coefficients stand among all; its mean stands at `mean`, or nowhere (-1). */
export interface Place {
  readonly family: PooledFamily;
  readonly from: number;
  readonly count: number;
  readonly mean: number;
}

export interface Mode {
  readonly at: Float64Array;
  /** Cholesky factor of the penalised information, of `size` rows. */
  readonly factor: Float64Array;
  /** Laplace's approximation of the log likelihood with all coefficients integrated out. */
  readonly marginal: number;
  readonly converged: boolean;
}

const mostSteps = 60;

export class PooledRows {
  readonly places: readonly Place[];
  /** Coefficients, and the same filled up to a multiple of four. */
  readonly count: number;
  readonly size: number;
  readonly #data: PooledData;
  readonly #start: Int32Array;
  readonly #which: Int32Array;
  readonly #value: Float64Array;

  constructor(data: PooledData) {
    this.#data = data;
    let next = 1;
    const own = data.families.map((family): Place => {
      const count = 'level' in family ? family.levels : family.columns.length;
      const from = next;
      next += count;
      return { family, from, count, mean: -1 };
    });
    this.places = own.map((place) => (place.family.mean === 'own' ? { ...place, mean: next++ } : place));
    this.count = next;
    this.size = fours(next);
    const which: number[] = [];
    const value: number[] = [];
    this.#start = new Int32Array(data.rows + 1);
    for (let row = 0; row < data.rows; row++) {
      which.push(0);
      value.push(1);
      const means: [at: number, sum: number][] = [];
      for (const { family, from, mean } of this.places) {
        if ('level' in family) {
          if (family.level[row]! < 0) continue;
          which.push(from + family.level[row]!);
          value.push(1);
          continue;
        }
        let sum = 0;
        for (let c = 0; c < family.columns.length; c++) {
          const one = family.columns[c]![row]!;
          if (one === 0) continue;
          which.push(from + c);
          value.push(one);
          sum += one;
        }
        if (mean >= 0 && sum !== 0) means.push([mean, sum]);
      }
      // Means come last among the coefficients, and so in each row.
      for (const [at, sum] of means) {
        which.push(at);
        value.push(sum);
      }
      this.#start[row + 1] = which.length;
    }
    this.#which = Int32Array.from(which);
    this.#value = Float64Array.from(value);
  }

  linear(at: Float64Array): Float64Array {
    const out = new Float64Array(this.#data.rows);
    for (let row = 0; row < out.length; row++) {
      let sum = 0;
      for (let k = this.#start[row]!; k < this.#start[row + 1]!; k++) sum += at[this.#which[k]!]! * this.#value[k]!;
      out[row] = sum;
    }
    return out;
  }

  /** The most likely coefficients where each has this precision around 0: Newton's steps, halved where one overshoots. */
  mode(precision: Float64Array, start: Float64Array): Mode {
    let at = Float64Array.from(start);
    let height = this.#height(at, precision);
    let converged = false;
    let { factor, gradient } = this.#look(at, precision);
    for (let step = 0; step < mostSteps && !converged; step++) {
      solveLower(factor, this.size, gradient);
      solveUpper(factor, this.size, gradient);
      let part = 1;
      let next = at;
      let found = height;
      for (; part > 1e-4; part /= 2) {
        next = at.map((value, i) => value + part * gradient[i]!);
        found = this.#height(next, precision);
        if (found >= height - 1e-9) break;
      }
      converged = found - height < 1e-7;
      if (found >= height) [at, height] = [next, found];
      ({ factor, gradient } = this.#look(at, precision));
    }
    let logs = 0;
    for (let i = 0; i < this.count; i++) logs += 0.5 * Math.log(precision[i]!) - Math.log(factor[i * this.size + i]!);
    return { at, factor, marginal: height + logs, converged };
  }

  #height(at: Float64Array, precision: Float64Array): number {
    const { outcome, rows } = this.#data;
    const linear = this.linear(at);
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const eta = linear[row]!;
      sum += (outcome[row] === 1 ? eta : 0) - (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta)));
    }
    for (let i = 0; i < this.count; i++) sum -= 0.5 * precision[i]! * at[i]! ** 2;
    return sum;
  }

  #look(at: Float64Array, precision: Float64Array): { factor: Float64Array; gradient: Float64Array } {
    const { size } = this;
    const { outcome, rows } = this.#data;
    const which = this.#which;
    const value = this.#value;
    const linear = this.linear(at);
    const gradient = new Float64Array(size);
    const factor = new Float64Array(size * size);
    for (let row = 0; row < rows; row++) {
      const chance = 1 / (1 + Math.exp(-linear[row]!));
      const left = outcome[row]! - chance;
      const weight = chance * (1 - chance);
      const end = this.#start[row + 1]!;
      for (let k = this.#start[row]!; k < end; k++) {
        const i = which[k]!;
        gradient[i]! += left * value[k]!;
        const part = weight * value[k]!;
        // Coefficients stand in rising order in a row, and the lower half is all that the factor is made from.
        for (let m = this.#start[row]!; m <= k; m++) factor[i * size + which[m]!]! += part * value[m]!;
      }
    }
    for (let i = 0; i < this.count; i++) {
      gradient[i]! -= precision[i]! * at[i]!;
      factor[i * size + i]! += precision[i]!;
    }
    for (let i = this.count; i < size; i++) factor[i * size + i] = 1;
    if (!factorise(factor, size)) throw new RangeError('The penalised information is not positive definite.');
    return { factor, gradient };
  }
}
