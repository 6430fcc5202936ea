// The organisations' secret keys: 32 random bytes each, in files of the data folder and nowhere else.
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';

const length = 32;
const orgPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** @throws Fault `organisation-id-malformed`: the id names a file, so it may hold only letters, digits, `_` and `-`, up to 64 */
export function assertOrgId(orgId: string): void {
  if (!orgPattern.test(orgId)) {
    throw new Fault(
      'organisation-id-malformed',
      'malformed',
      'An organisation id has 1 to 64 letters, digits, "_" or "-".',
    );
  }
}

/** The organisation's key, or null where it has none yet. @throws Fault `organisation-key-damaged` */
export async function readKey(dataDir: string, orgId: string): Promise<Uint8Array | null> {
  let key: Buffer;
  try {
    key = await readFile(fileOf(dataDir, orgId));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (key.length !== length) {
    throw new Fault(
      'organisation-key-damaged',
      'unready',
      `keys/${orgId}.key is not ${length} bytes long. Put it back from a backup.`,
    );
  }
  return new Uint8Array(key);
}

/** Keeps a key (a new one, unless given); where another process was first, its key stands. Returns the key that stands. */
export async function keepKey(
  dataDir: string,
  orgId: string,
  key: Uint8Array = randomBytes(length),
): Promise<Uint8Array> {
  assertOrgId(orgId);
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  // Written whole under another name, then linked: no other process ever reads half a key, and the first one wins.
  const draft = `${fileOf(dataDir, orgId)}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, key, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, fileOf(dataDir, orgId));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return (await readKey(dataDir, orgId)) ?? key;
}

/** Ids of all organisations that have a key here, sorted. */
export async function organisationsOf(dataDir: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(join(dataDir, 'keys'));
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.key'))
    .map((name) => name.slice(0, -'.key'.length))
    .toSorted();
}

function fileOf(dataDir: string, orgId: string): string {
  return join(dataDir, 'keys', `${orgId}.key`);
}
