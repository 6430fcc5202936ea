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

/** A list of numbers that grows; typed arrays can't. */
export class Growing {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  values(): Float64Array {
    return this.#values.slice(0, this.length);
  }
}
