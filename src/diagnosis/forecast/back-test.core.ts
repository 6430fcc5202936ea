// Forecasts made as of past days and held against what came: the only figure that says what a forecast is worth.
import { addDays, type Day } from '../../kernel/moment.ts';
import { type CellForecast, type ForecastInput, spans } from './forecast.core.ts';
import { forecastCells, noForecast, type NoForecast } from './forecast-cells.core.ts';
import type { FitMemory } from './model-ahead.core.ts';
import { modelWeight, settle, type Settled, weighted } from './stacking.core.ts';
import { countsOf, rowsBetween } from './windows.core.ts';

/** Squared errors of cell rates, summed with each cell's marks as its weight. */
export interface Errors {
  readonly marks: number;
  readonly forecast: number;
  readonly lastMonth: number;
  readonly sixMonths: number;
}

/** One month that was forecast as of its first day. */
export interface TestedMonth extends Errors {
  readonly origin: Day;
  /** Weight that the model had then, from the months before. */
  readonly weight: number;
  readonly cells: number;
}

export interface BackTest {
  readonly months: readonly TestedMonth[];
  readonly settled: readonly Settled[];
}

/** Told how many of the months are forecast. */
export type TellMade = (months: number) => void;

/** 1 - squared error against another's: 0 is as good, 1 is perfect, below 0 is worse. Null where the other made no error. */
export function skill(errors: readonly Errors[], against: 'lastMonth' | 'sixMonths'): number | null {
  const own = errors.reduce((sum, one) => sum + one.forecast, 0);
  const other = errors.reduce((sum, one) => sum + one[against], 0);
  return other > 0 ? 1 - own / other : null;
}

/**
 * Forecasts each of the last `months` months (of thirty days, the last one ends at `origin`) as of its first day, oldest first.
 * The model's weight in each comes from those before it alone.
 */
export function backTest(
  input: ForecastInput,
  months: number,
  { memory = {}, tell }: { readonly memory?: FitMemory; readonly tell?: TellMade } = {},
): BackTest {
  const tested: TestedMonth[] = [];
  const settled: Settled[] = [];
  for (let back = months; back >= 1; back--) {
    const origin = addDays(input.origin, -back * spans.ahead);
    const cells = forecastCells({ ...input, origin }, memory);
    tell?.(months - back + 1);
    if (typeof cells === 'string') continue;
    const weight = modelWeight(settled);
    const came = settleBy(input, origin, weighted(cells, weight));
    if (came.length === 0) continue;
    settled.push(...came.map((one) => one.settled));
    tested.push({ origin, weight, cells: came.length, ...errorsOf(came) });
  }
  return { months: tested, settled };
}

/**
 * The forecast from `origin` on, the model weighted by how it did in the `months` before.
 * @returns the cells with the back-test that they were weighted by, or why there is no forecast
 */
export function forecast(
  input: ForecastInput,
  months: number,
  tell?: TellMade,
): { cells: readonly CellForecast[]; weight: number; tested: BackTest } | NoForecast {
  const none = noForecast(input);
  if (none !== null) return none;
  // The oldest first: no fit begins from what was known only later.
  const memory: FitMemory = {};
  const tested = backTest(input, months, { memory, ...(tell ? { tell } : {}) });
  const cells = forecastCells(input, memory);
  if (typeof cells === 'string') return cells;
  const weight = modelWeight(tested.settled);
  return { cells: weighted(cells, weight), weight, tested };
}

function settleBy({ rows }: ForecastInput, origin: Day, cells: readonly CellForecast[]) {
  const came = countsOf(rows, rowsBetween(rows, origin, addDays(origin, spans.ahead)));
  const site = new Map(rows.site.names.map((name, index) => [name, index]));
  const standard = new Map(rows.standard.names.map((name, index) => [name, index]));
  return settle(cells, (one) =>
    came.get(site.get(one.site)! * rows.standard.names.length + standard.get(one.standard)!),
  );
}

function errorsOf(came: readonly { cell: CellForecast; settled: Settled }[]): Errors {
  const sum = (value: (cell: CellForecast) => number): number =>
    came.reduce(
      (
        all,
        {
          cell,
          settled: {
            came: { k, n },
          },
        },
      ) => all + n * (value(cell) - k / n) ** 2,
      0,
    );
  return {
    marks: came.reduce((all, { settled }) => all + settled.came.n, 0),
    forecast: sum((cell) => cell.rate),
    lastMonth: sum((cell) => cell.lastMonth),
    sixMonths: sum((cell) => cell.sixMonths),
  };
}
