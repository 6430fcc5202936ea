// Two sums over rows of pairs of coordinates: ZᵀWZ, and zᵢᵀ C zᵢ of each row. The fixed effects and the first grouping with
// slopes share their columns, so their three blocks are folded into one small matrix of columns by columns for each level:
// a quarter of the products. All else goes pair of parts by pair.
import type { Design, Part } from './mixed-design.ts';

/** Lower triangle of s += ZᵀWZ without the eliminated grouping. Parts stand in the order of their coordinates. */
export function addRows(design: Design, weights: Float64Array, s: Float64Array): void {
  const { rows, parts, features, featureCount, size, coordinate } = design;
  addFolded(design, weights, s);
  for (const [a, b] of unfoldedPairs(design, parts.length)) {
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
        const line = coordinate[from + t]! * size;
        const value = features[row + rowsOf[t]!]!;
        if (line < 0 || value === 0) continue;
        const end = a === b ? t + 1 : width;
        for (let u = 0; u < end; u++) {
          const c = coordinate[to + u]!;
          if (c >= 0) s[line + c]! += value * across[u]!;
        }
      }
    }
  }
}

/** Σ w x xᵀ of all columns by level of the folded grouping, then put where it belongs. */
function addFolded(design: Design, weights: Float64Array, s: Float64Array): void {
  const { rows, features, featureCount: n, size, free, coordinate } = design;
  const part = foldedPart(design);
  const sums = new Float64Array(((part?.levels ?? 0) + 1) * n * n);
  for (let i = 0; i < rows; i++) {
    const row = i * n;
    const base = slotOf(part, i) * n * n;
    for (let a = 0; a < n; a++) {
      const value = weights[i]! * features[row + a]!;
      if (value === 0) continue;
      const line = base + a * n;
      for (let b = 0; b <= a; b++) sums[line + b]! += value * features[row + b]!;
    }
  }
  const levels = part?.levels ?? 0;
  for (let level = 0; level <= levels; level++) {
    const of = (a: number, b: number): number => sums[level * n * n + Math.max(a, b) * n + Math.min(a, b)]!;
    for (let a = 0; a < n; a++) for (let b = 0; b <= a; b++) s[(free + a) * size + free + b]! += of(a, b);
    if (!part || level === levels) continue;
    const at = part.base + level * part.width;
    for (let u = 0; u < part.width; u++) {
      const c = coordinate[at + u]!;
      if (c < 0) continue;
      const column = part.features[u]!;
      for (let a = 0; a < n; a++) s[(free + a) * size + c]! += of(a, column);
      for (let t = u; t < part.width; t++) {
        const r = coordinate[at + t]!;
        if (r >= 0) s[r * size + c]! += of(part.features[t]!, column);
      }
    }
  }
}

/** Says zᵢᵀ C zᵢ of the leading `reach` coordinates, for runs of rows. */
export class Quadratics {
  readonly #design: Design;
  readonly #covariance: Float64Array;
  readonly #pairs: readonly (readonly [number, number])[];
  readonly #folded: Float64Array;

  constructor(design: Design, covariance: Float64Array, reach: number) {
    this.#design = design;
    this.#covariance = covariance;
    const fixed = reach > design.free;
    this.#pairs = unfoldedPairs(design, fixed ? design.parts.length : design.parts.length - 1);
    this.#folded = foldedCovariance(design, covariance, fixed);
  }

  /** leverage += zᵢᵀ C zᵢ for the rows `from` to `to`. */
  add(leverage: Float64Array, from: number, to: number): void {
    const { size, features, featureCount: n, parts, coordinate } = this.#design;
    const covariance = this.#covariance;
    const folded = this.#folded;
    const part = foldedPart(this.#design);
    for (let i = from; i < to; i++) {
      const row = i * n;
      const base = slotOf(part, i) * n * n;
      let whole = 0;
      for (let a = 0; a < n; a++) {
        const value = features[row + a]!;
        if (value === 0) continue;
        const line = base + a * n;
        let sum = 0;
        for (let b = 0; b <= a; b++) sum += folded[line + b]! * features[row + b]!;
        whole += sum * value;
      }
      leverage[i]! += whole;
    }
    for (const [a, b] of this.#pairs) {
      const { at: ats, width: height, features: rowsOf } = parts[a]!;
      const { at: tos, width, features: columnsOf } = parts[b]!;
      const times = a === b ? 1 : 2;
      for (let i = from; i < to; i++) {
        const line = ats[i]!;
        const column = tos[i]!;
        if (line < 0 || column < 0) continue;
        const row = i * n;
        let whole = 0;
        for (let t = 0; t < height; t++) {
          const at = coordinate[line + t]! * size;
          const value = features[row + rowsOf[t]!]!;
          if (at < 0 || value === 0) continue;
          let sum = covariance[at + coordinate[column]!]!;
          for (let u = 1; u < width; u++) {
            const c = coordinate[column + u]!;
            if (c >= 0) sum += covariance[at + c]! * features[row + columnsOf[u]!]!;
          }
          whole += sum * value;
        }
        leverage[i]! += times * whole;
      }
    }
  }
}

/** By level: C of the fixed effects, of the level's effects and twice that between them, as a lower triangle to be used once. */
function foldedCovariance(design: Design, covariance: Float64Array, fixed: boolean): Float64Array {
  const { featureCount: n, size, free, coordinate } = design;
  const part = foldedPart(design);
  const levels = part?.levels ?? 0;
  const out = new Float64Array((levels + 1) * n * n);
  for (let level = 0; level <= levels; level++) {
    const add = (a: number, b: number, value: number): void => {
      out[level * n * n + Math.max(a, b) * n + Math.min(a, b)]! += value;
    };
    if (fixed)
      for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) add(a, b, covariance[(free + a) * size + free + b]!);
    if (!part || level === levels) continue;
    const at = part.base + level * part.width;
    for (let u = 0; u < part.width; u++) {
      const c = coordinate[at + u]!;
      if (c < 0) continue;
      const column = part.features[u]!;
      for (let t = 0; t < part.width; t++) {
        const r = coordinate[at + t]!;
        if (r >= 0) add(part.features[t]!, column, covariance[r * size + c]!);
      }
      if (fixed) for (let a = 0; a < n; a++) add(a, column, 2 * covariance[(free + a) * size + c]!);
    }
  }
  return out;
}

function foldedPart({ parts, wide }: Design): Part | undefined {
  return wide[0] === undefined ? undefined : parts[wide[0]];
}

/** The row's level in the folded grouping; one more than the last where it has none. */
function slotOf(part: Part | undefined, row: number): number {
  if (!part) return 0;
  const at = part.at[row]!;
  return at < 0 ? part.levels : (at - part.base) / part.width;
}

/** Pairs of parts, the later first, without those that are folded. */
function unfoldedPairs({ parts, wide }: Design, count: number): [number, number][] {
  const folded = (index: number): boolean => index === wide[0] || index === parts.length - 1;
  const pairs: [number, number][] = [];
  for (let a = 0; a < count; a++) for (let b = 0; b <= a; b++) if (!(folded(a) && folded(b))) pairs.push([a, b]);
  return pairs;
}
