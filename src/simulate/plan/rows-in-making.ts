// The columns of all acts while they are being made; what excuses add is known only when their averages are.
import { exposureIds, ownEffect, type Player, players } from '../exposures.core.ts';
import { plannedExcuses } from '../excuses.core.ts';
import { playerOf } from '../causal-model.ts';
import { NumberTable, type PlannedRows } from '../planned-rows.core.ts';

/** What one act is told by, in the order of its columns. */
const plain = ['contact', 'standard', 'site', 'person', 'day', 'failed', 'marked', 'chance', 'draw', 'beyond'] as const;
type Plain = (typeof plain)[number];
/** `beyond`: what the person adds beyond the median, where they stand out. */
export type Act = Readonly<Record<Plain, number>>;

const count = exposureIds.length;

export class RowsInMaking {
  readonly #gammas: readonly number[];
  readonly #acts: NumberTable;
  readonly #contacts: NumberTable;
  readonly #own = new Float64Array(plain.length);

  /**
   * @param gammas log odds of each excuse
   * @param contacts how many there will be
   */
  constructor(gammas: readonly number[], contacts: number) {
    this.#gammas = gammas;
    this.#acts = new NumberTable(plain.length + 2 * count, contacts * 10);
    this.#contacts = new NumberTable(plannedExcuses.length, contacts);
  }

  /** The excuses of the next contact, in their order; copied. */
  contact(excuses: Float64Array): void {
    this.#contacts.push(excuses);
  }

  /** An act with the exposures' values and what each adds, in their order; copied. */
  act(act: Act, values: Float64Array, added: Float64Array): void {
    for (let i = 0; i < plain.length; i++) this.#own[i] = act[plain[i]!];
    this.#acts.push(this.#own, values, added);
  }

  done(): PlannedRows {
    const size = this.#acts.rows;
    const column = (name: Plain) => this.#acts.column(plain.indexOf(name));
    const contact = Int32Array.from(column('contact'));
    const values = exposureIds.map((_, i) => this.#acts.column(plain.length + i));
    const added = exposureIds.map((_, i) => this.#acts.column(plain.length + count + i));
    const excuses = plannedExcuses.map((_, i) => {
      const own = this.#contacts.column(i);
      return Float64Array.from(contact, (at) => own[at]!);
    });
    const beyond = column('beyond');
    const parts = Object.fromEntries(players.map((player) => [player, new Float64Array(size)])) as Record<
      Player,
      Float64Array
    >;
    added.forEach((column, i) => addTo(parts[playerOf[i]!], column, 1, 0));
    addTo(parts.personnel, beyond, 1, 0);
    excuses.forEach((column, i) => {
      const mean = column.reduce((sum, one) => sum + one, 0) / Math.max(1, size);
      addTo(parts.excuses, column, this.#gammas[i]!, mean);
    });
    return {
      size,
      contact,
      standard: Int32Array.from(column('standard')),
      site: Int32Array.from(column('site')),
      person: Int32Array.from(column('person')),
      day: Int32Array.from(column('day')),
      failed: Uint8Array.from(column('failed')),
      marked: Uint8Array.from(column('marked')),
      chance: column('chance'),
      draw: column('draw'),
      exposures: new Map(exposureIds.map((id, i) => [id, values[i]!])),
      excuses: new Map(plannedExcuses.map((one, i) => [one.id, excuses[i]!])),
      parts,
      added: new Map([...exposureIds.map((id, i) => [id, added[i]!] as const), [ownEffect, beyond]]),
    };
  }
}

function addTo(sum: Float64Array, column: Float64Array, times: number, less: number): void {
  if (times === 0) return;
  for (let row = 0; row < sum.length; row++) sum[row]! += times * (column[row]! - less);
}
