// Which columns of marked contacts are learned at all: those that enough people's contacts hold and that say something, so that no
// name and no site is learned, and a few hundred reviews are not spent on ten thousand words.
import { hashedColumns } from '../../marking/learned/contact-features.core.ts';
import { selectRows, type SparseRows } from '../sparse-rows.core.ts';
import type { MarkerExamples } from './marker-examples.core.ts';

/** A word that fewer people say or hear than this is not learned: it could be somebody's. */
export const leastPersons = 3;
/** Nor is one that is heard at a single site, where there are several. */
const leastSites = 2;
/** Words that say most, kept; the others weigh nothing. */
const mostWords = 300;

/**
 * The columns to learn from, in order, as places among those that there are.
 * @param yes for each picked row 1 or 0; rows of -1 are left out of what a word says
 */
export function knownColumns(examples: MarkerExamples, picked: Int32Array, yes: readonly Int8Array[]): Int32Array {
  const { rows, columns, persons, sites } = examples;
  const ofPersons = heldBy(examples, picked, persons);
  const manySites = new Set(Array.from(picked, (row) => sites[row]!)).size > 1;
  const ofSites = manySites ? heldBy(examples, picked, sites) : null;
  const words: number[] = [];
  const placed: number[] = [];
  for (const [column, count] of ofPersons.entries()) {
    if (count === 0) continue;
    if (columns[column]! >= hashedColumns) placed.push(column);
    else if (count >= leastPersons && (!ofSites || ofSites[column]! >= leastSites)) words.push(column);
  }
  const says = saidBy(rows, columns.length, picked, { words, yes });
  const chosen = words
    .map((column, at) => ({ column, says: says[at]! }))
    .toSorted((a, b) => b.says - a.says || a.column - b.column)
    .slice(0, mostWords);
  return Int32Array.from([...chosen.map((one) => one.column), ...placed].toSorted((a, b) => a - b));
}

/** For each column of how many groups the picked rows are that hold it. Rows are gone through group by group: it is asked at every fit. */
function heldBy({ rows, columns }: MarkerExamples, picked: Int32Array, groups: Int32Array): Int32Array {
  const last = new Int32Array(columns.length).fill(-1);
  const held = new Int32Array(columns.length);
  for (const row of picked.toSorted((a, b) => groups[a]! - groups[b]!))
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) {
      const column = rows.columns[i]!;
      if (last[column] === groups[row]) continue;
      last[column] = groups[row]!;
      held[column]!++;
    }
  return held;
}

/** How much each of some columns says of the answers: the most of any question. */
function saidBy(
  rows: SparseRows,
  columns: number,
  picked: Int32Array,
  { words, yes }: { readonly words: readonly number[]; readonly yes: readonly Int8Array[] },
): Float64Array {
  const place = new Int32Array(columns).fill(-1);
  for (const [at, column] of words.entries()) place[column] = at;
  const says = new Float64Array(words.length);
  for (const answers of yes) {
    const counts = new Float64Array(words.length * 2);
    const totals = [0, 0];
    for (const [at, row] of picked.entries()) {
      const answer = answers[at]!;
      if (answer < 0) continue;
      totals[answer]!++;
      for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) {
        const word = place[rows.columns[i]!]!;
        if (word >= 0) counts[word * 2 + answer]!++;
      }
    }
    for (const word of says.keys())
      says[word] = Math.max(says[word]!, squared(counts[word * 2]!, counts[word * 2 + 1]!, totals[0]!, totals[1]!));
  }
  return says;
}

// Pearson's chi-squared of word against answer.
function squared(no: number, yes: number, allNo: number, allYes: number): number {
  const [all, withIt] = [allNo + allYes, no + yes];
  const spread = allNo * allYes * withIt * (all - withIt);
  return spread > 0 ? (all * (yes * (allNo - no) - no * (allYes - yes)) ** 2) / spread : 0;
}

/** The picked rows with only the known columns, numbered as they stand there. */
export function onlyKnown(examples: MarkerExamples, picked: ArrayLike<number>, known: Int32Array): SparseRows {
  const place = new Int32Array(examples.columns.length).fill(-1);
  for (const [at, column] of known.entries()) place[column] = at;
  const some = selectRows(examples.rows, picked);
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
