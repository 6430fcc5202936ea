// A thread that makes a forecast and tests it, so that whoever else asks the program something meanwhile is answered.
import { parentPort } from 'node:worker_threads';
import { type ForecastReport, forecastReport, testForecasts, type Tested } from './forecast-report.core.ts';
import { dayAfter, recordInput, type RecordedRows } from './record-input.core.ts';

export interface ForecastTask {
  readonly rows: RecordedRows;
  /** What to say of contacts dated after today, if there are any. */
  readonly ahead: readonly string[];
  readonly months: number;
  /** Only test: how did forecasts of past months do? */
  readonly testOnly: boolean;
}

export type ForecastAnswer = ForecastReport | Tested;

parentPort?.on('message', ({ rows, ahead, months, testOnly }: ForecastTask) => {
  try {
    // Without a day no origin matters: the report says so.
    const input = recordInput(rows, dayAfter(rows.rows) ?? '1970-01-01');
    const result: ForecastAnswer = testOnly ? testForecasts(input, months) : forecastReport(input, months, ahead);
    parentPort?.postMessage({ result });
  } catch (error) {
    // The stack names our code; rows hold ids and numbers, never words of a contact.
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'the fit failed' });
  }
});
