// The note that a running server leaves in its data folder: where it answers, and a token for whoever owns the folder.
// Readable by that user alone; gone with the server, and worthless once it has ended.
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ServerNote {
  /** `http://127.0.0.1:4747` */
  readonly address: string;
  readonly token: string;
  readonly pid: number;
  readonly version: string;
}

const fileOf = (dataDir: string): string => join(dataDir, 'server.json');

/** Leave the note, whole before it is visible under its name. */
export async function leaveServerNote(dataDir: string, note: ServerNote): Promise<void> {
  const draft = `${fileOf(dataDir)}.${process.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
  await rename(draft, fileOf(dataDir));
}

/** The note of a server that was there last, running or not; null where there is none. */
export async function readServerNote(dataDir: string): Promise<ServerNote | null> {
  try {
    const note = JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as Partial<ServerNote>;
    const { address, token, pid, version } = note;
    if (typeof address !== 'string' || typeof token !== 'string' || typeof pid !== 'number') return null;
    return { address, token, pid, version: version ?? '' };
  } catch {
    return null;
  }
}

/** Take the note away again. */
export async function removeServerNote(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true });
}
