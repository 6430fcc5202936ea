// The embedded database: PostgreSQL inside this process, its files in one folder. One connection, one process.
import { chmod, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database } from './database.ts';
import { takeLock } from './lock.ts';
import { readTemplate } from './template.ts';
import type { Tx } from './work.ts';

/**
 * Opens, or makes, the database in `dataDir/database`, and holds the folder's lock until it is closed.
 * @throws Fault `data-folder-locked`
 */
export async function openPglite(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await takeLock(dataDir);
  try {
    const folder = join(dataDir, 'database');
    const made = existsSync(join(folder, 'PG_VERSION'));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    const template = made ? null : await readTemplate();
    const pglite = await PGlite.create({ dataDir: folder, ...(template && { loadDataDir: template }) });
    return databaseOf(pglite, async () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database in memory that ends with the process: for tests. `template` is a dump to begin with. */
export async function openPgliteInMemory(template: Blob | null = null): Promise<Database> {
  const pglite = await PGlite.create(template ? { loadDataDir: template } : {});
  return databaseOf(pglite, async () => undefined);
}

function databaseOf(pglite: PGlite, afterwards: () => Promise<void>): Database {
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
