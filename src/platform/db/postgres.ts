// PostgreSQL 15 or later through a pool of node-postgres.
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { Fault } from '../../kernel/fault.ts';
import type { Database, Session } from './database.ts';
import type { Tx } from './work.ts';

const oldest = 15;

/**
 * Connects to the database at `url` (`postgres://user@host/name`).
 * @throws Fault `database-url-malformed`, `database-unreachable`, `database-too-old`
 */
export async function openPostgres(url: string, connections = 8): Promise<Database> {
  assertUrl(url);
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Between the pool's hands and ours nobody listens to a connection that breaks.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await assertVersion(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'postgres',
    transaction: async (fn, opening) =>
      held(pool, async (client) => {
        const handle = drizzle(beginningWith(client, opening), { casing: 'snake_case' });
        return handle.transaction(async (tx) => fn(tx as unknown as Tx));
      }),
    asOwner: async (fn) =>
      held(pool, async (client) => {
        await client.query('begin');
        try {
          const result = await fn(sessionOf(client));
          await client.query('commit');
          return result;
        } catch (error) {
          await client.query('rollback');
          throw error;
        }
      }),
    close: async () => pool.end(),
  };
}

// The driver takes anything for the name of a database on this machine.
function assertUrl(url: string): void {
  if (/^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url)) return;
  throw new Fault(
    'database-url-malformed',
    'malformed',
    'DATABASE_URL is no address of a PostgreSQL. Write postgres://USER:PASSWORD@HOST:PORT/NAME, or leave it unset to use the embedded database.',
  );
}

async function held<T>(pool: pg.Pool, fn: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const onBreak = (): void => {
    broken = true;
  };
  client.on('error', onBreak);
  try {
    return await fn(client);
  } finally {
    client.off('error', onBreak);
    client.release(broken);
  }
}

/** The client, for one transaction: with its `begin` goes the opening, in one message of which all is done or nothing more. */
function beginningWith(client: pg.PoolClient, opening: string): pg.Client {
  const query = client.query.bind(client) as (asked: pg.QueryConfig, values?: unknown[]) => Promise<unknown>;
  const driver = {
    query: async (asked: pg.QueryConfig, values?: unknown[]) =>
      asked.text === 'begin' ? begin(client, opening) : query(asked, values),
  };
  return driver as unknown as pg.Client;
}

async function begin(client: pg.PoolClient, opening: string): Promise<void> {
  try {
    await client.query(`begin; ${opening}`);
  } catch (error) {
    // Nobody else does: a transaction counts as begun only after this.
    await client.query('rollback');
    throw error;
  }
}

function sessionOf(client: pg.PoolClient): Session {
  return {
    query: async (text, parameters = []) => {
      const result = await client.query<Record<string, unknown>>(text, [...parameters]);
      return result.rows;
    },
    script: async (text) => {
      await client.query(text);
    },
  };
}

async function assertVersion(pool: pg.Pool): Promise<void> {
  let found: { rows: { version: string }[] };
  try {
    found = await pool.query<{ version: string }>("select current_setting('server_version_num') as version");
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Fault(
      'database-unreachable',
      'unavailable',
      `PostgreSQL can't be reached (${code}). Check DATABASE_URL, and that the server is running and lets this user in.`,
    );
  }
  const major = Math.floor(Number(found.rows[0]?.version ?? 0) / 10_000);
  if (major < oldest) {
    throw new Fault(
      'database-too-old',
      'unready',
      `This is PostgreSQL ${major}; Customary needs ${oldest} or later. Upgrade the server, or leave DATABASE_URL unset to use the embedded database.`,
    );
  }
}
