// Runs a block of tests once on each database. Each test gets an empty, migrated store. Files that run one after the other in
// this process share a database, whose beginning would take most of the time of a small one.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, inject, onTestFinished } from 'vitest';
import type { Database } from './database.ts';
import { nameIn, onServer, wanted, withName } from './databases.setup.ts';
import { storeOver, type Store, type StoreConfig } from './open.ts';
import { openPgliteInMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export type DatabaseName = 'pglite' | 'postgres';

/** The databases of this run: both, unless DATABASES names fewer. */
export const databaseNames: readonly DatabaseName[] = (['pglite', 'postgres'] as const).filter((name) =>
  wanted.includes(name),
);

export interface OpenOptions {
  /** The clock; stands at 2026-03-01T12:00:00Z unless given. */
  readonly now?: () => Date;
}

/** Gives the empty store of the running test. Called twice in a test, it gives the same data again. */
export type OpenTestStore = (options?: OpenOptions) => Promise<Store>;

/** Gives the configuration of a store that was never opened: an empty data folder and, on PostgreSQL, an empty database. */
export type FreshConfig = () => Promise<StoreConfig>;

interface Begun {
  readonly database: Database;
  readonly end: () => Promise<void>;
}

interface Shared extends Begun {
  /** What tables and rules it had at first. */
  readonly schema: string;
}

/** Databases that no file uses now. They end with the process; those on PostgreSQL are dropped with the run. */
const unused = new Map<DatabaseName, Shared>();
const endingFirst: (() => Promise<void>)[] = [];

/** Call this at the end of the test that runs, before its database is emptied. */
export function beforeEmptying(end: () => Promise<void>): void {
  endingFirst.push(end);
}

/**
 * @example
 * forEachDatabase((name, open) => {
 *   it('keeps what it was told', async () => {
 *     const store = await open();
 *     await store.inWork(actor, (work) => ...);
 *   });
 * });
 */
export function forEachDatabase(block: (name: DatabaseName, open: OpenTestStore, fresh: FreshConfig) => void): void {
  for (const name of databaseNames) {
    describe(`on ${name}`, () => {
      let database: Database;
      let shared: Shared;
      let dataDir: string | undefined;
      beforeAll(async () => {
        shared = await taken(name);
        ({ database } = shared);
      });
      afterAll(async () => giveBack(name, shared));
      afterEach(async () => {
        if (!dataDir) return;
        // What still works on the store ends first: its locks and those of the emptying could wait for each other.
        await Promise.all(endingFirst.splice(0).map(async (endsFirst) => endsFirst()));
        await rm(dataDir, { recursive: true, force: true });
        dataDir = undefined;
        await empty(database);
      });
      block(
        name,
        async ({ now = () => new Date('2026-03-01T12:00:00.000Z') } = {}) => {
          dataDir ??= await mkdtemp(join(tmpdir(), 'customary-test-'));
          // The database outlives the test; closing the store in a test does nothing.
          return { ...storeOver(database, { dataDir, now }), close: async () => undefined };
        },
        freshConfigs(name),
      );
    });
  }
}

/** The same for a test that needs several databases at once. Call it where tests are declared; it tidies up after each of them. */
function freshConfigs(name: DatabaseName): FreshConfig {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });
  return async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'customary-test-'));
    endings.push(async () => rm(dataDir, { recursive: true, force: true }));
    const config: StoreConfig = { dataDir, now: () => new Date('2026-03-01T12:00:00.000Z') };
    if (name === 'pglite') return config;
    const server = serverUrl();
    const fresh = `customary_test_${randomBytes(6).toString('hex')}`;
    await onServer(server, `create database ${fresh}`);
    endings.push(async () => void (await onServer(server, `drop database ${fresh} with (force)`)));
    return { ...config, databaseUrl: withName(server, fresh) };
  };
}

async function taken(name: DatabaseName): Promise<Shared> {
  const one = unused.get(name);
  unused.delete(name);
  if (one) return one;
  const begun = await (name === 'pglite' ? embedded() : copied());
  return { ...begun, schema: await schemaOf(begun.database) };
}

/** Makes it as new for the next file; one whose tables or rules a test has changed ends here. */
async function giveBack(name: DatabaseName, one: Shared): Promise<void> {
  if ((await schemaOf(one.database)) !== one.schema) return one.end();
  // The embedded one keeps its log in memory, and nobody else would shorten it.
  const log = name === 'pglite' ? '; checkpoint' : '';
  await one.database.asOwner(async (session) => session.script(asNew + log));
  unused.set(name, one);
}

async function embedded(): Promise<Begun> {
  const database = await openPgliteInMemory(await readFile(inject('migratedCluster')));
  return { database, end: async () => database.close() };
}

async function copied(): Promise<Begun> {
  const template = serverUrl();
  // Named after the template: what is left of them goes with it.
  const name = `${nameIn(template)}_${randomBytes(6).toString('hex')}`;
  await onServer(template, `create database ${name} template ${nameIn(template)}`);
  const database = await openPostgres(withName(template, name), 4);
  return {
    database,
    end: async () => {
      await database.close();
      await onServer(template, `drop database ${name}`);
    },
  };
}

/** One more migrated, empty database, for the running test alone. */
export async function anotherDatabase(name: DatabaseName): Promise<Database> {
  const { database, end } = name === 'pglite' ? await embedded() : await copied();
  onTestFinished(end);
  return database;
}

function serverUrl(): string {
  const template = inject('migratedPostgres');
  if (!template) throw new Error('No PostgreSQL was started for this run.');
  return template;
}

/** Empties every table, the ledger too: its triggers stand aside for a superuser who asks. Faster than truncate while rows are few. */
async function empty(database: Database): Promise<void> {
  await database.asOwner(async (session) =>
    session.script(`
      set local session_replication_role = 'replica';
      do $$ declare name text; begin
        for name in select format('%I.%I', schemaname, tablename) from pg_tables
          where schemaname = current_schema() and tablename <> 'customary_migration'
        loop execute 'delete from ' || name; end loop;
      end $$`),
  );
}

/** Tables, functions, policies and triggers, with who may: whatever a statement of the schema would change. */
async function schemaOf(database: Database): Promise<string> {
  return database.asOwner(async (session) => {
    const rows = await session.query(`select concat_ws(' ',
      (select md5(string_agg(concat_ws(' ', oid, relname, relacl, relrowsecurity, relforcerowsecurity), ',' order by oid))
        from pg_class where relnamespace = current_schema()::regnamespace),
      (select md5(string_agg(concat_ws(' ', oid, proacl), ',' order by oid))
        from pg_proc where pronamespace = current_schema()::regnamespace),
      (select md5(string_agg(oid::text, ',' order by oid)) from pg_policy),
      (select md5(string_agg(concat_ws(' ', oid, tgenabled), ',' order by oid)) from pg_trigger)) as schema`);
    return String(rows[0]?.['schema']);
  });
}

/** Gives back the space of rows that were deleted, and of what was noted about them. */
const asNew = `
  set local session_replication_role = 'replica';
  do $$ declare names text; begin
    select string_agg(oid::regclass::text, ', ') into names from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace
        and relname <> 'customary_migration' and pg_relation_size(oid) > 0;
    if names is not null then execute 'truncate ' || names || ' restart identity cascade'; end if;
  end $$`;
