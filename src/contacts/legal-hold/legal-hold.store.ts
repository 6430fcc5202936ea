// Rows of legal holds, and which contacts they hold. The database's own function decides, the one that guards the rows.
import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '../../platform/db/work.ts';
import { contactTable } from '../contact.table.ts';
import { legalHoldTable } from './legal-hold.table.ts';

export type HoldRow = typeof legalHoldTable.$inferSelect;

/** Whether a legal hold stands over the contact of a row; `by`: that hold alone. */
export function heldIn(contact: Readonly<Record<HeldBy, AnyPgColumn>>, by: string | null = null): SQL<boolean> {
  return sql`customary_contact_held(${contact.orgId}, ${contact.id}, ${contact.siteId},
    ${contact.startedAt}, ${contact.startedLocal}, ${contact.customerHash}, ${by}::text)`;
}

type HeldBy = 'orgId' | 'id' | 'siteId' | 'startedAt' | 'startedLocal' | 'customerHash';

export async function writeHold(tx: Tx, row: typeof legalHoldTable.$inferInsert): Promise<void> {
  await tx.insert(legalHoldTable).values(row);
}

/** Whether it stood until now, and stands no more. */
export async function releaseHold(
  tx: Tx,
  orgId: string,
  id: string,
  release: { readonly releasedAt: Date; readonly releasedBy: string; readonly releaseSays: string },
): Promise<boolean> {
  const released = await tx
    .update(legalHoldTable)
    .set(release)
    .where(and(eq(legalHoldTable.orgId, orgId), eq(legalHoldTable.id, id), isNull(legalHoldTable.releasedAt)))
    .returning({ id: legalHoldTable.id });
  return released.length > 0;
}

export async function holdById(tx: Tx, orgId: string, id: string): Promise<HoldRow | null> {
  const [row] = await tx
    .select()
    .from(legalHoldTable)
    .where(and(eq(legalHoldTable.orgId, orgId), eq(legalHoldTable.id, id)));
  return row ?? null;
}

/** Newest first. */
export async function allHolds(tx: Tx, orgId: string): Promise<HoldRow[]> {
  return tx
    .select()
    .from(legalHoldTable)
    .where(eq(legalHoldTable.orgId, orgId))
    .orderBy(desc(legalHoldTable.placedAt), desc(legalHoldTable.id));
}

/** Whether any stands: where none does, no contact need be asked. */
export async function anyHold(tx: Tx, orgId: string): Promise<boolean> {
  const found = await tx
    .select({ id: legalHoldTable.id })
    .from(legalHoldTable)
    .where(and(eq(legalHoldTable.orgId, orgId), isNull(legalHoldTable.releasedAt)))
    .limit(1);
  return found.length > 0;
}

/** How many contacts a condition names that are held. */
export async function countHeld(tx: Tx, orgId: string, which: SQL | undefined): Promise<number> {
  if (!(await anyHold(tx, orgId))) return 0;
  return counted(tx, orgId, and(which, heldIn(contactTable)));
}

/** How many contacts of an import are held, whatever their version. */
export async function countHeldOfImport(tx: Tx, orgId: string, importId: string): Promise<number> {
  return countHeld(tx, orgId, eq(contactTable.importId, importId));
}

/** Whether any contact says that it was at the site. */
export async function anyAtSite(tx: Tx, orgId: string, site: string): Promise<boolean> {
  const found = await tx
    .select({ id: contactTable.id })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, eq(contactTable.siteId, site)))
    .limit(1);
  return found.length > 0;
}

/** How many contacts one hold keeps. */
export async function countKeptBy(tx: Tx, orgId: string, hold: string): Promise<number> {
  return counted(tx, orgId, heldIn(contactTable, hold));
}

async function counted(tx: Tx, orgId: string, which: SQL | undefined): Promise<number> {
  const [row] = await tx
    .select({ number: sql<number>`count(distinct ${contactTable.id})`.mapWith(Number) })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), which));
  return row?.number ?? 0;
}

/** How many rows of the record one hold keeps beside contacts. */
export async function countRowsKeptBy(tx: Tx, orgId: string, hold: string): Promise<number> {
  const found = await tx.execute(sql`select customary_rows_kept(${orgId}, ${hold}) as number`);
  return Number((found as unknown as Found<{ number: string }>).rows[0]?.number ?? 0);
}

/** The id of a letter that is out, by its id or its number. */
export async function letterNamed(tx: Tx, orgId: string, named: string): Promise<string | null> {
  const found = await tx.execute(
    sql`select id from letter where org_id = ${orgId} and number is not null and (id = ${named} or number::text = ${named}) limit 1`,
  );
  return (found as unknown as Found<{ id: string }>).rows[0]?.id ?? null;
}

interface Found<T> {
  readonly rows: readonly T[];
}
