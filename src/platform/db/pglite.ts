// The embedded database: PostgreSQL compiled for this machine's own process, in a thread, its files in one folder. One
// connection, one process; spoken to with the messages and the driver's types that a PostgreSQL elsewhere is spoken to with.
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/node-postgres';
import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from './database.ts';
import { takeLock } from './lock.ts';
import { wholeAnswer } from './pglite-answer.ts';
import { type Answering, startPgliteThread } from './pglite-thread.ts';
import { unpackCluster } from './unpack-cluster.ts';
import { type Answer, type ParserOf, readAnswer, scriptMessage, statementMessage } from './wire.ts';
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
    return databaseOver(await startPgliteThread(folder), async () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database in memory that ends with the process, begun from the tar of a cluster: for tests. */
export async function openPgliteInMemory(cluster: Uint8Array): Promise<Database> {
  const { PGlite } = await import('@electric-sql/pglite');
  return databaseOf(await PGlite.create({ loadDataDir: new Blob([new Uint8Array(cluster)]) }));
}

/** The database in a PGlite that runs in this very thread. */
export function databaseOf(pglite: PGlite): Database {
  return databaseOver({
    ask: async (message) => wholeAnswer(pglite, message),
    close: async () => pglite.close(),
  });
}

/** The database behind whoever answers its messages; `afterwards` runs once it is closed. */
function databaseOver(answering: Answering, afterwards: () => Promise<void> = async () => undefined): Database {
  let last: Promise<unknown> = Promise.resolve();

  // There is one connection: a transaction begins when the one before has ended.
  async function inTurn<T>(fn: () => Promise<T>): Promise<T> {
    const turn = last.then(fn);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function script(text: string): Promise<void> {
    readAnswer(await answering.ask(scriptMessage(text)), parserOf, true);
  }

  async function begin(opening: string): Promise<void> {
    try {
      await script(`begin; ${opening}`);
    } catch (error) {
      // Nobody else does: a transaction counts as begun only after this.
      await script('rollback');
      throw error;
    }
  }

  return {
    kind: 'pglite',
    transaction: async (fn, opening) =>
      inTurn(async () => {
        const handle = drizzle(
          driverOf(answering, async () => begin(opening)),
          { casing: 'snake_case' },
        );
        return handle.transaction(async (tx) => fn(tx as unknown as Tx));
      }),
    asOwner: async (fn) =>
      inTurn(async () => {
        await script('begin');
        try {
          const result = await fn({
            query: async (text, values = []) => {
              const { rows } = await statement(answering, text, values, false, parserOf);
              return rows as Record<string, unknown>[];
            },
            script,
          });
          await script('commit');
          return result;
        } catch (error) {
          await script('rollback');
          throw error;
        }
      }),
    close: async () => {
      await last;
      await answering.close();
      await afterwards();
    },
  };
}

const parserOf: ParserOf = (type) => pg.types.getTypeParser(type, 'text');

async function statement(
  answering: Answering,
  text: string,
  values: readonly unknown[],
  asArrays: boolean,
  parsers: ParserOf,
): Promise<Answer> {
  return readAnswer(await answering.ask(statementMessage(text, values)), parsers, asArrays);
}

/** What Drizzle asks of a client of node-postgres: this one query, in two shapes of row. */
interface DriverQuery {
  readonly text: string;
  readonly rowMode?: 'array';
  readonly types?: { getTypeParser(type: number, format: 'text'): (text: string) => unknown };
}

function driverOf(answering: Answering, begin: () => Promise<void>): pg.Client {
  const client = {
    query: async (asked: DriverQuery, values: readonly unknown[] = []) =>
      asked.text === 'begin'
        ? begin()
        : statement(
            answering,
            asked.text,
            values,
            asked.rowMode === 'array',
            asked.types ? (type) => asked.types!.getTypeParser(type, 'text') : parserOf,
          ),
  };
  return client as unknown as pg.Client;
}
