// The columns of all acts while they are being made; what excuses add is known only when their averages are.
import { exposureIds, ownEffect, type Player, players } from '../exposures.core.ts';
import { plannedExcuses } from '../excuses.core.ts';
import { playerOf } from '../causal-model.ts';
import { Growing, type PlannedRows } from '../planned-rows.core.ts';

export interface Act {
  readonly contact: number;
  readonly standard: number;
  readonly site: number;
  readonly person: number;
  readonly day: number;
  readonly failed: boolean;
  readonly marked: boolean;
  readonly p: number;
  readonly draw: number;
  /** These are copied: the caller may write the next act's into them. */
  readonly values: Float64Array;
  readonly added: Float64Array;
  readonly excuses: Float64Array;
  /** What the person adds beyond the median, where they stand out. */
  readonly beyond: number;
}

const plain = ['contact', 'standard', 'site', 'person', 'day', 'failed', 'marked', 'p', 'draw', 'beyond'] as const;

export class RowsInMaking {
  readonly #gammas: readonly number[];
  readonly #plain = Object.fromEntries(plain.map((name) => [name, new Growing()])) as Record<
    (typeof plain)[number],
    Growing
  >;
  readonly #values = exposureIds.map(() => new Growing());
  readonly #added = exposureIds.map(() => new Growing());
  readonly #excuses = plannedExcuses.map(() => new Growing());

  /** @param gammas log odds of each excuse */
  constructor(gammas: readonly number[]) {
    this.#gammas = gammas;
  }

  push(act: Act): void {
    for (const name of plain) this.#plain[name].push(Number(act[name]));
    for (let i = 0; i < exposureIds.length; i++) {
      this.#values[i]!.push(act.values[i]!);
      this.#added[i]!.push(act.added[i]!);
    }
    for (let i = 0; i < plannedExcuses.length; i++) this.#excuses[i]!.push(act.excuses[i]!);
  }

  done(): PlannedRows {
    const column = (name: (typeof plain)[number]) => this.#plain[name].values();
    const size = this.#plain.p.length;
    const added = this.#added.map((one) => one.values());
    const excuses = this.#excuses.map((one) => one.values());
    const beyond = column('beyond');
    const parts = Object.fromEntries(players.map((player) => [player, new Float64Array(size)])) as Record<
      Player,
      Float64Array
    >;
    added.forEach((values, i) => {
      const part = parts[playerOf[i]!];
      for (let row = 0; row < size; row++) part[row]! += values[row]!;
    });
    for (let row = 0; row < size; row++) parts.personnel[row]! += beyond[row]!;
    excuses.forEach((values, i) => {
      const gamma = this.#gammas[i]!;
      if (gamma === 0) return;
      const mean = values.reduce((sum, one) => sum + one, 0) / Math.max(1, size);
      for (let row = 0; row < size; row++) parts.excuses[row]! += gamma * (values[row]! - mean);
    });
    return {
      size,
      contact: Int32Array.from(column('contact')),
      standard: Int32Array.from(column('standard')),
      site: Int32Array.from(column('site')),
      person: Int32Array.from(column('person')),
      day: Int32Array.from(column('day')),
      failed: Uint8Array.from(column('failed')),
      marked: Uint8Array.from(column('marked')),
      chance: column('p'),
      draw: column('draw'),
      exposures: new Map(exposureIds.map((id, i) => [id, this.#values[i]!.values()])),
      excuses: new Map(plannedExcuses.map((one, i) => [one.id, excuses[i]!])),
      parts,
      added: new Map([...exposureIds.map((id, i) => [id, added[i]!] as const), [ownEffect, beyond]]),
    };
  }
}
