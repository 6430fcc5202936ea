// Marks and markings taken out; only where their contacts go as well.
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { markTable, markingTable } from './marking.table.ts';

export async function dropMarks(
  tx: Tx,
  orgId: string,
  contacts: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  // Few contacts have more than one version: a statement a version number, not one a contact.
  for (const [version, same] of Map.groupBy(contacts, (one) => one.version)) {
    const ids = same.map((one) => one.id);
    for (const table of [markTable, markingTable])
      await tx
        .delete(table)
        .where(and(eq(table.orgId, orgId), inArray(table.contactId, ids), eq(table.contactVersion, version)));
  }
}
