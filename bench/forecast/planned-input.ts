// A planned organisation as the forecast reads one: its rows, and its record as of any day.
import { RecordBook } from '../../src/diagnosis/book.core.ts';
import { knownBy } from '../../src/diagnosis/forecast/known-by.core.ts';
import type { ForecastInput } from '../../src/diagnosis/forecast/forecast.core.ts';
import { ExposureReader } from '../../src/diagnosis/model/exposures.core.ts';
import { addDays } from '../../src/kernel/moment.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';
import { plannedStandards } from '../../src/simulate/planned-standards.core.ts';
import { toMarkRows } from '../../src/simulate/to-mark-rows.ts';

const tasks = new Map<string, string>(plannedStandards.map(({ id, task }) => [id, task]));

export function plannedInput(planned: Planned): ForecastInput {
  const rows = toMarkRows(planned);
  const readers = new Map<string, ExposureReader>();
  const index = new Map(rows.exposures.map((one, at) => [one.id, at]));
  return {
    rows,
    origin: addDays(planned.lastDay, 1),
    exposuresOn: (row, on, day) => {
      let reader = readers.get(day);
      if (!reader) {
        reader = new ExposureReader(new RecordBook(knownBy(planned.records, day)), {
          feedbackDays: 90,
          settlingDays: 30,
        });
        readers.set(day, reader);
      }
      const standard = rows.standard.names[rows.standard.of[row]!]!;
      const read = reader.read({
        standard,
        task: tasks.get(standard)!,
        site: rows.site.names[rows.site.of[row]!]!,
        person: rows.person.names[rows.person.of[row]!]!,
        day: on,
      });
      const values = new Float64Array(rows.exposures.length).fill(Number.NaN);
      reader.all.forEach(({ id }, at) => {
        const own = index.get(id);
        if (own !== undefined) values[own] = read[at]!;
      });
      return values;
    },
  };
}
