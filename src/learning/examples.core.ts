// Answers that people gave about rows, on a scale in order, and what learning makes of several answers that differ.
import type { SparseRows } from './sparse-rows.core.ts';

export interface Examples {
  readonly rows: SparseRows;
  /** How many columns the rows have. */
  readonly columns: number;
  /** How many answers the scale has; an answer is a whole number from 0, in order. */
  readonly answers: number;
  /** For each row the answer that stands: the one given most, of two given alike the lower. */
  readonly truth: Int32Array;
  /** For each row and answer the share of its raters who gave it: row * answers + answer. */
  readonly shares: Float32Array;
  /** For each row the contact it is from, numbered from 0. Rows of one contact are never on both sides of a test. */
  readonly contacts: Int32Array;
}

/** Ratings of the rows in order, as examples. @param ratings for each row one answer or several, never none */
export function toExamples(
  rows: SparseRows,
  columns: number,
  rated: { readonly answers: number; readonly ratings: readonly (readonly number[])[]; readonly contacts: Int32Array },
): Examples {
  const { answers, ratings, contacts } = rated;
  const truth = new Int32Array(rows.count);
  const shares = new Float32Array(rows.count * answers);
  for (const [row, given] of ratings.entries()) {
    const from = row * answers;
    for (const answer of given) shares[from + answer]! += 1 / given.length;
    for (let answer = 1; answer < answers; answer++)
      // A hair's breadth: thirds added up in another order are not always the same number.
      if (shares[from + answer]! > shares[from + truth[row]!]! + 1e-6) truth[row] = answer;
  }
  return { rows, columns, answers, truth, shares, contacts };
}

/**
 * Was the answer below the boundary? Half by the answer that stands and half by the share of raters who gave a lower one:
 * it is the first that is asked for, and the second knows more.
 */
export function targetsBelow(examples: Examples, boundary: number, picked: ArrayLike<number>): Float64Array {
  const targets = new Float64Array(picked.length);
  for (let at = 0; at < picked.length; at++) {
    const row = picked[at]!;
    let share = 0;
    for (let answer = 0; answer < boundary; answer++) share += examples.shares[row * examples.answers + answer]!;
    targets[at] = (share + Number(examples.truth[row]! < boundary)) / 2;
  }
  return targets;
}
