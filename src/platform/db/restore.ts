// Brings a backup into a store, in one transaction: whatever interrupts it leaves the store as it was.
import { Fault } from '../../kernel/fault.ts';
import { plainForms } from './backup.ts';
import { readBackup, type BackupLine } from './backup-file.ts';
import type { Database, Session } from './database.ts';
import { assertOrgId, dropKeyBeside, layKeyBeside, promoteKey } from './keys.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { openDatabase, type StoreConfig } from './open.ts';
import { storedTables, type StoredTables } from './stored-tables.ts';
import { withoutValues } from './refused-statement.ts';

export interface RestoreOptions {
  /** Empty the organisations that the backup holds first, where they have rows already. */
  readonly replace?: boolean;
  readonly progress?: (rows: number) => void;
}

export interface RestoreSummary {
  readonly organisations: readonly string[];
  readonly rows: number;
}

const batchRows = 500;
const batchChars = 4_000_000;

/**
 * Restores every organisation in the file into the store that `config` names, then migrates it to this version.
 * @throws Fault `backup-missing`, `backup-damaged`, `backup-newer`, `store-not-empty`, `legal-hold-stands`, `backup-older-than-store`, and those of openStore
 */
export async function restore(
  config: StoreConfig,
  file: string,
  options: RestoreOptions = {},
): Promise<RestoreSummary> {
  const lines = readBackup(file);
  try {
    const wanted = await migrationsOf(lines);
    const database = await openDatabase(config);
    try {
      return await restoreInto(database, config.dataDir, wanted, lines, options);
    } finally {
      await database.close();
    }
  } finally {
    await lines.return(undefined);
  }
}

/** The same into a database that is open already. */
export async function restoreOpen(
  database: Database,
  dataDir: string,
  file: string,
  options: RestoreOptions = {},
): Promise<RestoreSummary> {
  const lines = readBackup(file);
  try {
    return await restoreInto(database, dataDir, await migrationsOf(lines), lines, options);
  } finally {
    await lines.return(undefined);
  }
}

async function restoreInto(
  database: Database,
  dataDir: string,
  wanted: readonly Migration[],
  lines: AsyncIterable<BackupLine>,
  options: RestoreOptions,
): Promise<RestoreSummary> {
  await shapeAs(database, wanted);
  const organisations: string[] = [];
  const rows = await database
    .asOwner(async (session) => fill(session, dataDir, lines, organisations, options))
    .catch(async (error: unknown) => {
      // A fault of ours came before the commit. Of another error that can't be known, and the key may be needed yet.
      if (error instanceof Fault) for (const orgId of organisations) await dropKeyBeside(dataDir, orgId);
      throw withoutValues(error);
    });
  for (const orgId of organisations) await promoteKey(dataDir, orgId);
  await migrate(database, await readMigrations());
  return { organisations, rows };
}

async function migrationsOf(lines: AsyncGenerator<BackupLine>): Promise<Migration[]> {
  const first = await lines.next();
  if (first.done || first.value.kind !== 'header') {
    throw new Fault(
      'backup-damaged',
      'malformed',
      "The file isn't a backup of Customary, or its beginning is damaged.",
    );
  }
  const known = await readMigrations();
  return first.value.header.migrations.map((each) => {
    const own = known.find((migration) => migration.name === each.name);
    if (own?.sha256 === each.sha256) return own;
    throw new Fault(
      'backup-newer',
      'unready',
      `The backup was made with ${each.name}, which this version of Customary doesn't have in that form. Restore it with the version that made it, or a later one.`,
    );
  });
}

// The rows go into tables of the very shape they came from; what is newer is applied to them afterwards.
async function shapeAs(database: Database, wanted: readonly Migration[]): Promise<void> {
  try {
    await migrate(database, wanted);
  } catch (error) {
    if (!(error instanceof Fault && error.slug === 'store-newer')) throw error;
    throw new Fault(
      'backup-older-than-store',
      'unready',
      'The store has been migrated further than the backup. Restore into an empty data folder or database; it is migrated afterwards.',
    );
  }
}

