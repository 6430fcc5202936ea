// One process at a time in a data folder: the embedded database has no lock of its own, and two processes in it lose
// rows without an error. Each process puts a note of its own beside the database and then looks for others', so a note
// is never overwritten and a dead one can be removed by anybody, without a race and without a guess from its age.
import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../../kernel/fault.ts';
import { readServerNote } from '../http/server-note.ts';

export interface Lock {
  release(): Promise<void>;
}

/** Who holds a folder. `started` and `boot` tell a process from a later one with the same pid; null where the system doesn't say. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
  readonly boot: string | null;
  readonly command: string;
}

const prefix = 'database.lock.';
/** The command of a holder that others can ask over HTTP. */
const serving = 'customary serve';
// Two that start at the same moment see each other and both step back; one more try each, at odds in time, settles it.
const tries = 4;

/**
 * Takes the folder for this process, until release or the end of the process, however it ends.
 * @throws Fault `data-folder-locked`, which names the process that holds it; `data-folder-served` where that is a server
 */
export async function takeLock(dataDir: string): Promise<Lock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const own = await holderHere();
  for (let left = tries; ; left -= 1) {
    const note = await leaveNote(dataDir, own);
    const other = await liveOther(dataDir, basename(note), own);
    if (!other) return lockOver(note);
    await unlink(note);
    if (left <= 1) throw await lockedBy(other, own, dataDir);
    await wait(20 + Math.floor(Math.random() * 80));
  }
}

async function leaveNote(dataDir: string, own: Holder): Promise<string> {
  const note = join(dataDir, `${prefix}${own.pid}.${randomBytes(4).toString('hex')}`);
  // Whole before it is visible under its name: nobody reads half a note.
  await writeFile(`${note}.tmp`, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
  await rename(`${note}.tmp`, note);
  return note;
}

async function liveOther(dataDir: string, ownName: string, own: Holder): Promise<Holder | null> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(prefix) || name === ownName) continue;
    const holder = await readHolder(join(dataDir, name));
    if (holder && (await mayLive(holder, own))) return holder;
    if (holder) await unlink(join(dataDir, name)).catch(() => undefined);
  }
  return null;
}

/** Null where the note is gone, or is a draft that was never finished (its writer hasn't looked for others yet). */
async function readHolder(file: string): Promise<Holder | null> {
  if (file.endsWith('.tmp')) return null;
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function mayLive(holder: Holder, own: Holder): Promise<boolean> {
  // Another machine's processes can't be asked; its note stands until a person removes it.
  if (holder.host !== own.host) return true;
  if (holder.boot !== null && own.boot !== null && holder.boot !== own.boot) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const started = await startOf(holder.pid);
  return holder.started === null || started === null || started === holder.started;
}

function lockOver(note: string): Lock {
  const atExit = (): void => {
    try {
      unlinkSync(note);
    } catch {
      // Gone already.
    }
  };
  process.once('exit', atExit);
  return {
    release: async () => {
      process.off('exit', atExit);
      await unlink(note).catch(() => undefined);
    },
  };
}

async function lockedBy(holder: Holder, own: Holder, dataDir: string): Promise<Fault> {
  // Also the app that `customary start` shows is a server: whoever left the note answers.
  const answers = holder.command === serving || (await readServerNote(dataDir))?.pid === holder.pid;
  if (holder.host === own.host && answers) {
    return new Fault(
      'data-folder-served',
      'conflict',
      `A server answers from the data folder ${dataDir} (process ${holder.pid}), and this needs the folder to itself. Stop the server first (Ctrl-C where it runs, or kill ${holder.pid}), then run this again.`,
    );
  }
  const where = holder.host === own.host ? '' : ` on the machine ${holder.host}`;
  const remedy =
    holder.host === own.host
      ? 'Wait until it has finished or stop it, then run this again; or set DATABASE_URL to work from several processes.'
      : `If nothing runs there any more, delete ${prefix}${holder.pid}.* in the data folder.`;
  return new Fault(
    'data-folder-locked',
    'conflict',
    `The data folder ${dataDir} is in use by process ${holder.pid}${where} (${holder.command}). ${remedy}`,
  );
}

async function holderHere(): Promise<Holder> {
  return {
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
    boot: await firstLine('/proc/sys/kernel/random/boot_id'),
    // The program and the verb, not the paths and options after them: those may be private.
    command: process.argv[2] === 'serve' ? serving : commandHere(),
  };
}

function commandHere(): string {
  return ['customary', ...process.argv.slice(2, 4).filter((word) => /^[a-z-]{2,20}$/.test(word))].join(' ');
}

/** When the process began, in clock ticks since the machine did: the 22nd field of its stat, counted after the name. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await firstLine(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function firstLine(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return null;
  }
}
