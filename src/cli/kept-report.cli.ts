// The last report, kept beside the data: where nothing was done since, it is printed again without reading a contact; and
// where nobody has even opened the data since, without opening it.
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportSummary } from '../diagnosis/report.shape.ts';
import { home, version } from '../platform/config.ts';
import { LedgerHeadShape } from '../platform/ledger/ledger.shape.ts';
import type { Session } from './session.ts';
import { writeText } from './write-file.ts';

const fileOf = (dataDir: string): string => join(dataDir, 'kept-report.json');
const sealOf = (dataDir: string): string => join(dataDir, 'kept-report.seal');

/** Sessions whose kept report is what a report made now would be. */
const vouched = new WeakSet<Session>();

/** Keep a summary made without names, with what it was made from. */
export async function keepReport(session: Session, summary: ReportSummary): Promise<void> {
  await writeText(fileOf(session.dataDir), [JSON.stringify({ of: await madeFrom(session), summary })]);
  vouched.add(session);
}

/** The kept summary; null where there is none, or something was done, or the program or its packs changed since. */
export async function keptReport(session: Session): Promise<ReportSummary | null> {
  const kept = await readKept(session.dataDir);
  if (kept === null || kept.of !== (await madeFrom(session))) return null;
  const summary = ReportSummary.safeParse(kept.summary).data ?? null;
  if (summary !== null) vouched.add(session);
  return summary;
}

/** After a session was closed: note how its data was left, where its kept report is up to date. Not for a database elsewhere. */
export async function sealReport(session: Session): Promise<void> {
  if (!vouched.has(session) || !session.embedded) return;
  await writeText(sealOf(session.dataDir), [await leftAs(session.dataDir)]);
}

/** The kept report of data that nobody has opened since it was sealed; null where that can't be told. Opens nothing. */
export async function sealedReport(dataDir: string): Promise<ReportSummary | null> {
  if (process.env.DATABASE_URL) return null;
  const seal = await readFile(sealOf(dataDir), 'utf8').catch(() => null);
  if (seal === null || seal !== (await leftAs(dataDir))) return null;
  return ReportSummary.safeParse((await readKept(dataDir))?.summary).data ?? null;
}

// The embedded database writes to its files whenever it is opened and closed.
async function leftAs(dataDir: string): Promise<string> {
  const [database, kept] = await Promise.all([
    lastChange(join(dataDir, 'database')),
    stat(fileOf(dataDir)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    ),
  ]);
  return [database, kept, ...(await programAndPacks(dataDir))].join('|');
}

async function readKept(dataDir: string): Promise<{ of?: unknown; summary?: unknown } | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => null);
  return text === null ? null : parsed(text);
}

function parsed(text: string): { of?: unknown; summary?: unknown } | null {
  try {
    return JSON.parse(text) as { of?: unknown; summary?: unknown };
  } catch {
    // Cut off or overwritten by somebody: as good as none.
    return null;
  }
}

// The ledger has a line for whatever is brought, marked or answered.
async function madeFrom(session: Session): Promise<string> {
  const { head } = await session.client.get(LedgerHeadShape, '/v1/ledger');
  return [head, ...(await programAndPacks(session.dataDir))].join('|');
}

// Told by when they changed: to read them would take the time that is to be saved.
async function programAndPacks(dataDir: string): Promise<(string | number)[]> {
  const folders = [join(home, 'src'), join(home, 'packs'), join(dataDir, 'packs')];
  return [version, ...(await Promise.all(folders.map(lastChange)))];
}

/** When something in a folder last changed, in ms; 0 where there is no such folder. */
async function lastChange(folder: string): Promise<number> {
  const held = await readdir(folder, { recursive: true }).catch(() => []);
  const times = await Promise.all(
    held.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0),
  );
  // Not spread into Math.max: there may be very many.
  return times.reduce((latest, time) => Math.max(latest, time), 0);
}
