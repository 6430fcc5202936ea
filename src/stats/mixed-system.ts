// The system H = ZᵀWZ + P of a penalised step (Breslow and Clayton 1993; Bates et al. 2015, section 3), factored. The
// eliminated grouping's part D is diagonal, so what is factored is its Schur complement S = H_dd - C D⁻¹ Cᵀ, dense.
import { factorise, solveLower, solveUpper } from './cholesky.ts';
import type { Design } from './mixed-design.ts';
import { gather, spreadDense, type State } from './mixed-rows.ts';

/** Precisions (one over the variance) of every coordinate. */
export interface Prior {
  readonly dense: Float64Array;
  readonly apart: number;
}

export interface System {
  readonly design: Design;
  readonly weights: Float64Array;
  readonly prior: Prior;
  /** D, the eliminated grouping's diagonal. */
  readonly diagonal: Float64Array;
  /** Cholesky's factor of S, row-major, in the lower triangle. */
  readonly factor: Float64Array;
}

/** Assembles and factors. `space` is an array of size² to be used again. @returns undefined where H is not positive definite */
export function factorSystem(
  design: Design,
  weights: Float64Array,
  prior: Prior,
  space?: Float64Array,
): System | undefined {
  const { size, start, apartLevels } = design;
  const s = space ?? new Float64Array(size * size);
  s.fill(0);
  for (let c = 0; c < size; c++) s[c * size + c] = prior.dense[c]!;
  addRows(design, weights, s);
  const diagonal = new Float64Array(apartLevels);
  const profile = new Profile(design);
  for (let j = 0; j < apartLevels; j++) {
    let d = prior.apart;
    for (let i = start[j]!; i < start[j + 1]!; i++) d += weights[i]!;
    diagonal[j] = d;
    profile.read(j, weights);
    profile.subtractSquare(s, 1 / d);
  }
  return factorise(s, size) ? { design, weights: weights.slice(), prior, diagonal, factor: s } : undefined;
}

/** Lower triangle of ZᵀWZ without the eliminated grouping. Parts stand in the order of their coordinates. */
function addRows({ rows, parts, features, featureCount, size }: Design, weights: Float64Array, s: Float64Array): void {
  for (let a = 0; a < parts.length; a++)
    for (let b = 0; b <= a; b++) {
      const { at: ats, width: height, features: rowsOf } = parts[a]!;
      const { at: tos, width, features: columnsOf } = parts[b]!;
      const across = new Float64Array(width);
      for (let i = 0; i < rows; i++) {
        const from = ats[i]!;
        const to = tos[i]!;
        if (from < 0 || to < 0) continue;
        const row = i * featureCount;
        const weight = weights[i]!;
        for (let u = 0; u < width; u++) across[u] = weight * features[row + columnsOf[u]!]!;
        for (let t = 0; t < height; t++) {
          const value = features[row + rowsOf[t]!]!;
          if (value === 0) continue;
          const line = (from + t) * size + to;
          const end = a === b ? t + 1 : width;
          for (let u = 0; u < end; u++) s[line + u]! += value * across[u]!;
        }
      }
    }
}

/**
 * The column of C of one eliminated level, as short runs of coordinates: a contact touches a few standards, one person, one
 * site. Used again for each level, so that nothing is allocated in the loop.
 */
export class Profile {
  readonly values: Float64Array;
  /** First coordinate and length of each run, ascending. */
  readonly at: Int32Array;
  readonly length: Int32Array;
  /** Where each run stands in `values`. */
  readonly from: Int32Array;
  runs = 0;
  filled = 0;
  readonly #design: Design;
  readonly #slot: Int32Array;

  constructor(design: Design) {
    this.#design = design;
    this.#slot = new Int32Array(design.size).fill(-1);
    this.values = new Float64Array(design.size);
    this.at = new Int32Array(design.size);
    this.length = new Int32Array(design.size);
    this.from = new Int32Array(design.size);
  }

  /** Coordinates from `design.free` on (the fixed effects) are left out where `random` is true. */
  read(level: number, weights: Float64Array, random = false): void {
    const { parts, features, featureCount, start } = this.#design;
    this.runs = 0;
    this.filled = 0;
    const slot = this.#slot;
    const last = random ? parts.length - 1 : parts.length;
    for (let p = 0; p < last; p++) {
      const { at, width, features: own } = parts[p]!;
      const firstRun = this.runs;
      for (let i = start[level]!; i < start[level + 1]!; i++) {
        const from = at[i]!;
        if (from < 0) continue;
        let place = slot[from]!;
        if (place < 0) {
          place = this.filled;
          slot[from] = place;
          this.#insert(firstRun, from, width, place);
          this.filled += width;
          this.values.fill(0, place, place + width);
        }
        const weight = weights[i]!;
        const row = i * featureCount;
        this.values[place]! += weight;
        for (let t = 1; t < width; t++) this.values[place + t]! += weight * features[row + own[t]!]!;
      }
    }
    for (let r = 0; r < this.runs; r++) slot[this.at[r]!] = -1;
  }

