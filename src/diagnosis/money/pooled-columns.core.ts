// Columns and levels in the form that a pooled fit wants them: around their mean, without gaps, and only where they vary.
import type { PooledFamily } from '../../stats/pooled-data.ts';
import type { Levels } from '../model/mark-rows.core.ts';

/** Around the mean of what is known, which stands for what isn't (NaN); null where nothing varies. */
export function varying(values: Float64Array): Float64Array | null {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  if (known.every((value) => Math.abs(value - mean) < 1e-9)) return null;
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}

/** A family around 0 for each of these that has at least two levels in use. @param take the level of each row asked about */
export function levelsOf(
  named: Readonly<Record<string, Levels>>,
  take: (of: Int32Array) => Int32Array = (of) => of,
): PooledFamily[] {
  return Object.entries(named).flatMap(([name, { names, of }]): PooledFamily[] => {
    const level = take(of);
    return new Set(level).size > 1 ? [{ name, mean: 'zero', level, levels: names.length }] : [];
  });
}
