// Seals kept and read: which rows wait for one, and what each said.
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Tx } from '../../platform/db/work.ts';
import {
  contentsIn,
  foundByKey,
  placeType,
  rowsIn,
  sourceOf,
  type ContentKind,
  type ContentRow,
} from './content-sources.store.ts';
import { sealedRowTable } from './sealed-row.table.ts';

export type SealedRow = Omit<typeof sealedRowTable.$inferSelect, 'orgId'>;

/** The last seal of a row is of what it says now. */
const isSealed = (orgId: string, kind: ContentKind): SQL =>
  sql`(select s.stamp from sealed_row s where s.org_id = ${orgId} and s.kind = ${kind} and s.key = c.key order by s.seq desc limit 1)
    is not distinct from c.stamp`;

/** Where rows of a kind lie that no seal vouches for as they are. Looks at every row of the kind once. */
export async function placesToSeal(tx: Tx, orgId: string, kind: ContentKind): Promise<string[]> {
  const found = await tx.execute(
    sql`select c.place::text as place from ${sourceOf(kind)} where c.org_id = ${orgId} and not ${isSealed(orgId, kind)}`,
  );
  const places = rowsIn<{ place: string }>(found).map((row) => row.place);
  return foundByKey.has(kind) ? places.toSorted() : places;
}

/** What lies at some of these places and still waits for a seal, by keys. What was moved since is not among them. */
export async function contentsToSeal(
  tx: Tx,
  orgId: string,
  kind: ContentKind,
  places: readonly string[],
): Promise<ContentRow[]> {
  const found = await tx.execute(
    sql`select c.key, c.stamp, c.moment, c.cells from ${sourceOf(kind)} where c.org_id = ${orgId}
      and c.place = any(${sql.param([...places])}::${placeType(kind)}[]) and not ${isSealed(orgId, kind)}`,
  );
  // The order in which the database found them would tell the order in which they were written, of shielded letters too.
  return contentsIn(kind, found).toSorted((one, other) => (one.key < other.key ? -1 : 1));
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
