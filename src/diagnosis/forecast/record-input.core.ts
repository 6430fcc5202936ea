// An organisation's own rows and record as the forecast reads them.
import type { Day } from '../../kernel/moment.ts';
import { addDays } from '../../kernel/moment.ts';
import { RecordBook } from '../book.core.ts';
import { ExposureReader, type Spans } from '../model/exposures.core.ts';
import { usedLevels } from '../model/level-columns.core.ts';
import type { MarkRows } from '../model/mark-rows.core.ts';
import type { Records } from '../records.core.ts';
import type { ForecastInput } from './forecast.core.ts';
import { knownBy } from './known-by.core.ts';

export interface RecordedRows {
  readonly rows: MarkRows;
  readonly records: Records;
  /** Task of each standard that has one. */
  readonly tasks: ReadonlyMap<string, string>;
  readonly spans: Spans;
}

/** The rows with no day where theirs is after the latest that can have come: nothing is learnt of when they were. */
export function upTo(rows: MarkRows, latest: Day): MarkRows {
  const { names, of } = rows.day;
  return { ...rows, day: usedLevels({ names, of: of.map((day) => (day >= 0 && names[day]! <= latest ? day : -1)) }) };
}

/** The day after the last contact, where the forecast begins; undefined where no row has a day. */
export function dayAfter(rows: MarkRows): Day | undefined {
  const last = rows.day.names.toSorted().at(-1);
  return last === undefined ? undefined : addDays(last, 1);
}

/** Exposures are asked of the record as known on a day; a reader is made once for each such day. */
export function recordInput({ rows, records, tasks, spans }: RecordedRows, origin: Day): ForecastInput {
  const readers = new Map<Day, ExposureReader>();
  let places: readonly number[] = [];
  return {
    rows,
    origin,
    exposuresOn(row, on, known) {
      let reader = readers.get(known);
      if (!reader) {
        reader = new ExposureReader(new RecordBook(knownBy(records, known)), spans);
        readers.set(known, reader);
        places = rows.exposures.map(({ id }) => reader!.all.findIndex((one) => one.id === id));
      }
      const standard = rows.standard.names[rows.standard.of[row]!]!;
      const task = tasks.get(standard);
      const person = rows.person.of[row]!;
      const read = reader.read({
        standard,
        ...(task === undefined ? {} : { task }),
        site: rows.site.names[rows.site.of[row]!]!,
        ...(person < 0 ? {} : { person: rows.person.names[person]! }),
        day: on,
      });
      return Float64Array.from(places, (place) => (place < 0 ? Number.NaN : read[place]!));
    },
  };
}
