// The versions of a contact, and the imports that brought them.
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactTable, importTable } from './contact.table.ts';

/** In order; the label is null where the import may not be seen. */
export async function versionsOfContact(tx: Tx, orgId: string, id: string) {
  return tx
    .select({
      version: contactTable.version,
      import: contactTable.importId,
      label: importTable.label,
      startedAt: importTable.startedAt,
    })
    .from(contactTable)
    .leftJoin(importTable, and(eq(importTable.orgId, orgId), eq(importTable.id, contactTable.importId)))
    .where(and(eq(contactTable.orgId, orgId), eq(contactTable.id, id)))
    .orderBy(asc(contactTable.version));
}
