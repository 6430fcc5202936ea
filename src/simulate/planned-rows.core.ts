// Every act of a planned organisation in columns: what the model may read, and beside it what was planted.
import type { Player } from './exposures.core.ts';

export interface PlannedRows {
  readonly size: number;
  /** Indices: into the contacts, the standards, the sites, the people. */
  readonly contact: Int32Array;
  readonly standard: Int32Array;
  readonly site: Int32Array;
  readonly person: Int32Array;
  /** Day of the period, from 0. */
  readonly day: Int32Array;
  readonly failed: Uint8Array;
  /** As the machine's marker says, which may misread. */
  readonly marked: Uint8Array;
  readonly chance: Float64Array;
  readonly draw: Float64Array;
  /** By id of the exposure; NaN where it couldn't be asked. */
  readonly exposures: ReadonlyMap<string, Float64Array>;
  readonly excuses: ReadonlyMap<string, Float64Array>;
  /**
   * What each player adds to the log odds beyond its reference: the chance without some of them is
   * logistic(logit(chance) - the sum of their parts).
   */
  readonly parts: Readonly<Record<Player, Float64Array>>;
  /** The same of single exposures, by id; `personnel.own-effect` for who stands out. */
  readonly added: ReadonlyMap<string, Float64Array>;
}

/** Rows of numbers, of one width, that grow: one block of memory, since an organisation has some hundred thousand. */
export class NumberTable {
  readonly #width: number;
  #values: Float64Array;
  rows = 0;

  constructor(width: number, rows: number) {
    this.#width = width;
    this.#values = new Float64Array(width * Math.max(1, rows));
  }

  /** Adds a row made of these parts, one after the other. */
  push(...parts: readonly Float64Array[]): void {
    let at = this.rows++ * this.#width;
    if (at + this.#width > this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    for (const part of parts) {
      for (let i = 0; i < part.length; i++) this.#values[at++] = part[i]!;
    }
  }

  column(index: number): Float64Array {
    const found = new Float64Array(this.rows);
    for (let row = 0, at = index; row < this.rows; row++, at += this.#width) found[row] = this.#values[at]!;
    return found;
  }
}
