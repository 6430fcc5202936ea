// The system H = ZᵀWZ + P of a penalised step (Breslow and Clayton 1993; Bates et al. 2015, section 3), factored. The
// eliminated grouping's part D is diagonal, so what is factored is its Schur complement S = H_dd - C D⁻¹ Cᵀ, dense.
import { factorise, solveLower, solveUpper } from './cholesky.ts';
import type { Design } from './mixed-design.ts';
import { gather, spread, type State } from './mixed-rows.ts';

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
      const below = parts[a]!;
      const left = parts[b]!;
      for (let i = 0; i < rows; i++) {
        const from = below.at[i]!;
        const to = left.at[i]!;
        if (from < 0 || to < 0) continue;
        const row = i * featureCount;
        for (let t = 0; t < below.width; t++) {
          const value = weights[i]! * features[row + below.features[t]!]!;
          const line = (from + t) * size + to;
          const end = a === b ? t + 1 : left.width;
          s[line]! += value;
          for (let u = 1; u < end; u++) s[line + u]! += value * features[row + left.features[u]!]!;
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

/** Solves H x = g in place for the leading `m` coordinates (all, or the random ones alone with the fixed held). */
export function solveSystem(system: System, g: State, scratch: Scratch, m: number): void {
  const { design, weights, diagonal, factor } = system;
  const { size, apartLevels, start } = design;
  const { row, dense } = scratch;
  if (apartLevels > 0) {
    for (let i = 0; i < design.rows; i++) row[i] = 0;
    for (let j = 0; j < apartLevels; j++) {
      const value = g.apart[j]! / diagonal[j]!;
      for (let i = start[j]!; i < start[j + 1]!; i++) row[i] = weights[i]! * value;
    }
    gather(design, row, dense);
    for (let c = 0; c < m; c++) g.dense[c]! -= dense[c]!;
  }
  g.dense.fill(0, m);
  solveLower(factor, size, g.dense, m);
  solveUpper(factor, size, g.dense, m);
  backSubstitute(system, g, scratch);
}

/** With the dense part of x known, its eliminated part: (g_e - Cᵀ x) / D. */
export function backSubstitute({ design, weights, diagonal }: System, g: State, scratch: Scratch): void {
  const { apartLevels, start } = design;
  if (apartLevels === 0) return;
  const { row, none } = scratch;
  spread(design, { dense: g.dense, apart: none }, row);
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
  /** Zeros for the eliminated grouping. */
  readonly none: Float64Array;
}

export function scratchOf(design: Design): Scratch {
  return {
    row: new Float64Array(design.rows),
    dense: new Float64Array(design.size),
    none: new Float64Array(design.apartLevels),
  };
}
