// All marks of some contacts taken out, in every version of contact and standard, with what people had
// marked of them before.
import { and, eq } from 'drizzle-orm';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Tx } from '../../platform/db/work.ts';
import { markingTable, markTable } from '../marking.table.ts';
import { pastMarkTable } from '../past-mark.table.ts';

export async function markIdsOf(tx: Tx, orgId: string, contacts: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: markTable.id })
    .from(markTable)
    .where(and(eq(markTable.orgId, orgId), anyOf(markTable.contactId, contacts)));
  return rows.map((row) => row.id);
}

/** @param keys digests of names that go with the contacts */
export async function dropAllMarks(
  tx: Tx,
  orgId: string,
  contacts: readonly string[],
  keys: readonly string[],
): Promise<void> {
  for (const table of [markTable, markingTable])
    await tx.delete(table).where(and(eq(table.orgId, orgId), anyOf(table.contactId, contacts)));
  await tx.delete(pastMarkTable).where(and(eq(pastMarkTable.orgId, orgId), anyOf(pastMarkTable.keyHash, keys)));
}
