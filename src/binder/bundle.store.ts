// Rows of judge's files: asked for, being made, made; and the file itself in pieces.
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Bundle } from './bundle.core.ts';
import { bundleContactTable, bundlePieceTable, bundleTable } from './bundle.table.ts';

export type BundleRow = typeof bundleTable.$inferSelect;

/** Bytes to a piece. */
const piece = 512 * 1024;

export async function writeBundle(tx: Tx, row: typeof bundleTable.$inferInsert): Promise<void> {
  await tx.insert(bundleTable).values(row);
}

/** Whether it was not made yet: one that was stays as it is. */
export async function changeBundle(tx: Tx, orgId: string, id: string, set: Partial<BundleRow>): Promise<boolean> {
  const changed = await tx
    .update(bundleTable)
    .set(set)
    .where(and(eq(bundleTable.orgId, orgId), eq(bundleTable.id, id), ne(bundleTable.state, 'made')))
    .returning({ id: bundleTable.id });
  return changed.length > 0;
}

export async function bundleById(tx: Tx, orgId: string, id: string): Promise<Bundle | null> {
  const [row] = await tx
    .select()
    .from(bundleTable)
    .where(and(eq(bundleTable.orgId, orgId), eq(bundleTable.id, id)));
  return row ? ((await withKept(tx, orgId, [row]))[0] ?? null) : null;
}

/** The newest first. */
export async function bundlesOf(tx: Tx, orgId: string, limit: number): Promise<Bundle[]> {
  const rows = await tx
    .select()
    .from(bundleTable)
    .where(eq(bundleTable.orgId, orgId))
    .orderBy(desc(bundleTable.askedAt), desc(bundleTable.id))
    .limit(limit);
  return withKept(tx, orgId, rows);
}

async function withKept(tx: Tx, orgId: string, rows: readonly BundleRow[]): Promise<Bundle[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const kept = await tx
    .select({ id: bundlePieceTable.bundleId })
    .from(bundlePieceTable)
    .where(
      and(eq(bundlePieceTable.orgId, orgId), eq(bundlePieceTable.place, 0), inArray(bundlePieceTable.bundleId, ids)),
    );
  const still = new Set(kept.map((one) => one.id));
  return rows.map(({ orgId: _org, manifest: _manifest, askedAt, madeAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    madeAt: madeAt?.toISOString() ?? null,
    kept: still.has(row.id),
  }));
}

/** Keeps the file, and which contacts it quotes: with one of them it goes. */
export async function keepFile(
  tx: Tx,
  orgId: string,
  bundleId: string,
  file: Uint8Array,
  contacts: readonly string[],
): Promise<void> {
  for (let place = 0; place * piece < file.length; place += 1) {
    const bytes = file.subarray(place * piece, (place + 1) * piece);
    await tx.insert(bundlePieceTable).values({ orgId, bundleId, place, bytes: Buffer.from(bytes) });
  }
  await insertMany(
    tx,
    bundleContactTable,
    contacts.map((contactId) => ({ orgId, bundleId, contactId })),
  );
}

/** The file whole, or null where it is kept no more. */
export async function fileOf(tx: Tx, orgId: string, bundleId: string): Promise<Uint8Array | null> {
  const rows = await tx
    .select({ bytes: bundlePieceTable.bytes })
    .from(bundlePieceTable)
    .where(and(eq(bundlePieceTable.orgId, orgId), eq(bundlePieceTable.bundleId, bundleId)))
    .orderBy(asc(bundlePieceTable.place));
  return rows.length === 0 ? null : new Uint8Array(Buffer.concat(rows.map((row) => row.bytes)));
}

export async function dropFile(tx: Tx, orgId: string, bundleId: string): Promise<void> {
  for (const table of [bundlePieceTable, bundleContactTable])
    await tx.delete(table).where(and(eq(table.orgId, orgId), eq(table.bundleId, bundleId)));
}

/** Whether a legal hold stands over a contact that the file quotes. */
export async function quotesHeld(tx: Tx, orgId: string, bundleId: string): Promise<boolean> {
  const held = await tx
    .select({ id: bundleContactTable.contactId })
    .from(bundleContactTable)
    .where(
      and(
        eq(bundleContactTable.orgId, orgId),
        eq(bundleContactTable.bundleId, bundleId),
        sql`exists (select from contact c where c.org_id = ${orgId} and c.id = ${bundleContactTable.contactId}
          and customary_contact_held(c.org_id, c.id, c.site_id, c.started_at, c.started_local, c.customer_hash))`,
      ),
    )
    .limit(1);
  return held.length > 0;
}
