// The versions of contacts, and the imports that brought them.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactTable, importTable } from './contact.table.ts';

/** In order; the label is null where the import may not be seen. */
export async function versionsOfContacts(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx
    .select({
      id: contactTable.id,
      version: contactTable.version,
      import: contactTable.importId,
      label: importTable.label,
      startedAt: importTable.startedAt,
    })
    .from(contactTable)
    .leftJoin(importTable, and(eq(importTable.orgId, orgId), eq(importTable.id, contactTable.importId)))
    .where(and(eq(contactTable.orgId, orgId), inArray(contactTable.id, [...ids])))
    .orderBy(asc(contactTable.version));
}
