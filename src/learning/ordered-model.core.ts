// A linear model of an answer on a scale in order: for each boundary of the scale one logistic regression of "lower than
// this?" (E. Frank and M. Hall 2001, ECML, "A simple approach to ordinal classification"), and a cut for each.
import { targetsBelow, type Examples } from './examples.core.ts';
import { chance, fitLogistic, logOdds, type Logistic } from './logistic.core.ts';
import { selectRows, type SparseRows } from './sparse-rows.core.ts';

export interface Boundary {
  /** Answers lower than this are below it. */
  readonly at: number;
  readonly intercept: number;
  /** One for each of the model's columns. */
  readonly weights: Float32Array;
}

export interface Boundaries {
  /** Columns that were learned, in order. */
  readonly columns: Int32Array;
  readonly each: readonly Boundary[];
}

/** How likely each row's answer is below each boundary: row * boundaries + boundary. */
export type Chances = Float64Array;

/** A column that fewer contacts hold is not learned: it says nothing sure, and it could be somebody's name. */
export const leastContacts = 3;
/** Rows that must stand on either side of a boundary for it to be learned at all. */
const leastRows = 20;
/** Weights are about as large as a half, before anything is known: blocks of features have length one. */
const penalty = 2;

/** The boundaries with enough rows on either side, lowest first. */
export function boundariesOf({ truth, answers }: Examples): number[] {
  const found: number[] = [];
  for (let boundary = 1; boundary < answers; boundary++) {
    const below = truth.reduce((count, answer) => count + Number(answer < boundary), 0);
    if (below >= leastRows && truth.length - below >= leastRows) found.push(boundary);
  }
  return found;
}

/** Learns the boundaries from the picked rows; the same rows give the same weights. */
export function fitBoundaries(examples: Examples, picked: Int32Array, boundaries: readonly number[]): Boundaries {
  const columns = knownColumns(examples, picked);
  const rows = renumbered(selectRows(examples.rows, picked), examples.columns, columns);
  const each = boundaries.map((at) => {
    const fitted = fitLogistic(rows, targetsBelow(examples, at, picked), { columns: columns.length, penalty });
    return { at, intercept: fitted.intercept, weights: Float32Array.from(fitted.weights) };
  });
  return { columns, each };
}

/** Boundaries laid out over all columns once, to judge many rows by. */
export class Judge {
  private readonly each: readonly Logistic[];

  /** @param columns how many columns the rows have: those that were learned, and any others */
  constructor({ columns: known, each }: Boundaries, columns: number) {
    this.each = each.map(({ weights, intercept }) => {
      const spread = new Float64Array(columns);
      for (const [at, column] of known.entries()) spread[column] = weights[at]!;
      return { weights: spread, intercept };
    });
  }

  chances(rows: SparseRows): Chances {
    const chances = new Float64Array(rows.count * this.each.length);
    for (const [index, boundary] of this.each.entries())
      for (const [row, odds] of logOdds(boundary, rows).entries())
        chances[row * this.each.length + index] = chance(odds);
    return chances;
  }
}

// Columns that enough of the picked contacts hold.
function knownColumns({ rows, columns, contacts }: Examples, picked: Int32Array): Int32Array {
  const last = new Int32Array(columns).fill(-1);
  const held = new Int32Array(columns);
  for (const row of picked)
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) {
      const column = rows.columns[i]!;
      if (last[column] === contacts[row]) continue;
      last[column] = contacts[row]!;
      held[column]!++;
    }
  return Int32Array.from({ length: columns }, (_, column) => column).filter((column) => held[column]! >= leastContacts);
}

// The rows with only the known columns, numbered as they stand there: a fit works on vectors as long as that, ten times shorter.
function renumbered(rows: SparseRows, columns: number, known: Int32Array): SparseRows {
  const place = new Int32Array(columns).fill(-1);
  for (const [at, column] of known.entries()) place[column] = at;
  const starts = new Int32Array(rows.count + 1);
  const kept = new Int32Array(rows.columns.length);
  const values = new Float32Array(rows.columns.length);
  let used = 0;
  for (let row = 0; row < rows.count; row++) {
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) {
      const at = place[rows.columns[i]!]!;
      if (at < 0) continue;
      kept[used] = at;
      values[used++] = rows.values[i]!;
    }
    starts[row + 1] = used;
  }
  return { count: rows.count, starts, columns: kept.subarray(0, used), values: values.subarray(0, used) };
}
