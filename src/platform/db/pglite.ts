// The embedded database: PostgreSQL inside this process, its files in one folder. One connection, one process.
import { chmod, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database } from './database.ts';
import { takeLock } from './lock.ts';
import { unpackCluster } from './unpack-cluster.ts';
import type { Tx } from './work.ts';

/**
 * Opens the database in `dataDir/database`, and holds the folder's lock until it is closed. Where there is none yet, it
 * begins as the cluster whose tar `begin` gives.
 * @throws Fault `data-folder-locked`
 */
export async function openPglite(dataDir: string, begin: () => Promise<Uint8Array>): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await takeLock(dataDir);
  try {
    const folder = join(dataDir, 'database');
    if (!existsSync(folder)) await unpackCluster(await begin(), folder);
    await chmod(folder, 0o700);
    const pglite = await PGlite.create({ dataDir: folder });
    return databaseOf(pglite, async () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database in memory that ends with the process, begun from the tar of a cluster: for tests. */
export async function openPgliteInMemory(cluster: Uint8Array): Promise<Database> {
  const pglite = await PGlite.create({ loadDataDir: new Blob([new Uint8Array(cluster)]) });
  return databaseOf(pglite);
}

/** The database in a running PGlite; `afterwards` runs once it is closed. */
export function databaseOf(pglite: PGlite, afterwards: () => Promise<void> = async () => undefined): Database {
  const handle = drizzle(pglite, { casing: 'snake_case' });
  return {
    kind: 'pglite',
    transaction: async (fn) => handle.transaction(async (tx) => fn(tx as unknown as Tx)),
    asOwner: async (fn) =>
      pglite.transaction(async (tx) =>
        fn({
          query: async (text, parameters = []) => {
            const result = await tx.query<Record<string, unknown>>(text, [...parameters]);
            return result.rows;
          },
          script: async (text) => {
            await tx.exec(text);
          },
        }),
      ),
    close: async () => {
      await pglite.close();
      await afterwards();
    },
  };
}
