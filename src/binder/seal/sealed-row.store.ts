// Seals kept and read: which rows wait for one, and what each said.
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Tx } from '../../platform/db/work.ts';
import { rowsIn, sourceOf, type ContentKind } from './content-sources.store.ts';
import { sealedRowTable } from './sealed-row.table.ts';

export type SealedRow = Omit<typeof sealedRowTable.$inferSelect, 'orgId'>;

/** Keys of rows of a kind that no seal vouches for as they are, at most `limit`. */
export async function keysToSeal(tx: Tx, orgId: string, kind: ContentKind, limit: number): Promise<string[]> {
  const found = await tx.execute(
    sql`select c.key from ${sourceOf(kind)} where c.org_id = ${orgId} and (select s.stamp from sealed_row s
      where s.org_id = ${orgId} and s.kind = ${kind} and s.key = c.key order by s.seq desc limit 1) is distinct from c.stamp
      limit ${limit}`,
  );
  return rowsIn<{ key: string }>(found).map((row) => row.key);
}

export async function keepSeals(tx: Tx, orgId: string, rows: readonly SealedRow[]): Promise<void> {
  await insertMany(
    tx,
    sealedRowTable,
    rows.map((row) => ({ ...row, orgId })),
    { batch: 5000 },
  );
}

/** All seals of a kind, in the order they were made. */
export async function sealsOfKind(tx: Tx, orgId: string, kind: string): Promise<SealedRow[]> {
  return tx
    .select(columns)
    .from(sealedRowTable)
    .where(and(eq(sealedRowTable.orgId, orgId), eq(sealedRowTable.kind, kind)))
    .orderBy(asc(sealedRowTable.seq), asc(sealedRowTable.place));
}

/** Seals of some rows, the oldest first. */
export async function sealsOfRows(tx: Tx, orgId: string, kind: string, keys: readonly string[]): Promise<SealedRow[]> {
  if (keys.length === 0) return [];
  return tx
    .select(columns)
    .from(sealedRowTable)
    .where(
      and(
        eq(sealedRowTable.orgId, orgId),
        eq(sealedRowTable.kind, kind),
        sql`${sealedRowTable.key} = any(${sql.param([...keys])}::text[])`,
      ),
    )
    .orderBy(asc(sealedRowTable.seq), asc(sealedRowTable.place));
}

/** Hashes of what some lines sealed, by line, each in its order. */
export async function hashesOfLines(tx: Tx, orgId: string, lines: readonly number[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  if (lines.length === 0) return found;
  const rows = await tx
    .select({ seq: sealedRowTable.seq, hash: sealedRowTable.hash })
    .from(sealedRowTable)
    .where(and(eq(sealedRowTable.orgId, orgId), inArray(sealedRowTable.seq, [...lines])))
    .orderBy(asc(sealedRowTable.seq), asc(sealedRowTable.place));
  for (const { seq, hash } of rows) {
    const own = found.get(seq);
    if (own) own.push(hash);
    else found.set(seq, [hash]);
  }
  return found;
}

/** Places of what a line sealed, to tell one that is missing. */
export async function linesWithSeals(tx: Tx, orgId: string): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ seq: sealedRowTable.seq })
    .from(sealedRowTable)
    .where(eq(sealedRowTable.orgId, orgId))
    .orderBy(asc(sealedRowTable.seq));
  return rows.map((row) => row.seq);
}

const columns = {
  seq: sealedRowTable.seq,
  place: sealedRowTable.place,
  kind: sealedRowTable.kind,
  key: sealedRowTable.key,
  stamp: sealedRowTable.stamp,
  hash: sealedRowTable.hash,
};
