// Many rows in few statements: one parameter holds a whole batch as JSON, so both databases take tens of thousands of
// rows a second. (Measured beside json_to_recordset, json_array_elements and unnest: a quarter to a half faster.)
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { PgJson, PgJsonb, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './work.ts';

export interface InsertManyOptions {
  /** `nothing` leaves rows out whose key is there already; by default they are an error. */
  readonly onConflict?: 'nothing';
  /** Rows to a statement; the default keeps a batch of whole contacts within some megabytes. */
  readonly batch?: number;
}

/**
 * Inserts the rows and returns how many went in. A column that no row of a batch names keeps its default; one that only
 * some rows name is null in the others. Characters that PostgreSQL can't hold (NUL, half a surrogate pair) become U+FFFD.
 */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
  { onConflict, batch = 1000 }: InsertManyOptions = {},
): Promise<number> {
  let inserted = 0;
  for (let from = 0; from < rows.length; from += batch) {
    inserted += await insertBatch(tx, table, rows.slice(from, from + batch), onConflict);
  }
  return inserted;
}

async function insertBatch(
  tx: Tx,
  table: PgTable,
  rows: readonly Record<string, unknown>[],
  onConflict?: 'nothing',
): Promise<number> {
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => rows.some((row) => row[key] !== undefined))
    .map(([key, column]) => ({ key, column, name: nameOf(column) }));
  const json = storable(
    rows.map((row) => Object.fromEntries(columns.map(({ key, column, name }) => [name, plain(column, row[key])]))),
  );
  const names = list(columns.map(({ name }) => sql`${sql.identifier(name)}`));
  const statement = sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${json}::json)`;
  const result: unknown = await tx.execute(
    onConflict === 'nothing' ? sql`${statement} on conflict do nothing` : statement,
  );
  return (result as { rowCount?: number | null }).rowCount ?? 0;
}

function plain(column: PgColumn, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  // Drizzle would turn these into text, and the text would be quoted once more.
  if (column instanceof PgJsonb || column instanceof PgJson) return value;
  const driven: unknown = column.mapToDriverValue(value);
  if (driven instanceof Uint8Array) return `\\x${Buffer.from(driven).toString('hex')}`;
  return typeof driven === 'bigint' ? String(driven) : driven;
}

/** JSON that PostgreSQL accepts: one stray character in one contact must not refuse a whole batch. */
function storable(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/\\u(0000|d[89a-f])/i.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\uFFFD') : part,
  );
}

function nameOf(column: PgColumn): string {
  return column.keyAsName ? toSnakeCase(column.name) : column.name;
}

function list(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `);
}
