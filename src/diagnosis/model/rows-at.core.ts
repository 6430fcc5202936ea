// Some of the rows, in the order picked: every column with them.
import type { Excuse, Exposure, Levels, MarkRows } from './mark-rows.core.ts';

/** @param weight what each row picked stands for; without it the rows have no weights */
export function rowsAt(rows: MarkRows, picked: Int32Array, weight?: (row: number) => number): MarkRows {
  const levels = ({ names, of }: Levels): Levels => ({ names, of: picked.map((row) => of[row]!) });
  const column = <T extends Exposure | Excuse>(one: T): T => ({
    ...one,
    values: Float64Array.from(picked, (row) => one.values[row]!),
  });
  return {
    size: picked.length,
    failed: Uint8Array.from(picked, (row) => rows.failed[row]!),
    ...(weight ? { weight: Float64Array.from(picked, weight) } : {}),
    standard: levels(rows.standard),
    site: levels(rows.site),
    person: levels(rows.person),
    contact: levels(rows.contact),
    day: levels(rows.day),
    month: levels(rows.month),
    kind: levels(rows.kind),
    marker: levels(rows.marker),
    exposures: rows.exposures.map(column),
    excuses: rows.excuses.map(column),
  };
}
