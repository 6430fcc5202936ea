// The next thirty days per site and standard: the model with exposures rolled forward, the shrunk six-month mean beside it.
import { addDays } from '../../kernel/moment.ts';
import {
  type CellForecast,
  fewestMarks,
  type ForecastInput,
  leastPrevented,
  type Reason,
  spans,
} from './forecast.core.ts';
import { type AheadChances, chancesAhead, type FitMemory } from './model-ahead.core.ts';
import { type Ahead, rollForward } from './roll-forward.core.ts';
import { cellOf, countsOf, rowsBetween, sixMonthMeans } from './windows.core.ts';

const mostReasons = 3;

/** Why nothing can be said, where nothing can. */
export type NoForecast = 'no-marks' | 'too-few-marks' | 'no-failures' | 'all-failures' | 'nothing-lately';

/** Why nothing can be said from these rows; null where something can. */
export function noForecast({ rows, origin }: ForecastInput): NoForecast | null {
  const history = rowsBetween(rows, '0000-01-01', origin);
  if (history.length === 0) return 'no-marks';
  if (history.length < fewestMarks) return 'too-few-marks';
  const failed = history.reduce((sum, row) => sum + rows.failed[row]!, 0);
  if (failed === 0) return 'no-failures';
  if (failed === history.length) return 'all-failures';
  return rowsBetween(rows, addDays(origin, -spans.template), origin).length === 0 ? 'nothing-lately' : null;
}

/**
 * Every cell that had a mark in the last sixty days, with the model's own word as its rate: `weighted` draws it to the mean.
 * @param memory of the fit before, told anew by this one
 * @returns the cells, or why there are none
 */
export function forecastCells(input: ForecastInput, memory?: FitMemory): readonly CellForecast[] | NoForecast {
  const none = noForecast(input);
  if (none !== null) return none;
  const { rows, origin } = input;
  const history = rowsBetween(rows, '0000-01-01', origin);
  const ahead = rollForward(input);
  const chances = chancesAhead(rows, history, ahead, memory);
  const means = sixMonthMeans(rows, origin);
  const month = countsOf(rows, rowsBetween(rows, addDays(origin, -spans.month), origin));
  const byCell = Map.groupBy(ahead.rows.keys(), (at) => cellOf(rows, ahead.rows[at]!));
  return [...byCell].map(([cell, places]): CellForecast => {
    const { rate: sixMonths, marks } = means(cell);
    const model = meanOf(chances.chance, places, weightsOf(input, ahead));
    const last = month.get(cell);
    return {
      site: rows.site.names[Math.floor(cell / rows.standard.names.length)]!,
      standard: rows.standard.names[cell % rows.standard.names.length]!,
      marks,
      expectedMarks: places.reduce((sum, at) => sum + ahead.share * (rows.weight?.[ahead.rows[at]!] ?? 1), 0),
      rate: model,
      model,
      sixMonths,
      lastMonth: last && last.n > 0 ? last.k / last.n : sixMonths,
      reasons: reasonsOf(chances, places, weightsOf(input, ahead)),
    };
  });
}

function weightsOf({ rows }: ForecastInput, ahead: Ahead): (at: number) => number {
  const { weight } = rows;
  return weight ? (at) => weight[ahead.rows[at]!]! : () => 1;
}

function reasonsOf(chances: AheadChances, places: readonly number[], weight: (at: number) => number): Reason[] {
  const with_ = meanOf(chances.chance, places, weight);
  return chances.effects
    .map(({ exposure, without, now, nowWithout }): Reason => {
      const prevents = with_ - meanOf(without, places, weight);
      const before = meanOf(now, places, weight) - meanOf(nowWithout, places, weight);
      return { exposure: exposure.id, says: exposure.says, prevents, change: prevents - before };
    })
    .filter((one) => one.prevents >= leastPrevented)
    .toSorted((a, b) => b.prevents - a.prevents)
    .slice(0, mostReasons);
}

function meanOf(values: Float64Array, places: readonly number[], weight: (at: number) => number): number {
  let sum = 0;
  let all = 0;
  for (const at of places) {
    sum += weight(at) * values[at]!;
    all += weight(at);
  }
  return all > 0 ? sum / all : 0;
}
