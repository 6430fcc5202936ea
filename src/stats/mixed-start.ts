// Where the search for the deviations begins: from products of residuals of pairs of rows that share a level, with nothing
// but the fixed effects fitted. Two rows' residuals r = y - p have the expected product w_i w_j Σ σ_k² x_ik x_jk over the
// components k whose level they share (w = p(1 - p)), so the σ² follow by least squares: products regressed on what is shared
// (Haseman and Elston 1972; Rao's MINQUE of 1971 with prior values 0). Rough, but a pass over the rows in place of several fits.
import { solvePositive } from './cholesky.ts';
import type { Component, Design } from './mixed-design.ts';
import { spreadDense } from './mixed-rows.ts';

const least = 0.08;
const greatest = 1.5;
/** Pairs of groupings with more cells than this are taken to share no pair of rows. */
const mostCells = 1 << 22;

export interface Start {
  /** Of scaled columns, one a component. */
  readonly deviations: Float64Array;
  /** Coefficients of the fixed effects alone. */
  readonly fixed: Float64Array;
}

export function startingPoint(whole: Design, ridge: Float64Array): Start {
  const design = someRows(whole);
  const { rows, components, outcome, weight } = design;
  const { fixed, linear } = fixedAlone(design, ridge);
  const residual = new Float64Array(rows);
  const information = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const p = 1 / (1 + Math.exp(-linear[i]!));
    residual[i] = weight[i]! * (outcome[i]! - p);
    information[i] = weight[i]! * p * (1 - p);
  }
  const count = components.length;
  const shared = new Float64Array(count * count);
  const products = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    products[k] = pairs(design, components[k]!, components[k]!, residual, true);
    for (let l = 0; l <= k; l++) {
      const both = pairs(design, components[k]!, components[l]!, information, false);
      shared[k * count + l] = both;
      shared[l * count + k] = both;
    }
  }
  const variances = solvePositive(shared, count, products);
  // The logit of an average over levels is flatter than that at each level, by √(1 + .346 Σσ²) (Zeger, Liang and Albert 1988).
  let total = 0;
  for (const [k, { kind }] of components.entries()) if (kind === 'group') total += Math.max(0, variances[k]!);
  const steeper = 1 / Math.max(0.4, 1 - 0.346 * total);
  return {
    deviations: variances.map((one) => Math.min(Math.max(Math.sqrt(Math.max(0, one) * steeper), least), greatest)),
    fixed,
  };
}

/** A start is rough anyway: of very many rows, those of every so many-th eliminated level are enough. */
const enoughRows = 25_000;

function someRows(design: Design): Design {
  const every = Math.floor(design.rows / enoughRows);
  const { start, apartLevels, featureCount, plainCount } = design;
  if (every < 2 || apartLevels < enoughRows / 20) return design;
  const picked: number[] = [];
  const begins = [0];
  for (let j = 0; j < apartLevels; j += every) {
    for (let i = start[j]!; i < start[j + 1]!; i++) picked.push(i);
    begins.push(picked.length);
  }
  const runs = <T extends Float64Array | Int32Array>(from: T, width: number): T => {
    const out = from.slice(0, picked.length * width) as T;
    for (const [to, i] of picked.entries()) for (let t = 0; t < width; t++) out[to * width + t] = from[i * width + t]!;
    return out;
  };
  return {
    ...design,
    rows: picked.length,
    order: runs(design.order, 1),
    outcome: runs(design.outcome, 1),
    weight: runs(design.weight, 1),
    features: runs(design.features, featureCount),
    plain: runs(design.plain, plainCount),
    parts: design.parts.map((part) => ({ ...part, at: runs(part.at, 1) })),
    start: Int32Array.from(begins),
    apartLevels: begins.length - 1,
  };
}

/**
 * Σ over pairs of different rows that share a level of both components, of v_i v_j x_i x_j: within each cell of levels the
 * square of the sum less the sum of squares. With `once` the two are the same component and its column is counted once.
 */
