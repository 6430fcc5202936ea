// PostgreSQL 15 or later through a pool of node-postgres.
import type { Socket } from 'node:net';
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
  // What doesn't wait for an answer is sent at once: a transaction's beginning goes along with its first question.
  const pool = new pg.Pool({ connectionString: url, max: connections, pipeline: true });
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
    transaction: async (fn, opening, told) =>
      held(pool, async (client) => {
        const handle = drizzle(driverOf(client, opening, told?.readsOnly === true), { casing: 'snake_case' });
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

type Query = (asked: pg.QueryConfig, values?: unknown[]) => Promise<unknown>;

/** The client, for one transaction: its beginning is sent ahead of its first question, and an end that keeps nothing isn't waited for. */
function driverOf(client: pg.PoolClient, opening: string, readsOnly: boolean): pg.Client {
  const query = client.query.bind(client) as Query;
  let begun: Promise<unknown> = Promise.resolve();
  const driver = {
    query: async (asked: pg.QueryConfig, values?: unknown[]) => {
      if (asked.text === 'begin') {
        oneJourney(client);
        // In two messages: were both refused as one, what follows would be asked outside of any transaction, as nobody.
        begun = Promise.all([client.query('begin'), client.query(opening)]);
        begun.catch(() => undefined);
        return undefined;
      }
      const answer = query(named(asked), values);
      answer.catch(() => undefined);
      // A refused opening has all else refused too, and tells why.
      await begun;
      return readsOnly && asked.text === 'commit' ? undefined : answer;
    },
  };
  return driver as unknown as pg.Client;
}

/** What is sent from now until the program next waits goes out as one: every packet costs both sides more than what is in it. */
function oneJourney(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

// Statements by name are read and planned once a connection. Those with lists of values differ with each list, and are too many to keep.
const names = new Map<string, string>();
const mostNames = 300;

function named(asked: pg.QueryConfig): pg.QueryConfig {
  if (!asked.text.includes('$1') || asked.text.includes('$13')) return asked;
  const name = names.get(asked.text) ?? (names.size < mostNames ? `customary_${names.size}` : undefined);
  if (name === undefined) return asked;
  names.set(asked.text, name);
  return { ...asked, name };
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
