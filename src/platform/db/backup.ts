// Everything the store holds, every organisation's rows, ledger and key, into one file, in bounded memory and from one
// moment. The file can be restored into either database.
import { existsSync } from 'node:fs';
import { Fault } from '../../kernel/fault.ts';
import { writeBackup, type BackupLine } from './backup-file.ts';
import type { Session } from './database.ts';
import { organisationsOf, readKey } from './keys.ts';
import type { Store } from './open.ts';
import { storedTables } from './stored-tables.ts';

export interface BackupSummary {
  readonly organisations: number;
  readonly tables: number;
  readonly rows: number;
}

// Rows to a fetch: whole contacts are some kilobytes each.
const fetchSize = 250;

/** What a database writes must not depend on how its server was set up. */
export const plainForms = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`;

/**
 * Writes the backup. The file holds the keys and every word that is kept: guard it as the data folder itself.
 * @param progress called with the number of rows now and then
 * @throws Fault `backup-exists`, `organisation-key-missing`
 */
export async function backup(
  store: Store,
  file: string,
  now: () => Date,
  progress: (rows: number) => void = () => undefined,
): Promise<BackupSummary> {
  if (existsSync(file))
    throw new Fault('backup-exists', 'conflict', 'There is a file of that name already. Give the backup another name.');
  return store.asOwner(async (session) => {
    // One moment for all tables, though others write meanwhile.
    await session.query('set transaction isolation level repeatable read');
    await session.script(plainForms);
    const counted = { organisations: 0, tables: 0, rows: 0 };
    await writeBackup(file, linesFrom(session, store.dataDir, now().toISOString(), counted, progress));
    return counted;
  });
}

type Counted = { -readonly [name in keyof BackupSummary]: number };

async function* linesFrom(
  session: Session,
  dataDir: string,
  madeAt: string,
  counted: Counted,
  progress: (rows: number) => void,
): AsyncGenerator<BackupLine> {
  const migrations = await session.query('select name, sha256 from customary_migration order by name');
  yield {
    kind: 'header',
    header: {
      format: 1,
      madeAt,
      migrations: migrations.map((row) => ({ name: String(row['name']), sha256: String(row['sha256']) })),
    },
  };
  const { names } = await storedTables(session);
  counted.tables = names.length;
  for (const orgId of await organisationsIn(session, dataDir)) {
    const key = await readKey(dataDir, orgId);
    if (!key)
      throw new Fault(
        'organisation-key-missing',
        'unready',
        `There is no keys/${orgId}.key, without which the data of ${orgId} can't be used. Put it back first.`,
      );
    await session.query(`select set_config('customary.org', $1, true)`, [orgId]);
    counted.organisations += 1;
    yield { kind: 'organisation', orgId, key };
    for (const name of names) {
      yield { kind: 'table', name };
      for await (const json of rowsOf(session, name)) {
        counted.rows += 1;
        yield { kind: 'row', json };
      }
      progress(counted.rows);
    }
  }
}

// The keys tell which organisations there are; a superuser also sees those whose key is gone, and must be told.
async function organisationsIn(session: Session, dataDir: string): Promise<string[]> {
  const seen = await session.query('select org_id from organisation_seal');
  return [...new Set([...(await organisationsOf(dataDir)), ...seen.map((row) => String(row['org_id']))])].toSorted();
}

async function* rowsOf(session: Session, table: string): AsyncGenerator<string> {
  const keys = await session.query(
    `select string_agg(format('t.%I', a.attname), ', ' order by k.place) as columns
     from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (attnum, place), pg_attribute a
     where i.indrelid = to_regclass(quote_ident($1)) and i.indisprimary and a.attrelid = i.indrelid and a.attnum = k.attnum`,
    [table],
  );
  const order = String(keys[0]?.['columns']);
  await session.query(`declare backup_rows no scroll cursor for
    select row_to_json(t)::text as json from "${table}" t where t.org_id = customary_org() order by ${order}`);
  for (;;) {
    const rows = await session.query(`fetch ${fetchSize} from backup_rows`);
    for (const row of rows) yield String(row['json']);
    if (rows.length < fetchSize) break;
  }
  await session.query('close backup_rows');
}
