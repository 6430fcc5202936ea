// The report, wherever it was asked for: the screen always, the page always, JSON, CSV and the full folder on request.
import { join, resolve } from 'node:path';
import { FailureLineShape } from '../diagnosis/report-lines.shape.ts';
import { ReportSummary } from '../diagnosis/report.shape.ts';
import { ContactLine, FindingLine, MarkLine } from '../diagnosis/stream.shape.ts';
import type { SharedOptions } from './shared-options.ts';
import { exitCode } from './exit-code.ts';
import { openPage } from './open-page.ts';
import { Progress } from './progress.ts';
import { marksCsv } from './report/csv.view.ts';
import { fullPages } from './report/full.view.ts';
import { reportJson } from './report/json.view.ts';
import { page } from './report/page.view.ts';
import { publishedLines } from './report/published.view.ts';
import { screen } from './report/screen.view.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface ReportOptions extends SharedOptions {
  csv?: string;
  full?: string;
  people?: boolean;
}

/**
 * Print and write what has been found.
 * @param kept a summary that is at hand, asked for with the same `people`; else it is put together anew
 */
export async function writeReport(
  session: Session,
  terminal: Terminal,
  options: ReportOptions,
  kept?: ReportSummary,
): Promise<number> {
  const people = options.people === true;
  const asked = people ? '?people=yes' : '';
  const summary = kept ?? (await session.client.get(ReportSummary, `/v1/report${asked}`));
  const html = resolve(options.html ?? join(session.dataDir, 'report.html'));
  await writeText(html, [page(summary, { people })]);
  const written = [html];
  if (options.full) written.push(await writeFull(session, terminal, summary, resolve(options.full), people));
  if (options.csv) {
    const marks = session.client.lines(MarkLine, '/v1/report/marks');
    const contacts = session.client.lines(ContactLine, `/v1/report/contacts${asked}`);
    await writeText(options.csv, marksCsv(marks, { bom: true, standards: summary.standards, contacts }));
    if (options.csv !== '-') written.push(resolve(options.csv));
  }
  if (options.json) {
    const pieces = reportJson(summary, {
      contacts: session.client.lines(ContactLine, `/v1/report/contacts${asked}`),
      marks: session.client.lines(MarkLine, '/v1/report/marks'),
      findings: session.client.lines(FindingLine, '/v1/report/findings'),
    });
    await writeText(options.json, pieces);
    if (options.json !== '-') written.push(resolve(options.json));
  }
  return showReport(terminal, options, summary, written);
}

/** The page of a summary that is at hand, and what the terminal says of it. */
export async function writePage(
  dataDir: string,
  terminal: Terminal,
  options: ReportOptions,
  summary: ReportSummary,
): Promise<number> {
  const html = resolve(options.html ?? join(dataDir, 'report.html'));
  await writeText(html, [page(summary, { people: options.people === true })]);
  return showReport(terminal, options, summary, [html]);
}

/** @param written paths; the page first */
function showReport(
  terminal: Terminal,
  options: ReportOptions,
  summary: ReportSummary,
  written: readonly string[],
): number {
  // A result on standard output is for another program: nothing else may stand there.
  if (options.json !== '-' && options.csv !== '-') terminal.print(screen(summary, terminal).trimEnd());
  if (options.full && options.json !== '-' && options.csv !== '-')
    for (const line of ['', ...publishedLines(summary.standards)]) terminal.print(line);
  terminal.say('');
  for (const path of written) terminal.say(`Written: ${path}`);
  if (options.open !== false && openPage(written[0]!)) terminal.say('The page opens in your browser.');
  // `language` is the engine's word where it looked for nothing: said once here, not beside every mark.
  if (summary.counts.unsureWhy.some((one) => one.why === 'language'))
    terminal.say('Some contacts are in a language that no set of standards speaks yet; all their marks are unsure.');
  if (summary.counts.contacts === 0) {
    terminal.say(
      'There are no contacts yet. Bring some: ./customary diagnose FOLDER, with calls as .vtt, .srt, .txt, .csv, .json or .xlsx.',
    );
    return exitCode.notReady;
  }
  if (summary.failures[0])
    terminal.say(
      `Next: ./customary explain ${summary.failures[0].mark}${summary.questions.length > 0 ? ', or ./customary answer' : ''}`,
    );
  return exitCode.done;
}

async function writeFull(
  session: Session,
  terminal: Terminal,
  summary: ReportSummary,
  folder: string,
  people: boolean,
): Promise<string> {
  const progress = new Progress(terminal, 'writing the full report');
  const failures = session.client.lines(FailureLineShape, `/v1/report/failures${people ? '?people=yes' : ''}`);
  let files = 0;
  for await (const file of fullPages(summary, failures, { people })) {
    await writeText(join(folder, file.path), [file.content]);
    files += 1;
    progress.show(`${files} pages`);
  }
  return join(folder, 'index.html');
}
