// What one import wrote, found and taken out again: contact versions, their keys, facts, rejects, the import itself.
import { and, asc, count, desc, eq, exists, gt, inArray, or, sql } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactFactTable, contactKeyTable, contactTable, importTable, rejectTable } from './contact.table.ts';

/** The import begun last that brought contacts or facts; null where none did. */
export async function lastBringing(tx: Tx, orgId: string): Promise<string | null> {
  const contacts = tx
    .select({ id: contactTable.id })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), eq(contactTable.importId, importTable.id)));
  const facts = tx
    .select({ key: contactFactTable.keyHash })
    .from(contactFactTable)
    .where(and(eq(contactFactTable.orgId, orgId), eq(contactFactTable.importId, importTable.id)));
  const [row] = await tx
    .select({ id: importTable.id })
    .from(importTable)
    .where(and(eq(importTable.orgId, orgId), or(exists(contacts), exists(facts))))
    .orderBy(desc(importTable.startedAt), desc(importTable.id))
    .limit(1);
  return row?.id ?? null;
}

/** How many contacts and facts of an import are held; contacts of several versions count once. */
export async function heldOf(tx: Tx, orgId: string, importId: string): Promise<{ contacts: number; facts: number }> {
  const [contacts] = await tx
    .select({ number: sql<number>`count(distinct ${contactTable.id})`.mapWith(Number) })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), eq(contactTable.importId, importId)));
  const [facts] = await tx
    .select({ number: count() })
    .from(contactFactTable)
    .where(and(eq(contactFactTable.orgId, orgId), eq(contactFactTable.importId, importId)));
  return { contacts: contacts?.number ?? 0, facts: facts?.number ?? 0 };
}

/** Contact versions that an import wrote, all versions of a contact together, of at most `limit` contacts after an id. */
export async function versionsOf(tx: Tx, orgId: string, importId: string, after: string, limit: number) {
  const written = and(eq(contactTable.orgId, orgId), eq(contactTable.importId, importId), gt(contactTable.id, after));
  const ids = tx
    .selectDistinct({ id: contactTable.id })
    .from(contactTable)
    .where(written)
    .orderBy(asc(contactTable.id))
    .limit(limit);
  return tx
    .select({ id: contactTable.id, version: contactTable.version })
    .from(contactTable)
    .where(and(written, inArray(contactTable.id, ids)))
    .orderBy(asc(contactTable.id), asc(contactTable.version));
}

/**
 * Takes the import's versions of these contacts out. Of what remains of a contact the newest version is the latest again;
 * where nothing remains its keys go as well. Returns how many contacts remain.
 */
export async function dropVersions(tx: Tx, orgId: string, importId: string, ids: readonly string[]): Promise<number> {
  const here = and(eq(contactTable.orgId, orgId), inArray(contactTable.id, [...ids]));
  await tx.delete(contactTable).where(and(here, eq(contactTable.importId, importId)));
  const left = await tx
    .select({ id: contactTable.id, version: sql<number>`max(${contactTable.version})`.mapWith(Number) })
    .from(contactTable)
    .where(here)
    .groupBy(contactTable.id);
  for (const { id, version } of left) {
    await tx
      .update(contactTable)
      .set({ latest: true })
      .where(and(eq(contactTable.orgId, orgId), eq(contactTable.id, id), eq(contactTable.version, version)));
  }
  const remains = new Set(left.map((one) => one.id));
  const gone = ids.filter((id) => !remains.has(id));
  if (gone.length > 0)
    await tx
      .delete(contactKeyTable)
      .where(and(eq(contactKeyTable.orgId, orgId), inArray(contactKeyTable.contactId, gone)));
  return left.length;
}

/** Takes out what else hangs on the import, and the import. Its contacts must be gone before. */
export async function dropImport(tx: Tx, orgId: string, importId: string): Promise<void> {
  for (const table of [contactFactTable, rejectTable])
    await tx.delete(table).where(and(eq(table.orgId, orgId), eq(table.importId, importId)));
  await tx.delete(importTable).where(and(eq(importTable.orgId, orgId), eq(importTable.id, importId)));
}
