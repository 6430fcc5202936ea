// Which columns of marked contacts are learned at all: those that enough people's contacts hold and that say something, so that no
// name and no site is learned, and a few hundred reviews are not spent on ten thousand words.
import { columnCount, hashedColumns } from '../../marking/learned/contact-features.core.ts';
import { selectRows, type SparseRows } from '../sparse-rows.core.ts';
import type { MarkerExamples } from './marker-examples.core.ts';

/** A word that fewer people say or hear than this is not learned: it could be somebody's. */
export const leastPersons = 3;
/** Nor is one that is heard at a single site, where there are several. */
export const leastSites = 2;
/** Words that say most, kept; the others weigh nothing. */
const mostWords = 300;

/**
 * The columns to learn from, in order.
 * @param yes for each picked row 1 or 0; rows of -1 are left out of what a word says
 */
export function knownColumns(examples: MarkerExamples, picked: Int32Array, yes: readonly Int8Array[]): Int32Array {
  const { rows, persons, sites } = examples;
  const manySites = new Set(Array.from(picked, (row) => sites[row]!)).size > 1;
  const held = new Map<number, { persons: Set<number>; sites: Set<number>; counts: Float64Array }>();
  const totals = new Float64Array(yes.length * 2);
  for (const [at, row] of picked.entries()) {
    for (let which = 0; which < yes.length; which++) if (yes[which]![at]! >= 0) totals[which * 2 + yes[which]![at]!]!++;
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) {
      const column = rows.columns[i]!;
      let one = held.get(column);
      if (one === undefined)
        held.set(column, (one = { persons: new Set(), sites: new Set(), counts: new Float64Array(yes.length * 2) }));
      one.persons.add(persons[row]!);
      one.sites.add(sites[row]!);
      for (let which = 0; which < yes.length; which++)
        if (yes[which]![at]! >= 0) one.counts[which * 2 + yes[which]![at]!]!++;
    }
  }
  const words: { column: number; says: number }[] = [];
  const placed: number[] = [];
  for (const [column, one] of held) {
    if (column >= hashedColumns) placed.push(column);
    else if (one.persons.size >= leastPersons && (!manySites || one.sites.size >= leastSites))
      words.push({ column, says: mostSaid(one.counts, totals) });
  }
  const chosen = words.toSorted((a, b) => b.says - a.says || a.column - b.column).slice(0, mostWords);
  return Int32Array.from([...chosen.map((one) => one.column), ...placed].toSorted((a, b) => a - b));
}

// Pearson's chi-squared of word against answer, the larger of the questions'.
function mostSaid(counts: Float64Array, totals: Float64Array): number {
  let most = 0;
  for (let which = 0; which < counts.length; which += 2) {
    const [no, yes, allNo, allYes] = [counts[which]!, counts[which + 1]!, totals[which]!, totals[which + 1]!];
    const [all, with_] = [allNo + allYes, no + yes];
    const spread = allNo * allYes * with_ * (all - with_);
    if (spread > 0) most = Math.max(most, (all * (yes * (allNo - no) - no * (allYes - yes)) ** 2) / spread);
  }
  return most;
}

/** The picked rows with only the known columns, numbered as they stand there. */
export function onlyKnown(rows: SparseRows, picked: ArrayLike<number>, known: Int32Array): SparseRows {
  const place = new Int32Array(columnCount).fill(-1);
  for (const [at, column] of known.entries()) place[column] = at;
  const some = selectRows(rows, picked);
  const starts = new Int32Array(some.count + 1);
  const columns = new Int32Array(some.columns.length);
  const values = new Float32Array(some.columns.length);
  let used = 0;
  for (let row = 0; row < some.count; row++) {
    for (let i = some.starts[row]!; i < some.starts[row + 1]!; i++) {
      const at = place[some.columns[i]!]!;
      if (at < 0) continue;
      columns[used] = at;
      values[used++] = some.values[i]!;
    }
    starts[row + 1] = used;
  }
  return { count: some.count, starts, columns: columns.subarray(0, used), values: values.subarray(0, used) };
}
