// `diagnose` and `report`: the main job from a folder to a page, each step a request to the API.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { countOf } from '../kernel/counts.ts';
import { Fault } from '../kernel/fault.ts';
import { shareCausesOnTheWay } from './causes.cli.ts';
import { DiagnosisLineShape } from '../diagnosis/diagnosis.shape.ts';
import { MarkingLineShape } from '../marking/marking.shape.ts';
import { assertPathsThere, importContacts, type ImportOptions, type ImportTotals } from './import-contacts.cli.ts';
import { readTableOptions, type TableOptions } from './table-options.ts';
import { importRecordFrom } from './import-record.cli.ts';
import { countMoneyOnTheWay } from './money.cli.ts';
import { Progress } from './progress.ts';
import { writeRejects } from './rejects.cli.ts';
import { writeReport, type ReportOptions } from './write-report.cli.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface DiagnoseOptions extends ReportOptions, TableOptions {
  /** A folder; false for --no-record; absent: PATH/record where there is one. */
  record?: string | boolean;
}

/** Whether what is named is there, before the data is opened. @throws Fault `path-missing` */
export async function assertDiagnosable(path: string, options: DiagnoseOptions): Promise<void> {
  await assertPathsThere([path]);
  recordOf(path, options);
}

/** `customary diagnose PATH`. */
export async function diagnose(
  session: Session,
  terminal: Terminal,
  path: string,
  options: DiagnoseOptions,
): Promise<number> {
  const recordDir = recordOf(path, options);
  if (recordDir) await importRecordFrom(session.client, terminal, recordDir);
  const importing: ImportOptions = { ...readTableOptions(options), ...(recordDir ? { leaveOut: [recordDir] } : {}) };
  const totals = await importContacts(session.client, terminal, [path], importing);
  terminal.say(importedSentence(totals));
  await writeRejects(session, terminal, totals);
  return markFindReport(session, terminal, options);
}

/** Mark what waits, find causes, print and write the report. */
export async function markFindReport(session: Session, terminal: Terminal, options: ReportOptions): Promise<number> {
  await mark(session, terminal);
  // The comparison has a thread of its own: the ladder is climbed meanwhile.
  await Promise.all([findCauses(session, terminal), shareCausesOnTheWay(session, terminal)]);
  await countMoneyOnTheWay(session, terminal);
  return writeReport(session, terminal, options);
}

/** Mark what waits. @param how `againSoon`: the threads get ready and stay so for the next marking */
export async function mark(
  session: Session,
  terminal: Terminal,
  { againSoon = false }: { readonly againSoon?: boolean } = {},
): Promise<void> {
  const progress = new Progress(terminal, 'marking');
  const path = `/v1/marking${againSoon ? '?again=soon' : ''}`;
  for await (const line of session.client.lines(MarkingLineShape, path, { method: 'POST' })) {
    progress.show(`${line.contacts} contacts, ${line.marks} marks`);
  }
}

/** Climb the ladder for every failure. */
export async function findCauses(session: Session, terminal: Terminal): Promise<void> {
  const progress = new Progress(terminal, 'finding causes');
  for await (const line of session.client.lines(DiagnosisLineShape, '/v1/diagnosis', { method: 'POST' })) {
    progress.show(`${line.findings} failures`);
  }
}

export type ImportSums = Pick<ImportTotals, 'files' | 'contacts' | 'versions' | 'alreadyHere' | 'facts'>;

/** What was taken in, in one sentence. */
export function importedSentence(totals: ImportSums): string {
  const parts = [countOf(totals.contacts, 'new contact')];
  if (totals.versions > 0) parts.push(`${totals.versions} changed`);
  if (totals.alreadyHere > 0) parts.push(`${totals.alreadyHere} already here`);
  if (totals.facts > 0) parts.push(`facts about ${totals.facts}`);
  return `Read ${countOf(totals.files, 'file')}: ${parts.join(', ')}.`;
}

/** The name of the data folder that a diagnosed path gets where nobody says: the same path, the same folder. */
export function folderNameFor(path: string): string {
  const whole = resolve(path);
  const name =
    basename(whole)
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .slice(0, 40) || 'folder';
  return join('diagnosed', `${name}-${createHash('sha256').update(whole).digest('hex').slice(0, 8)}`);
}

function recordOf(path: string, options: DiagnoseOptions): string | null {
  if (options.record === false) return null;
  if (typeof options.record === 'string') {
    if (!existsSync(options.record))
      throw new Fault(
        'path-missing',
        'missing',
        `There is no record at ${options.record}. Check the path, or leave --record out.`,
      );
    return options.record;
  }
  const beside = join(path, 'record');
  return existsSync(beside) ? beside : null;
}
