// Rows that may not hold at the same time: versions of one document, posts of one person at one site.
import type { Day } from '../../kernel/moment.ts';
import type { Sourced } from '../../kernel/sourced.ts';

interface Dated {
  readonly from: Day;
  readonly to?: Day;
}

export interface Overlap<T> {
  readonly row: Sourced<T>;
  /** The row that holds already on one of its days. */
  readonly with: Sourced<T>;
}

export interface Apart<T> {
  readonly accepted: readonly Sourced<T>[];
  readonly overlaps: readonly Overlap<T>[];
}

/** Do the two hold on a common day? A row holds from its first day up to, not including, its last. */
export function overlap(left: Dated, right: Dated): boolean {
  return (right.to === undefined || left.from < right.to) && (left.to === undefined || right.from < left.to);
}

/**
 * Accepts rows from the earliest on, each that overlaps none accepted before and none that stands already.
 * @param group rows of one group may not overlap
 */
export function keepApart<T extends Dated>(
  rows: readonly Sourced<T>[],
  standing: readonly Sourced<T>[],
  group: (row: T) => string,
): Apart<T> {
  const groups = Map.groupBy(standing, (one) => group(one.row));
  const accepted: Sourced<T>[] = [];
  const overlaps: Overlap<T>[] = [];
  // By day first, so that which of two is refused doesn't depend on the files they stand in.
  for (const one of rows.toSorted((a, b) => (a.row.from < b.row.from ? -1 : a.row.from > b.row.from ? 1 : 0))) {
    const name = group(one.row);
    const others = groups.get(name) ?? [];
    const other = others.find((standingRow) => overlap(standingRow.row, one.row));
    if (other) {
      overlaps.push({ row: one, with: other });
      continue;
    }
    groups.set(name, [...others, one]);
    accepted.push(one);
  }
  return { accepted, overlaps };
}
