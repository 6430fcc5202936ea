// Rows that mirror somebody's own files: taken in by their natural key, left alone where they are the same, replaced
// where they changed, and always pointing at the file and row they were last read from.
import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { keyedDigest } from '../../kernel/digest.ts';
import type { Origin, Sourced, Taken } from '../../kernel/sourced.ts';
import { insertMany } from './insert-many.ts';
import type { Work } from './work.ts';

/** Such a table has these columns beside its own. */
interface KeptTable extends PgTable {
  readonly orgId: PgColumn;
  readonly originFile: PgColumn;
  readonly originRow: PgColumn;
  readonly digest: PgColumn;
}

export interface Kept<T> extends Taken {
  /** Rows that weren't there before, and rows that replaced one, as given. */
  readonly addedRows: readonly T[];
  readonly changedRows: readonly T[];
}

/**
 * Takes the rows in. `values` gives a row's own columns (not organisation, origin or digest); `key` names those of them
 * that with the organisation are the primary key. No two rows given may have the same key.
 */
export async function keepRows<T extends object>(
  work: Work,
  table: KeptTable,
  key: readonly string[],
  rows: readonly Sourced<T>[],
  values: (row: T) => Record<string, unknown>,
): Promise<Kept<T>> {
  const before = await kept(work, table, key);
  const fresh: Record<string, unknown>[] = [];
  const replaced: Record<string, unknown>[] = [];
  const addedRows: T[] = [];
  const changedRows: T[] = [];
  for (const { row, from } of rows) {
    const own = values(row);
    const digest = digestOf(work.key, row);
    const whole = {
      ...own,
      orgId: work.actor.orgId,
      originFile: from.file,
      originRow: from.row ?? null,
      digest,
      recordedAt: new Date(work.now),
    };
    const old = before.get(keyText(key.map((name) => own[name])));
    if (old === undefined) {
      fresh.push(whole);
      addedRows.push(row);
    } else if (old.digest !== digest) {
      replaced.push(whole);
      changedRows.push(row);
    } else if (old.file !== from.file || old.row !== (from.row ?? null)) {
      // The same row, moved: worth citing rightly, not worth telling anybody.
      replaced.push(whole);
    }
  }
  await insertMany(work.tx, table, fresh);
  await replaceRows(work, table, key, replaced);
  const same = rows.length - addedRows.length - changedRows.length;
  return { added: addedRows.length, changed: changedRows.length, same, addedRows, changedRows };
}

/** Those of the rows that `keepRows` would add or change, without writing anything. */
export async function rowsThatDiffer<T extends object>(
  work: Work,
  table: KeptTable,
  key: readonly string[],
  rows: readonly Sourced<T>[],
  values: (row: T) => Record<string, unknown>,
): Promise<Sourced<T>[]> {
  const before = await kept(work, table, key);
  return rows.filter(({ row }) => {
    const own = values(row);
    return before.get(keyText(key.map((name) => own[name])))?.digest !== digestOf(work.key, row);
  });
}

/** Removes rows by their keys; for corrected rows whose key itself was wrong. */
export async function dropRows(
  work: Work,
  table: KeptTable,
  key: readonly string[],
  keys: readonly (readonly unknown[])[],
): Promise<void> {
  const columns = getTableColumns(table);
  for (const one of keys) {
    const conditions = key.map((name, index) => eq(columns[name]!, one[index]));
    await work.tx.delete(table).where(and(eq(table.orgId, work.actor.orgId), ...conditions));
  }
}

/** Where each kept row of a table was last read from, by its key's values joined with `/`. */
export async function originsOf(work: Work, table: KeptTable, key: readonly string[]): Promise<Map<string, Origin>> {
  const found = await kept(work, table, key);
  return new Map(
    [...found].map(([keys, { file, row }]) => [
      (JSON.parse(keys) as unknown[]).join('/'),
      row === null ? { file } : { file, row },
    ]),
  );
}

async function kept(
  work: Work,
  table: KeptTable,
  key: readonly string[],
): Promise<Map<string, { digest: string; file: string; row: number | null }>> {
  const columns = getTableColumns(table);
  const picked = Object.fromEntries(key.map((name) => [name, columns[name]!]));
  const rows = await work.tx
    .select({ ...picked, digest: table.digest, originFile: table.originFile, originRow: table.originRow })
    .from(table as PgTable)
    .where(eq(table.orgId, work.actor.orgId));
  return new Map(
    (rows as Record<string, unknown>[]).map((row) => [
      keyText(key.map((name) => row[name])),
      { digest: row.digest as string, file: row.originFile as string, row: row.originRow as number | null },
    ]),
  );
}

async function replaceRows(
  work: Work,
  table: KeptTable,
  key: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = getTableColumns(table);
  const target = ['orgId', ...key].map((name) => columns[name]!);
  const others = Object.entries(columns).filter(([name]) => name !== 'orgId' && !key.includes(name));
  const set = Object.fromEntries(
    others.map(([name, column]): [string, SQL] => {
      const given = sql`excluded.${sql.identifier(column.name)}`;
      // A row that only moved within its file has been on record since it came.
      if (name !== 'recordedAt') return [name, given];
      return [name, sql`case when excluded.digest = ${table.digest} then ${column} else ${given} end`];
    }),
  );
  const batch = 500;
  for (let from = 0; from < rows.length; from += batch) {
    await work.tx
      .insert(table)
      .values(rows.slice(from, from + batch) as never)
      .onConflictDoUpdate({ target, set });
  }
}

/** The keyed digest of a row's content, whatever order its fields were written in. */
function digestOf(key: Uint8Array, row: object): string {
  return keyedDigest(key, JSON.stringify(sorted(row))).slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}

function keyText(values: readonly unknown[]): string {
  return JSON.stringify(values);
}
