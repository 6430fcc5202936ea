// From marked contacts, page by page, to the rows of the model: columns that grow, names kept once.
import type { Day, Moment } from '../../kernel/moment.ts';
import { excuseColumnsOf, type ReadExcuses } from './excuses.core.ts';
import { exposureKinds } from './exposure-kinds.core.ts';
import type { ExposureReader } from './exposures.core.ts';
import type { Levels, MarkRows } from './mark-rows.core.ts';

/** One mark that says kept or failed, with where, who and when. */
interface RowMark {
  readonly standard: string;
  readonly task?: string;
  readonly marker: string;
  readonly failed: boolean;
}

export interface RowContact {
  readonly id: string;
  readonly site?: string;
  /** Under whom the rep's rates are kept: the record's id, or a keyed hash where the record doesn't know them. */
  readonly ratedAs?: string;
  /** The rep's id in the record. */
  readonly person?: string;
  readonly day?: Day;
  readonly at?: Moment;
  readonly kind: string;
  readonly contactsThen?: number;
  readonly excuses: ReadExcuses;
  readonly marks: readonly RowMark[];
}

const levelNames = ['standard', 'site', 'person', 'contact', 'day', 'month', 'kind', 'marker'] as const;
type LevelName = (typeof levelNames)[number];

export class RowMaker {
  readonly #reader: ExposureReader;
  readonly #failed: number[] = [];
  readonly #levels = Object.fromEntries(levelNames.map((name) => [name, new Names()])) as Record<LevelName, Names>;
  readonly #exposures: Float64Array[] = [];
  readonly #excuses: ReadExcuses[] = [];
  readonly #contactOf: number[] = [];

  constructor(reader: ExposureReader) {
    this.#reader = reader;
  }

  /** A contact without a mark that says kept or failed adds nothing. */
  add(contact: RowContact): void {
    if (contact.marks.length === 0) return;
    const { site, person, day, at, contactsThen } = contact;
    const which = this.#excuses.push(contact.excuses) - 1;
    for (const { standard, task, marker, failed } of contact.marks) {
      this.#failed.push(failed ? 1 : 0);
      this.#contactOf.push(which);
      this.#levels.standard.add(standard);
      this.#levels.site.add(site);
      this.#levels.person.add(contact.ratedAs);
      this.#levels.contact.add(contact.id);
      this.#levels.day.add(day);
      this.#levels.month.add(day?.slice(0, 7));
      this.#levels.kind.add(contact.kind);
      this.#levels.marker.add(marker);
      this.#exposures.push(
        this.#reader.read({
          standard,
          ...(task === undefined ? {} : { task }),
          ...(site === undefined ? {} : { site }),
          ...(person === undefined ? {} : { person }),
          ...(day === undefined ? {} : { day }),
          ...(at === undefined ? {} : { at }),
          ...(contactsThen === undefined ? {} : { contactsThen }),
        }),
      );
    }
  }

  // A loop: there are as many values as marks times exposures.
  #column(index: number): Float64Array {
    const values = new Float64Array(this.#exposures.length);
    for (let row = 0; row < values.length; row++) values[row] = this.#exposures[row]![index]!;
    return values;
  }

  rows(): MarkRows {
    const size = this.#failed.length;
    const levels = Object.fromEntries(levelNames.map((name) => [name, this.#levels[name].levels()])) as Record<
      LevelName,
      Levels
    >;
    return {
      size,
      failed: Uint8Array.from(this.#failed),
      ...levels,
      exposures: exposureKinds.map((kind, index) => ({ ...kind, values: this.#column(index) })),
      excuses: excuseColumnsOf(this.#excuses, Int32Array.from(this.#contactOf)),
    };
  }
}

class Names {
  readonly #names: string[] = [];
  readonly #index = new Map<string, number>();
  readonly #of: number[] = [];

  add(name: string | undefined): void {
    if (name === undefined) {
      this.#of.push(-1);
      return;
    }
    let at = this.#index.get(name);
    if (at === undefined) {
      at = this.#names.push(name) - 1;
      this.#index.set(name, at);
    }
    this.#of.push(at);
  }

  levels(): Levels {
    return { names: this.#names, of: Int32Array.from(this.#of) };
  }
}