async function fill(
  session: Session,
  dataDir: string,
  lines: AsyncIterable<BackupLine>,
  organisations: string[],
  options: RestoreOptions,
): Promise<number> {
  await session.script(plainForms);
  const tables = await storedTables(session);
  // Rows go in as they are; above all the lines of the ledger, sound or not, with the head they had, so that verifying
  // says afterwards what it said before.
  for (const name of tables.guarded) await session.query(`alter table "${name}" disable trigger user`);
  if (tables.deferred.length > 0) {
    await session.query(`set constraints ${tables.deferred.map((name) => `"${name}"`).join(', ')} deferred`);
  }
  const rows = await fillTables(session, dataDir, lines, organisations, tables, options);
  // What was deferred is checked now: the table can't be altered while checks are pending.
  await session.query('set constraints all immediate');
  for (const name of tables.guarded) await session.query(`alter table "${name}" enable trigger user`);
  return rows;
}

async function fillTables(
  session: Session,
  dataDir: string,
  lines: AsyncIterable<BackupLine>,
  organisations: string[],
  tables: StoredTables,
  { replace = false, progress = () => undefined }: RestoreOptions,
): Promise<number> {
  let rows = 0;
  let table = '';
  let batch: string[] = [];
  let chars = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await insertRows(session, table, batch);
    rows += batch.length;
    batch = [];
    chars = 0;
    progress(rows);
  };
  for await (const line of lines) {
    if (line.kind === 'row') {
      batch.push(line.json);
      chars += line.json.length;
      if (batch.length >= batchRows || chars >= batchChars) await flush();
      continue;
    }
    await flush();
    if (line.kind === 'organisation') {
      await beginOrganisation(session, line.orgId, tables, replace);
      organisations.push(line.orgId);
      await layKeyBeside(dataDir, line.orgId, line.key);
    } else if (line.kind === 'table') {
      if (!tables.names.includes(line.name))
        throw new Fault(
          'backup-damaged',
          'malformed',
          'The backup names a table that its version never had; nothing was restored.',
        );
      table = line.name;
    }
  }
  await flush();
  return rows;
}

async function beginOrganisation(
  session: Session,
  orgId: string,
  tables: StoredTables,
  replace: boolean,
): Promise<void> {
  assertOrgId(orgId);
  await session.query(`select set_config('customary.org', $1, true)`, [orgId]);
  if (replace) await assertNothingHeld(session, tables);
  for (const name of tables.names.toReversed()) {
    if (replace) await session.query(`delete from "${name}" where org_id = customary_org()`);
    // The seal alone is no content: it is there as soon as anybody asked for anything.
    else if (name !== 'organisation_seal' && name !== 'ledger_head') {
      const found = await session.query(`select 1 from "${name}" where org_id = customary_org() limit 1`);
      if (found.length > 0) {
        throw new Fault(
          'store-not-empty',
          'conflict',
          `The store already holds data of organisation ${orgId}. Restore into an empty data folder or database, or add --yes to give up what is there.`,
        );
      }
    }
  }
  if (!replace)
    await session.script(
      'delete from organisation_seal where org_id = customary_org(); delete from ledger_head where org_id = customary_org()',
    );
}

// The triggers that keep what is under legal hold stand aside while a backup is brought in.
async function assertNothingHeld(session: Session, tables: StoredTables): Promise<void> {
  if (!tables.names.includes('legal_hold')) return;
  const held = await session.query(
    'select 1 from legal_hold where org_id = customary_org() and released_at is null limit 1',
  );
  if (held.length > 0)
    throw new Fault(
      'legal-hold-stands',
      'conflict',
      'Contacts here are under legal hold, so what is held is not given up for a backup. Restore into an empty data folder or database, or have the hold released.',
    );
}

async function insertRows(session: Session, table: string, rows: readonly string[]): Promise<void> {
  // A superuser stands above row-level security, so rows of another organisation are kept out here.
  const inserted = await session.query(
    `with given as (select * from json_populate_recordset(null::"${table}", $1::json)),
      kept as (insert into "${table}" select * from given where org_id = customary_org() returning 1)
     select count(*)::int as count from kept`,
    [`[${rows.join(',')}]`],
  );
  if (inserted[0]?.['count'] !== rows.length)
    throw new Fault(
      'backup-damaged',
      'malformed',
      'The backup holds a row in the wrong organisation; nothing was restored.',
    );
}
