// Rows of numbers that are mostly nothing, as learning reads them: only what is there is kept, in three typed arrays, since
// a fit goes over all of them some hundred times.

/** Row r holds `values[i]` at column `columns[i]` for i from `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Grows by doubling; what was put since the last `endRow` is the row being written. */
export class SparseRowsBuilder {
  private starts = new Int32Array(1024);
  private columns = new Int32Array(1 << 16);
  private values = new Float32Array(1 << 16);
  private rows = 0;
  private used = 0;

  put(column: number, value: number): void {
    if (this.used === this.columns.length) {
      this.columns = grown(this.columns, new Int32Array(this.used * 2));
      this.values = grown(this.values, new Float32Array(this.used * 2));
    }
    this.columns[this.used] = column;
    this.values[this.used++] = value;
  }

  endRow(): void {
    if (this.rows + 2 > this.starts.length) this.starts = grown(this.starts, new Int32Array(this.starts.length * 2));
    this.starts[++this.rows] = this.used;
  }

  /** How many numbers were put so far, over all rows. */
  get size(): number {
    return this.used;
  }

  /** Multiplies what was put from the place `from` on, e.g. to give a block of words the length one. */
  scale(from: number, factor: number): void {
    for (let at = from; at < this.used; at++) this.values[at]! *= factor;
  }

  /** The rows so far; the builder may go on, and what it gave stays as it is. */
  build(): SparseRows {
    return {
      count: this.rows,
      starts: this.starts.slice(0, this.rows + 1),
      columns: this.columns.slice(0, this.used),
      values: this.values.slice(0, this.used),
    };
  }
}

function grown<T extends Int32Array | Float32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Some of the rows, in the order asked for. */
export function selectRows(rows: SparseRows, picked: ArrayLike<number>): SparseRows {
  const starts = new Int32Array(picked.length + 1);
  for (let at = 0; at < picked.length; at++) {
    const row = picked[at]!;
    starts[at + 1] = starts[at]! + rows.starts[row + 1]! - rows.starts[row]!;
  }
  const columns = new Int32Array(starts[picked.length]!);
  const values = new Float32Array(columns.length);
  for (let at = 0; at < picked.length; at++) {
    const row = picked[at]!;
    columns.set(rows.columns.subarray(rows.starts[row], rows.starts[row + 1]), starts[at]);
    values.set(rows.values.subarray(rows.starts[row], rows.starts[row + 1]), starts[at]);
  }
  return { count: picked.length, starts, columns, values };
}
