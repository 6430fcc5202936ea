// The organisations' secret keys: 32 random bytes each, in files of the data folder and nowhere else.
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
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
  return readKeyFile(fileOf(dataDir, orgId), orgId);
}

async function readKeyFile(file: string, orgId: string): Promise<Uint8Array | null> {
  let key: Buffer;
  try {
    key = await readFile(file);
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

/**
 * Lays a restored key beside the one in use. It comes into use by promoteKey once the restored rows are committed, so a
 * restore that is interrupted at any moment leaves rows and key that belong together.
 */
export async function layKeyBeside(dataDir: string, orgId: string, key: Uint8Array): Promise<void> {
  assertOrgId(orgId);
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  await writeFile(besideOf(dataDir, orgId), key, { mode: 0o600, flush: true });
}

/** The restored key that waits beside the one in use, or null. */
export async function readKeyBeside(dataDir: string, orgId: string): Promise<Uint8Array | null> {
  return readKeyFile(besideOf(dataDir, orgId), orgId);
}

/** Puts the key that lies beside in the place of the one in use. */
export async function promoteKey(dataDir: string, orgId: string): Promise<void> {
  await rename(besideOf(dataDir, orgId), fileOf(dataDir, orgId));
}

/** Forgets a key that was laid beside, where the restore failed. */
export async function dropKeyBeside(dataDir: string, orgId: string): Promise<void> {
  await rm(besideOf(dataDir, orgId), { force: true });
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

function besideOf(dataDir: string, orgId: string): string {
  return `${fileOf(dataDir, orgId)}.restored`;
}
