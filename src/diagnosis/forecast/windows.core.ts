// Rows of a span of days, and how often each site and standard failed in it.
import { shrinker } from '../../stats/shrink.core.ts';
import { addDays, type Day } from '../../kernel/moment.ts';
import type { MarkRows } from '../model/mark-rows.core.ts';
import { spans } from './forecast.core.ts';

/** Numbers of the rows with a day in [from, to), a site and a standard. */
export function rowsBetween(rows: MarkRows, from: Day, to: Day): Int32Array {
  const inside = rows.day.names.map((day) => day >= from && day < to);
  const found: number[] = [];
  for (let row = 0; row < rows.size; row++) {
    const day = rows.day.of[row]!;
    if (day >= 0 && inside[day] && rows.site.of[row]! >= 0 && rows.standard.of[row]! >= 0) found.push(row);
  }
  return Int32Array.from(found);
}

/** A site and a standard as one number. */
export function cellOf(rows: MarkRows, row: number): number {
  return rows.site.of[row]! * rows.standard.names.length + rows.standard.of[row]!;
}

export interface Count {
  k: number;
  n: number;
}

/** Failed and all marks of each cell. */
export function countsOf(rows: MarkRows, chosen: Int32Array): Map<number, Count> {
  const counts = new Map<number, Count>();
  for (const row of chosen) {
    const cell = cellOf(rows, row);
    let count = counts.get(cell);
    if (!count) counts.set(cell, (count = { k: 0, n: 0 }));
    const weight = rows.weight?.[row] ?? 1;
    count.n += weight;
    count.k += weight * rows.failed[row]!;
  }
  return counts;
}

/**
 * Each cell's rate over the six months before a day, shrunk towards its standard's mean over all sites (beta-binomial, as the
 * report's rates are): what one would say without a model.
 */
export function sixMonthMeans(rows: MarkRows, origin: Day): (cell: number) => { rate: number; marks: number } {
  const counts = countsOf(rows, rowsBetween(rows, addDays(origin, -spans.sixMonths), origin));
  const standards = rows.standard.names.length;
  const byStandard = Map.groupBy(counts, ([cell]) => cell % standards);
  const all = [...counts.values()].reduce((sum, one) => ({ k: sum.k + one.k, n: sum.n + one.n }), { k: 0, n: 0 });
  const fits = new Map(
    [...byStandard].map(([standard, cells]) => [
      standard,
      shrinker(
        cells.map(([, count]) => count),
        0.9,
      ),
    ]),
  );
  return (cell) => {
    const own = counts.get(cell) ?? { k: 0, n: 0 };
    const fit = fits.get(cell % standards);
    return { rate: fit ? fit.shrink(own).estimate : all.n > 0 ? all.k / all.n : 0, marks: own.n };
  };
}
