// `customary forecast`: what is expected to fail next month, why, and how such forecasts did.
import type { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import { ForecastLineShape, type Forecast } from '../diagnosis/forecast/forecast.shape.ts';
import { codeOfAnswer, exitCode } from './exit-code.ts';
import { forecastCsv, forecastText, testedText } from './forecast.view.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

type ForecastLine = z.infer<typeof ForecastLineShape>;

export interface ForecastOptions extends SharedOptions {
  site?: string;
  standard?: string;
  csv?: string;
  again?: boolean;
  test?: string | true;
}

const usualMonths = 6;

export async function forecast(session: Session, terminal: Terminal, options: ForecastOptions): Promise<number> {
  if (options.test !== undefined) return test(session, terminal, options, monthsOf(options.test));
  const progress = new Progress(terminal, 'forecasting');
  let made: Forecast | null = null;
  const query = new URLSearchParams({
    again: options.again === true ? 'yes' : 'no',
    ...(options.site === undefined ? {} : { site: options.site }),
    ...(options.standard === undefined ? {} : { standard: options.standard }),
  });
  const path = `/v1/forecast?${query.toString()}`;
  for await (const line of session.client.lines(ForecastLineShape, path, { method: 'POST' })) {
    if (line.kind === 'done') made = line.forecast;
    else show(progress, line);
  }
  if (made === null) throw cutOff();
  if (options.csv) await writeText(options.csv, forecastCsv(made));
  if (options.json) await writeText(options.json, [`${JSON.stringify({ forecast: made }, null, 2)}\n`]);
  if (options.json !== '-' && options.csv !== '-') terminal.print(forecastText(made, terminal.columns));
  return codeOfAnswer(made.report);
}

async function test(session: Session, terminal: Terminal, options: ForecastOptions, months: number): Promise<number> {
  const progress = new Progress(terminal, 'testing forecasts');
  for await (const line of session.client.lines(ForecastLineShape, `/v1/forecast/tests?months=${months}`, {
    method: 'POST',
  })) {
    if (line.kind !== 'tested') {
      show(progress, line);
      continue;
    }
    if (options.json) await writeText(options.json, [`${JSON.stringify({ tested: line.tested }, null, 2)}\n`]);
    if (options.json !== '-') terminal.print(testedText(line.tested));
    return line.tested.months.length === 0 ? exitCode.notReady : exitCode.done;
  }
  throw cutOff();
}

function show(progress: Progress, line: ForecastLine): void {
  if (line.kind === 'reading') progress.show(`${line.contacts} of ${line.of} contacts read`);
  else if (line.kind === 'comparing') progress.show(`${line.marks} marks`);
  else if (line.kind === 'made') progress.show(`${line.months} of ${line.of} months`);
}

function monthsOf(given: string | true): number {
  const months = given === true ? usualMonths : Number(given);
  if (!Number.isInteger(months) || months < 1 || months > 24)
    throw new Fault(
      'months-malformed',
      'malformed',
      'Give --test a whole number of months from 1 to 24, or none for 6.',
    );
  return months;
}

function cutOff(): Fault {
  return new Fault('forecast-cut-off', 'unavailable', 'The forecast ended early. Run it again.');
}
