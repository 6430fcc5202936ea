// The system H = ZᵀWZ + P of a penalised step (Breslow and Clayton 1993; Bates et al. 2015, section 3), factored. The
// eliminated grouping's part D is diagonal, so what is factored is its Schur complement S = H_dd - C D⁻¹ Cᵀ, dense.
import { factorise, solveLower, solveUpper } from './cholesky.ts';
import { addRows } from './mixed-blocks.ts';
import type { Design } from './mixed-design.ts';
import { Coupling } from './mixed-coupling.ts';
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
  const coupling = new Coupling(design);
  for (let j = 0; j < apartLevels; j++) {
    let d = prior.apart;
    for (let i = start[j]!; i < start[j + 1]!; i++) d += weights[i]!;
    diagonal[j] = d;
    coupling.read(j, weights);
    coupling.subtractSquare(s, 1 / d);
  }
  return factorise(s, size) ? { design, weights: weights.slice(), prior, diagonal, factor: s } : undefined;
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
