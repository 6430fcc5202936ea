// A thread that makes a forecast and tests it, so that whoever else asks the program something meanwhile is answered.
import { constants, setPriority } from 'node:os';
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

/** What the thread says: how far it is, and in the end its answer, or where it failed. */
export type ForecastTold =
  | { readonly months: number; readonly of: number }
  | { readonly result: ForecastAnswer }
  | { readonly error: string };

const tell = (told: ForecastTold): void => parentPort?.postMessage(told);

// Nobody waits for a forecast as for a page. On Linux a thread has a niceness of its own; elsewhere it is the process's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.on('message', ({ rows, ahead, months, testOnly }: ForecastTask) => {
  try {
    // Without a day no origin matters: the report says so.
    const input = recordInput(rows, dayAfter(rows.rows) ?? '1970-01-01');
    const of = testOnly ? months : months + 1;
    const made = (done: number): void => tell({ months: done, of });
    tell({ result: testOnly ? testForecasts(input, months, made) : forecastReport(input, months, ahead, made) });
  } catch (error) {
    // The stack names our code; rows hold ids and numbers, never words of a contact.
    tell({ error: error instanceof Error ? (error.stack ?? error.message) : 'the fit failed' });
  }
});
