// A forecast as it is kept and told: every cell, how such forecasts did so far, and a sentence for an owner.
import type { Kept } from '../kept-report.core.ts';
import type { Day } from '../../kernel/moment.ts';
import { addDays } from '../../kernel/moment.ts';
import { backTest, forecast, skill, type TellMade, type TestedMonth } from './back-test.core.ts';
import { type CellForecast, fewestMarks, type ForecastInput, spans } from './forecast.core.ts';
import { saysOfFew } from './few-groups.core.ts';
import type { NoForecast } from './forecast-cells.core.ts';

/** Months that a forecast is tested on, and weighted by, where nobody asks for more. */
export const testedMonths = 3;

export interface Tested {
  readonly months: readonly TestedMonth[];
  /** Skill over last month and over the shrunk six-month mean; null where nothing could be tested. */
  readonly overLastMonth: number | null;
  readonly overSixMonths: number | null;
}

export type ForecastReport =
  | {
      readonly kind: 'forecast';
      /** The first and the last day that it speaks of. */
      readonly from: Day;
      readonly to: Day;
      /** Most failures expected first. */
      readonly cells: readonly CellForecast[];
      readonly expectedFailures: number;
      readonly weight: number;
      readonly tested: Tested;
      readonly told: readonly string[];
    }
  | { readonly kind: 'nothing'; readonly why: NoForecast; readonly told: readonly string[] };

export type KeptForecast = Kept<ForecastReport>;

const whyNot: Readonly<Record<NoForecast, string>> = {
  'no-marks':
    'There is nothing to forecast from: no standard in use was met or missed at a known site on a day up to today. Bring contacts with dates and sites.',
  'too-few-marks': `There are fewer than ${fewestMarks} marks with a day and a site. A forecast from so few would be a guess.`,
  'no-failures':
    'Nothing has failed so far, so there is no failing to look ahead to: of what never failed nobody can say when it will.',
  'all-failures': 'Everything failed so far; a forecast would only say so again.',
  'nothing-lately': 'No contact of the last sixty days is marked, so nothing says who comes next month.',
};

/**
 * @param months how many past months to test on
 * @param ahead what to say of contacts dated after today
 * @param tell called as months are done; the forecast itself comes after the last
 */
export function forecastReport(
  input: ForecastInput,
  months = testedMonths,
  ahead: readonly string[] = [],
  tell?: TellMade,
): ForecastReport {
  const made = forecast(input, months, tell);
  if (typeof made === 'string') return { kind: 'nothing', why: made, told: [whyNot[made], ...ahead] };
  const { cells, weight, tested } = made;
  const sorted = cells.toSorted((a, b) => b.rate * b.expectedMarks - a.rate * a.expectedMarks);
  const report = {
    kind: 'forecast' as const,
    from: input.origin,
    to: addDays(input.origin, spans.ahead - 1),
    cells: sorted,
    expectedFailures: sorted.reduce((sum, one) => sum + one.rate * one.expectedMarks, 0),
    weight,
    tested: testedOf(tested.months),
  };
  return { ...report, told: [...toldOf(report), ...saysOfFew(input), ...ahead] };
}

/** The rolling back-test alone. */
export function testForecasts(input: ForecastInput, months: number, tell?: TellMade): Tested {
  return testedOf(backTest(input, months, tell ? { tell } : {}).months);
}

function testedOf(months: readonly TestedMonth[]): Tested {
  return {
    months,
    overLastMonth: months.length > 0 ? skill(months, 'lastMonth') : null,
    overSixMonths: months.length > 0 ? skill(months, 'sixMonths') : null,
  };
}

function toldOf({
  cells,
  expectedFailures,
  tested,
}: {
  cells: readonly CellForecast[];
  expectedFailures: number;
  tested: Tested;
}): string[] {
  const marks = cells.reduce((sum, one) => sum + one.expectedMarks, 0);
  const told = [
    `In the next ${spans.ahead} days about ${Math.round(expectedFailures).toLocaleString('en-US')} of ${Math.round(marks).toLocaleString('en-US')} marks are expected to fail, if things go on as they are and as the record has them due.`,
  ];
  const avoidable = new Map<string, { says: string; failures: number }>();
  for (const { reasons, expectedMarks } of cells)
    for (const { exposure, says, prevents } of reasons) {
      const sum = avoidable.get(exposure) ?? { says, failures: 0 };
      avoidable.set(exposure, { says, failures: sum.failures + prevents * expectedMarks });
    }
  const most = [...avoidable.values()].filter((one) => one.failures >= 1).toSorted((a, b) => b.failures - a.failures);
  if (most.length > 0) {
    told.push(
      `What would prevent most of them, if it were put right: ${most
        .slice(0, 3)
        .map((one) => `${one.says} (about ${Math.floor(one.failures)})`)
        .join('; ')}.`,
    );
  }
  if (tested.overSixMonths === null) {
    told.push('No month before could be forecast and compared, so nothing says yet how good this is.');
  } else {
    const better = Math.round(tested.overSixMonths * 100);
    told.push(
      better > 0
        ? `Over the last ${months(tested.months.length)}, such forecasts came ${better} % closer than the mean of six months.`
        : `Over the last ${months(tested.months.length)}, such forecasts came no closer than the mean of six months: read them as that.`,
    );
  }
  return told;
}

function months(count: number): string {
  return count === 1 ? 'month' : `${count} months`;
}
