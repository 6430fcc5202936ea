// How a set of levels goes into the model: as partially pooled effects where there are enough of them to see how much they
// differ, as plain contrasts where there are a few, not at all where there is one.
import type { FixedColumn, Grouping } from '../../stats/mixed-data.ts';
import type { Levels } from './mark-rows.core.ts';

/** Below this many levels a standard deviation between them can't be told from nothing. */
const fewestPooled = 6;

/** Levels renumbered so that only those that some row has are left, in their old order. */
export function usedLevels(levels: Levels): Levels {
  const seen = new Uint8Array(levels.names.length);
  for (const one of levels.of) if (one >= 0) seen[one] = 1;
  const next = new Int32Array(levels.names.length).fill(-1);
  const names: string[] = [];
  levels.names.forEach((name, index) => {
    if (seen[index]) next[index] = names.push(name) - 1;
  });
  if (names.length === levels.names.length) return levels;
  return { names, of: levels.of.map((one) => (one < 0 ? -1 : next[one]!)) };
}

interface LevelEffects {
  readonly group?: Grouping;
  readonly columns: readonly FixedColumn[];
}

/** @param always pool even a few levels: for people, whose spread is what is asked */
export function levelEffects(name: string, levels: Levels, always = false): LevelEffects {
  const count = levels.names.length;
  if (count < 2) return { columns: [] };
  if (always || count >= fewestPooled) return { group: { name, level: levels.of, levels: count }, columns: [] };
  const rows = new Int32Array(count);
  for (const one of levels.of) if (one >= 0) rows[one]!++;
  const commonest = rows.indexOf(Math.max(...rows));
  const columns = levels.names.flatMap((level, index) =>
    index === commonest
      ? []
      : [{ name: `${name}: ${level}`, values: Float64Array.from(levels.of, (one) => (one === index ? 1 : 0)) }],
  );
  return { columns };
}

/** Mean of a column in each level, given back per row; rows without a level get the mean of all. */
export function meansBy(values: Float64Array, levels: Levels): Float64Array {
  const sum = new Float64Array(levels.names.length);
  const count = new Float64Array(levels.names.length);
  let all = 0;
  for (let row = 0; row < values.length; row++) {
    all += values[row]!;
    const level = levels.of[row]!;
    if (level < 0) continue;
    sum[level]! += values[row]!;
    count[level]!++;
  }
  const mean = values.length > 0 ? all / values.length : 0;
  const out = new Float64Array(values.length);
  for (let row = 0; row < out.length; row++) {
    const level = levels.of[row]!;
    out[row] = level < 0 ? mean : sum[level]! / count[level]!;
  }
  return out;
}

export function deviation(values: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = values.length > 0 ? sum / values.length : 0;
  return values.length > 0 ? Math.sqrt(Math.max(0, squares / values.length - mean * mean)) : 0;
}

/** Pearson's correlation; 0 where one of the two does not vary. */
export function correlation(a: Float64Array, b: Float64Array): number {
  let sumA = 0;
  let sumB = 0;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let row = 0; row < a.length; row++) {
    const x = a[row]!;
    const y = b[row]!;
    sumA += x;
    sumB += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const n = a.length;
  const spread = Math.sqrt((aa / n - (sumA / n) ** 2) * (bb / n - (sumB / n) ** 2));
  return spread > 1e-12 ? (ab / n - (sumA / n) * (sumB / n)) / spread : 0;
}