  /** Keeps runs ascending: only runs of the same part can be out of order, and they are few. */
  #insert(first: number, at: number, length: number, from: number): void {
    let r = this.runs++;
    for (; r > first && this.at[r - 1]! > at; r--) {
      this.at[r] = this.at[r - 1]!;
      this.length[r] = this.length[r - 1]!;
      this.from[r] = this.from[r - 1]!;
    }
    this.at[r] = at;
    this.length[r] = length;
    this.from[r] = from;
  }

  /**
   * out = A c on the runs of c, for a symmetric A with both triangles. Four rows at a time: each loaded number of c serves
   * four sums that don't wait for each other.
   * @returns cᵀ A c
   */
  times(a: Float64Array, out: Float64Array): number {
    const { at, length, from, values, runs } = this;
    const { size } = this.#design;
    let whole = 0;
    for (let r = 0; r < runs; r++) {
      const rows = length[r]!;
      const first = at[r]!;
      let t = 0;
      for (; t + 4 <= rows; t += 4) {
        const line0 = (first + t) * size;
        const line1 = line0 + size;
        const line2 = line1 + size;
        const line3 = line2 + size;
        let sum0 = 0;
        let sum1 = 0;
        let sum2 = 0;
        let sum3 = 0;
        for (let b = 0; b < runs; b++) {
          const to = at[b]!;
          const source = from[b]!;
          const end = length[b]!;
          for (let u = 0; u < end; u++) {
            const value = values[source + u]!;
            sum0 += a[line0 + to + u]! * value;
            sum1 += a[line1 + to + u]! * value;
            sum2 += a[line2 + to + u]! * value;
            sum3 += a[line3 + to + u]! * value;
          }
        }
        out[first + t] = sum0;
        out[first + t + 1] = sum1;
        out[first + t + 2] = sum2;
        out[first + t + 3] = sum3;
      }
      for (; t < rows; t++) {
        const line = (first + t) * size;
        let sum = 0;
        for (let b = 0; b < runs; b++) {
          const to = line + at[b]!;
          const source = from[b]!;
          const end = length[b]!;
          for (let u = 0; u < end; u++) sum += a[to + u]! * values[source + u]!;
        }
        out[first + t] = sum;
      }
      for (t = 0; t < rows; t++) whole += out[first + t]! * values[from[r]! + t]!;
    }
    return whole;
  }

  /** s -= by · c cᵀ, lower triangle. */
  subtractSquare(s: Float64Array, by: number): void {
    const { at, length, from, values, runs } = this;
    const { size } = this.#design;
    for (let a = 0; a < runs; a++)
      for (let t = 0; t < length[a]!; t++) {
        const value = values[from[a]! + t]! * by;
        if (value === 0) continue;
        const line = (at[a]! + t) * size;
        for (let b = 0; b <= a; b++) {
          const to = line + at[b]!;
          const source = from[b]!;
          const end = a === b ? t + 1 : length[b]!;
          for (let u = 0; u < end; u++) s[to + u]! -= value * values[source + u]!;
        }
      }
  }
}

/** g_d - C D⁻¹ g_e: the right side once the eliminated grouping is taken out, 0 from `m` on. */
export function schurSide(
  design: Design,
  weights: Float64Array,
  diagonal: Float64Array,
  g: State,
  { row, dense }: Scratch,
  m: number,
): Float64Array {
  const { apartLevels, start } = design;
  const side = g.dense.slice();
  if (apartLevels > 0) {
    row.fill(0);
    for (let j = 0; j < apartLevels; j++) {
      const value = g.apart[j]! / diagonal[j]!;
      for (let i = start[j]!; i < start[j + 1]!; i++) row[i] = weights[i]! * value;
    }
    gather(design, row, dense);
    for (let c = 0; c < m; c++) side[c]! -= dense[c]!;
  }
  side.fill(0, m);
  return side;
}

/** Solves H x = g in place for the leading `m` coordinates (all, or the random ones alone with the fixed held). */
export function solveSystem(system: System, g: State, scratch: Scratch, m: number): void {
  const { design, weights, diagonal, factor } = system;
  g.dense.set(schurSide(design, weights, diagonal, g, scratch, m));
  solveLower(factor, design.size, g.dense, m);
  solveUpper(factor, design.size, g.dense, m);
  backSubstitute(design, weights, diagonal, g, scratch);
}

/** With the dense part of x known, its eliminated part: (g_e - Cᵀ x) / D. */
export function backSubstitute(
  design: Design,
  weights: Float64Array,
  diagonal: Float64Array,
  g: State,
  { row }: Scratch,
): void {
  const { apartLevels, start, rows } = design;
  if (apartLevels === 0) return;
  spreadDense(design, g.dense, row, 0, rows);
  for (let j = 0; j < apartLevels; j++) {
    let sum = g.apart[j]!;
    for (let i = start[j]!; i < start[j + 1]!; i++) sum -= weights[i]! * row[i]!;
    g.apart[j] = sum / diagonal[j]!;
  }
}

/** Arrays used again by every step. */
export interface Scratch {
  readonly row: Float64Array;
  readonly dense: Float64Array;
}

export function scratchOf(design: Design): Scratch {
  return {
    row: new Float64Array(design.rows),
    dense: new Float64Array(design.size),
  };
}
