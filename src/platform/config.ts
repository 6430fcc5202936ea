// Where the data is: told by an option, by the environment, or by what was used last; and whose it is.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../kernel/fault.ts';

/** The clone's (or package's) own folder: packs, migrations and the demo lie in it. */
export const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The program's version, from its package. */
export const version = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version;

/** Where data goes when nobody says: an ignored folder of the clone. */
const ownFolder = join(home, '.customary');
const lastUsed = join(ownFolder, 'last-used');

export interface DataFolder {
  readonly path: string;
  /** `told` by option or environment, else chosen. */
  readonly from: 'told' | 'chosen';
}

/** The data folder for commands that write: told, else the clone's own, under a name. */
export function dataFolder(told: string | undefined, name = 'data'): DataFolder {
  const said = told ?? process.env.CUSTOMARY_DATA;
  return said ? { path: resolve(said), from: 'told' } : { path: join(ownFolder, name), from: 'chosen' };
}

/** The data folder for commands that read: told, else the one used last. */
export async function dataFolderUsedLast(told: string | undefined): Promise<DataFolder> {
  const said = told ?? process.env.CUSTOMARY_DATA;
  if (said) return { path: resolve(said), from: 'told' };
  const last = await readFile(lastUsed, 'utf8').catch(() => null);
  return { path: last?.trim() || join(ownFolder, 'data'), from: 'chosen' };
}

/**
 * Remember the folder for commands that don't say one; where the environment names one there is nothing to remember. A
 * clone that can't be written to simply doesn't remember.
 */
export async function rememberFolder(path: string): Promise<void> {
  if (process.env.CUSTOMARY_DATA) return;
  try {
    await mkdir(ownFolder, { recursive: true });
    await writeFile(`${lastUsed}.new`, `${path}\n`);
    await rename(`${lastUsed}.new`, lastUsed);
  } catch {
    // Only a convenience; --data always works.
  }
}

/**
 * The id of the organisation whose data the folder holds, made at its first use. A folder filled by `restore` has only
 * the organisation's key, which is named by the id.
 * @throws Fault `data-folder-unreadable`
 */
export async function organisationOf(path: string): Promise<string> {
  const file = join(path, 'organisation-id');
  const kept = await readFile(file, 'utf8').catch(orNull);
  if (kept) return kept.trim();
  const keys = ((await readdir(join(path, 'keys')).catch(orNull)) ?? []).filter((name) => name.endsWith('.key'));
  const id = keys.length === 1 ? keys[0]!.slice(0, -'.key'.length) : `org-${randomUUID().slice(0, 13)}`;
  await mkdir(path, { recursive: true, mode: 0o700 });
  await writeFile(file, `${id}\n`, { mode: 0o600, flag: 'wx' });
  return id;

  function orNull(error: NodeJS.ErrnoException): null {
    if (error.code === 'ENOENT') return null;
    if (error.code === 'ENOTDIR')
      throw new Fault(
        'data-folder-unreadable',
        'unavailable',
        `${path} is a file, or lies in one, and data is kept in a folder. Name a folder with --data, new or of earlier data.`,
      );
    throw new Fault(
      'data-folder-unreadable',
      'unavailable',
      `${path} can't be read (${error.code}). Check its owner and permissions, or name another with --data.`,
    );
  }
}