function pairs(design: Design, one: Component, other: Component, v: Float64Array, once: boolean): number {
  const same = one.part === other.part;
  if (one.part < 0 && other.part < 0) return pairsApart(design, undefined, v);
  if (one.part < 0) return pairsApart(design, other, v);
  if (other.part < 0) return pairsApart(design, one, v);
  const { rows, features, featureCount } = design;
  const a = design.parts[one.part]!;
  const b = design.parts[other.part]!;
  if (!same && a.levels * b.levels > mostCells) return 0;
  const cells = new Float64Array(same ? a.levels : a.levels * b.levels);
  const first = a.features[one.place]!;
  const second = once ? 0 : b.features[other.place]!;
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    const from = a.at[i]!;
    const to = b.at[i]!;
    if (from < 0 || to < 0) continue;
    const value = v[i]! * features[i * featureCount + first]! * features[i * featureCount + second]!;
    const cell = (from - a.base) / a.width;
    cells[same ? cell : cell * b.levels + (to - b.base) / b.width]! += value;
    squares += value * value;
  }
  let sum = -squares;
  for (const cell of cells) sum += cell * cell;
  return sum;
}

/** The same where one component is the eliminated grouping, in whose order the rows stand: cells of one of its levels at a time. */
function pairsApart(design: Design, other: Component | undefined, v: Float64Array): number {
  const { start, apartLevels, features, featureCount } = design;
  const part = other && design.parts[other.part]!;
  const cells = new Float64Array(part ? part.levels : 1);
  const feature = other ? part!.features[other.place]! : 0;
  let sum = 0;
  for (let j = 0; j < apartLevels; j++) {
    for (let i = start[j]!; i < start[j + 1]!; i++) {
      const at = part ? part.at[i]! : 0;
      if (at < 0) continue;
      const value = v[i]! * features[i * featureCount + feature]!;
      const cell = part ? (at - part.base) / part.width : 0;
      // (s + v)² - s² - v² = 2 s v: each row with those before it.
      sum += 2 * cells[cell]! * value;
      cells[cell]! += value;
    }
    for (let i = start[j]!; i < start[j + 1]!; i++) {
      const at = part ? part.at[i]! : 0;
      if (at >= 0) cells[part ? (at - part.base) / part.width : 0] = 0;
    }
  }
  return sum;
}

/** Ordinary logistic regression by Newton's steps (iteratively reweighted least squares), a few: it is only a start. */
function fixedAlone(design: Design, ridge: Float64Array): { fixed: Float64Array; linear: Float64Array } {
  const { rows, features, featureCount: n, outcome, weight, free, size } = design;
  const fixed = new Float64Array(n);
  const linear = new Float64Array(rows);
  const dense = new Float64Array(size);
  for (let step = 0; step < 6; step++) {
    const h = new Float64Array(n * n);
    const g = new Float64Array(n);
    for (let f = 0; f < n; f++) {
      h[f * n + f] = ridge[f]! + 1e-6;
      g[f] = -ridge[f]! * fixed[f]!;
    }
    for (let i = 0; i < rows; i++) {
      const p = 1 / (1 + Math.exp(-linear[i]!));
      const w = weight[i]! * p * (1 - p);
      const r = weight[i]! * (outcome[i]! - p);
      const row = i * n;
      for (let a = 0; a < n; a++) {
        const x = features[row + a]!;
        if (x === 0) continue;
        g[a]! += r * x;
        for (let b = 0; b <= a; b++) h[a * n + b]! += w * x * features[row + b]!;
      }
    }
    for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) h[b * n + a] = h[a * n + b]!;
    const move = solvePositive(h, n, g);
    for (let f = 0; f < n; f++) fixed[f]! += Math.min(2, Math.max(-2, move[f]!));
    dense.set(fixed, free);
    spreadDense(design, dense, linear, 0, rows);
  }
  return { fixed, linear };
}
