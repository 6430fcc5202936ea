// A forecast as text for a screen and as CSV; a back-test as a small table.
import type { Forecast, Tested } from '../diagnosis/forecast/forecast.shape.ts';
import { wrapped } from '../kernel/wrap.ts';
import { percent } from './causes.view.ts';
import { line } from './report/csv-line.view.ts';
import { inertLine } from './report/inert.view.ts';

type Report = Extract<Forecast['report'], { kind: 'forecast' }>;
type CellForecast = Report['cells'][number];

const mostShown = 12;

/** Sentences, then the cells with most failures expected, each with what would prevent them. */
export function forecastText({ report }: Forecast, columns: number): string {
  const lines = report.told.flatMap((sentence) => wrapped(inertLine(sentence), columns));
  if (report.kind === 'nothing') return lines.join('\n');
  const { cells } = report;
  lines.push('', `${report.from} to ${report.to}, most failures expected first:`);
  if (cells.length === 0) lines.push('  None of that site and standard was marked in the last sixty days.');
  for (const one of cells.slice(0, mostShown)) {
    lines.push(
      `  ${percent(one.rate).padStart(5)}  ${inertLine(one.title)} at ${inertLine(one.siteName)}: about ${Math.round(one.rate * one.expectedMarks)} of ${Math.round(one.expectedMarks)} (six months: ${percent(one.sixMonths)})`,
      ...one.reasons.map((reason) => `         ${reasonText(reason)}`),
    );
  }
  if (cells.length > mostShown)
    lines.push(`  and ${cells.length - mostShown} more: --csv writes all, --site and --standard choose.`);
  return lines.join('\n');
}

function reasonText({ says, prevents, change }: CellForecast['reasons'][number]): string {
  const newly = change >= 0.005 ? `, ${points(change)} of it new` : change <= -0.005 ? ', less than today' : '';
  return `${inertLine(says)}: put right, ${Math.floor(prevents * 100 + 1e-9)} in 100 fewer fail${newly}`;
}

function points(share: number): string {
  const hundredths = share * 100;
  return `${hundredths < 1 ? hundredths.toFixed(1) : Math.round(hundredths)} in 100`;
}

/** Each past month: marks, and how far off each way of forecasting was. */
export function testedText({ months, overLastMonth, overSixMonths }: Tested): string {
  if (months.length === 0 || overLastMonth === null || overSixMonths === null)
    return 'No past month has enough before it to be forecast from.';
  const off = (error: number, marks: number): string => `${(Math.sqrt(error / marks) * 100).toFixed(1)}`.padStart(9);
  return [
    'Forecasts made as of the first day of each of these months, in points that a rate was off (root mean square):',
    'from          marks  forecast  last month  six months',
    ...months.map(
      (one) =>
        `${one.origin}  ${String(Math.round(one.marks)).padStart(7)} ${off(one.forecast, one.marks)} ${off(one.lastMonth, one.marks).padStart(11)} ${off(one.sixMonths, one.marks).padStart(11)}`,
    ),
    '',
    `Squared error less than last month's by ${percent(overLastMonth)}, less than the shrunk six-month mean's by ${percent(overSixMonths)}.`,
  ].join('\n');
}

/** One line a cell. */
export function* forecastCsv({ report }: Forecast): Generator<string> {
  yield line(['site', 'standard', 'expected marks', 'rate', 'six months', 'last month', 'reasons']);
  if (report.kind === 'nothing') return;
  for (const one of report.cells) {
    yield line([
      one.site,
      one.standard,
      one.expectedMarks.toFixed(1),
      one.rate.toFixed(4),
      one.sixMonths.toFixed(4),
      one.lastMonth.toFixed(4),
      one.reasons.map(({ says, prevents }) => `${says} (${prevents.toFixed(3)})`).join('; '),
    ]);
  }
}
