// `customary start`: Harbor Self Storage, a made-up organisation with planted causes. The first start makes it, takes in
// its last weeks and shows what they say, then takes in the rest of the year; a later start prints what was kept.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ReportSummary } from '../diagnosis/report.shape.ts';
import { FixesShape } from '../fixes/fixes.shape.ts';
import type { ToldFix } from '../simulate/told-fixes.core.ts';
import { shareCausesOnTheWay } from './causes.cli.ts';
import { findCauses, importedSentence, type ImportSums, mark } from './diagnose.cli.ts';
import { importContacts, type ImportTotals } from './import-contacts.cli.ts';
import { importRecordFrom } from './import-record.cli.ts';
import { keepReport, keptReport, sealedReport } from './kept-report.cli.ts';
import type { BegunDemo, Demo } from './make-demo.cli.ts';
import { countMoneyOnTheWay } from './money.cli.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { writePage, writeReport, type ReportOptions } from './write-report.cli.ts';

/** Marks of the demo's year and some more: shares and what failing costs are part of what it shows. */
const mostToCompare = 400_000;
/** Marks that are compared within the minute that a first start takes. */
const comparedAtOnce = 35_000;
/** Files of the record that marking asks for; taken in first, and told with all the others. */
const decidesMarking = ['organisation.yaml', 'sites.csv'];

/**
 * `customary start`.
 * @param begun the thread that makes the demo, where it is at it already; else Harbor is begun here
 */
export async function start(
  session: Session,
  terminal: Terminal,
  options: ReportOptions,
  begun?: BegunDemo,
): Promise<number> {
  const kept = options.people === true ? null : await keptReport(session);
  if (kept !== null) {
    await begun?.close();
    sayKept(terminal, kept);
    return writeReport(session, terminal, options, kept);
  }
  // Loaded only where it is needed: a later start shouldn't wait for it.
  const thread = begun ?? (await import('./make-demo.cli.ts')).beginDemo();
  try {
    return await takeInDemo(session, terminal, options, thread.into(join(session.dataDir, 'organisation'), terminal));
  } finally {
    await thread.close();
  }
}

/**
 * A start that needs no data: its last report, where nobody has opened the data since and nothing but the page is asked for.
 * @returns null where that can't be told, and the data has to be opened
 */
export async function startSealed(dataDir: string, terminal: Terminal, options: ReportOptions): Promise<number | null> {
  const { csv, full, json, people } = options;
  if (csv !== undefined || full !== undefined || json !== undefined || people === true) return null;
  const kept = await sealedReport(dataDir);
  if (kept === null) return null;
  sayKept(terminal, kept);
  return writePage(dataDir, terminal, options, kept);
}

function sayKept(terminal: Terminal, { head }: ReportSummary): void {
  terminal.say(`Kept from ${head.madeAt.slice(0, 16).replace('T', ' ')} UTC; nothing was brought or changed since.`);
}

async function takeInDemo(session: Session, terminal: Terminal, options: ReportOptions, demo: Demo): Promise<number> {
  const first = !existsSync(join(session.dataDir, 'report.html'));
  const record = await demo.record();
  // Nothing waits to be marked yet, but these two say which standards are kept and what the business and its sites are called:
  // the threads get ready while the rest of the record and the contacts come.
  for (const file of decidesMarking) await importRecordFrom(session.client, silent(terminal), join(record, file));
  await mark(session, terminal, { againSoon: true });
  await importRecordFrom(session.client, terminal, record);
  if (first) await showLatest(session, terminal, options, await demo.latest());
  const fixes = await takeInYear(session, terminal, demo);
  // The comparison has a thread of its own. Meanwhile the ladder is climbed; then what was done about it is told while, from the
  // rows that were read for the comparison, what failing costs is counted, in a thread too.
  await Promise.all([
    shareCausesOnTheWay(session, terminal, { most: mostToCompare, compare: comparedAtOnce }),
    (async () => {
      await findCauses(session, terminal);
      const { tellFixes } = await import('./tell-fixes.cli.ts');
      const { tellDesk } = await import('./tell-desk.cli.ts');
      await Promise.all([
        tellFixes(session, terminal, demo.reviewed, fixes).then(async () => tellDesk(session)),
        countMoneyOnTheWay(session, terminal, mostToCompare),
      ]);
    })(),
  ]);
  return reportAll(session, terminal, options, first);
}

function silent(terminal: Terminal): Terminal {
  return { ...terminal, say: () => undefined };
}

/** Each month is marked while the next one is read, the longest tables of the record come last. */
async function takeInYear(session: Session, terminal: Terminal, demo: Demo): Promise<readonly ToldFix[]> {
  const months: ImportTotals[] = [];
  const marking = new OneAtATime(async () => mark(session, terminal, { againSoon: true }));
  for await (const folder of demo.months()) {
    months.push(await importContacts(session.client, terminal, [folder]));
    marking.ask();
  }
  terminal.say(importedSentence(togetherOf(months)));
  const { tables, fixes } = await demo.rest();
  for (const table of tables) await importRecordFrom(session.client, terminal, table);
  await marking.over();
  return fixes;
}

function togetherOf(all: readonly ImportTotals[]): ImportSums {
  const sum = (of: keyof ImportSums): number => all.reduce((total, one) => total + one[of], 0);
  return {
    files: sum('files'),
    contacts: sum('contacts'),
    versions: sum('versions'),
    alreadyHere: sum('alreadyHere'),
    facts: sum('facts'),
  };
}

// Something to read while the rest is taken in.
async function showLatest(session: Session, terminal: Terminal, options: ReportOptions, folder: string): Promise<void> {
  await takeIn(session, terminal, folder);
  await findCauses(session, terminal);
  const page = await writeReport(session, terminal, pageOnly(options));
  if (page === 0) terminal.say('That is what the last weeks say. The rest of the year is taken in now ...');
}

async function takeIn(session: Session, terminal: Terminal, folder: string): Promise<void> {
  terminal.say(importedSentence(await importContacts(session.client, terminal, [folder])));
  await mark(session, terminal, { againSoon: true });
}

// The page that is open already is written anew; another one would be one too many.
async function reportAll(
  session: Session,
  terminal: Terminal,
  options: ReportOptions,
  opened: boolean,
): Promise<number> {
  const summary = await session.client.get(ReportSummary, `/v1/report${options.people === true ? '?people=yes' : ''}`);
  const code = await writeReport(session, terminal, opened ? { ...options, open: false } : options, summary);
  // Where the app is shown it opens no page, and says itself where it is.
  if (opened && options.open !== false)
    terminal.say('The page holds the whole year now: reload it where it is open. The web app: npm start -- --app');
  // Asked once, so that it is there for whoever opens the page of fixes first.
  await session.client.get(FixesShape, '/v1/fixes');
  if (options.people !== true) await keepReport(session, summary);
  return code;
}

/** What is asked for besides the page waits for the whole. */
function pageOnly(options: ReportOptions): ReportOptions {
  const { csv: _csv, json: _json, full: _full, ...page } = options;
  return page;
}
