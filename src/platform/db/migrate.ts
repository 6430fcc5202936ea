// Brings a database up to date: named SQL files, forward only, each in a transaction of its own, each recorded with its
// SHA-256, so that a file edited after it was applied is refused.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import { sha256 } from '../../kernel/digest.ts';
import { machineFault } from '../machine-failure.ts';
import type { Database, Session } from './database.ts';

const migrationsFolder = join(import.meta.dirname, '../../../migrations');

export interface Migration {
  /** File name, `NNNN_name.sql`. */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const record = `create table if not exists customary_migration (
  name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;

// Any number will do, so long as nobody else in the database takes it: two processes migrate one after the other.
const turn = 'select pg_advisory_xact_lock(7236101)';

/** The migrations in a folder, in the order they apply. @throws Fault `migration-misnamed` */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const wrong = names.find((name) => !/^\d{4}_[a-z0-9-]+\.sql$/.test(name));
  if (wrong)
    throw new Fault('migration-misnamed', 'malformed', `${wrong} is not named NNNN_what-it-does.sql; rename it.`);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, sha256: sha256(sql) };
    }),
  );
}

/**
 * Applies what is missing, in order; names what it applied.
 * @throws Fault `migration-edited`, `store-newer`, `migration-failed`
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await database.asOwner(async (session) => appliedIn(session));
  assertSame(applied, migrations);
  const missing = migrations.filter((migration) => !applied.has(migration.name));
  for (const migration of missing) {
    await database.asOwner(async (session) => apply(session, migration));
  }
  return missing.map((migration) => migration.name);
}

/** What was applied to an open store: names with the SHA-256 of their files. */
export async function appliedMigrations(store: Pick<Database, 'asOwner'>): Promise<ReadonlyMap<string, string>> {
  return store.asOwner(appliedIn);
}

async function appliedIn(session: Session): Promise<Map<string, string>> {
  const known = await session.query("select to_regclass('customary_migration') is not null as known");
  if (known[0]?.['known'] !== true) return new Map();
  const rows = await session.query('select name, sha256 from customary_migration');
  return new Map(rows.map((row) => [String(row['name']), String(row['sha256'])]));
}

function assertSame(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const present = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const [name, digest] of applied) {
    const now = present.get(name);
    if (now === undefined) {
      throw new Fault(
        'store-newer',
        'unready',
        `The data was migrated by ${name}, which this version of Customary doesn't have. Use the version that wrote it, or a later one.`,
      );
    }
    if (now !== digest) {
      throw new Fault(
        'migration-edited',
        'unready',
        `${name} was changed after it had been applied here. Put the released file back; a change goes into a new migration.`,
      );
    }
  }
}

async function apply(session: Session, migration: Migration): Promise<void> {
  await session.query(turn);
  await session.query(record);
  const already = await session.query('select 1 from customary_migration where name = $1', [migration.name]);
  if (already.length > 0) return;
  try {
    await session.script(migration.sql);
  } catch (error) {
    const machine = machineFault(error);
    if (machine) throw machine;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault(
      'migration-failed',
      'unready',
      `${migration.name} could not be applied, and nothing of it was kept: ${reason}.`,
    );
  }
  await session.query('insert into customary_migration (name, sha256) values ($1, $2)', [
    migration.name,
    migration.sha256,
  ]);
}
