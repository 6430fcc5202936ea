// A planned organisation as the forecast reads one: its rows, and its record as of any day.
import type { ForecastInput } from '../../src/diagnosis/forecast/forecast.core.ts';
import { recordInput } from '../../src/diagnosis/forecast/record-input.core.ts';
import { addDays } from '../../src/kernel/moment.ts';
import { plannedStandards } from '../../src/simulate/planned-standards.core.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';
import { toMarkRows } from '../../src/simulate/to-mark-rows.ts';

const tasks = new Map<string, string>(plannedStandards.map(({ id, task }) => [id, task]));

export function plannedInput(planned: Planned): ForecastInput {
  const { records, lastDay } = planned;
  const spans = { feedbackDays: 90, settlingDays: 30 };
  return recordInput({ rows: toMarkRows(planned), records, tasks, spans }, addDays(lastDay, 1));
}
