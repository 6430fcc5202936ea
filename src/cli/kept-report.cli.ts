// The last report, kept beside the data: where nothing was done since, it is printed again without reading a contact.
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportSummary } from '../diagnosis/report.shape.ts';
import { home, version } from '../platform/config.ts';
import { LedgerHeadShape } from '../platform/ledger/ledger.shape.ts';
import type { Session } from './session.ts';
import { writeText } from './write-file.ts';

const fileOf = (session: Session): string => join(session.dataDir, 'kept-report.json');

/** Keep a summary made without names, with what it was made from. */
export async function keepReport(session: Session, summary: ReportSummary): Promise<void> {
  await writeText(fileOf(session), [JSON.stringify({ of: await madeFrom(session), summary })]);
}

/** The kept summary; null where there is none, or something was done, or the program or its packs changed since. */
export async function keptReport(session: Session): Promise<ReportSummary | null> {
  const text = await readFile(fileOf(session), 'utf8').catch(() => null);
  if (text === null) return null;
  const kept = parsed(text);
  if (kept?.of !== (await madeFrom(session))) return null;
  return ReportSummary.safeParse(kept.summary).data ?? null;
}

function parsed(text: string): { of?: unknown; summary?: unknown } | null {
  try {
    return JSON.parse(text) as { of?: unknown; summary?: unknown };
  } catch {
    // Cut off or overwritten by somebody: as good as none.
    return null;
  }
}

// The ledger has a line for whatever is brought, marked or answered. Program and packs are told by when they changed: to
// read them would take the time that is to be saved.
async function madeFrom(session: Session): Promise<string> {
  const { head } = await session.client.get(LedgerHeadShape, '/v1/ledger');
  const folders = [join(home, 'src'), join(home, 'packs'), join(session.dataDir, 'packs')];
  const changed = await Promise.all(folders.map(async (folder) => lastChange(folder)));
  return [head, version, ...changed].join('|');
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
