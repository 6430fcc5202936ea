// Rows of contacts kept where they are while something is written about them, or taken out in an order that all keep to.
import { and, asc, eq } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import { contactTable } from './contact.table.ts';

/**
 * Which of these contacts' versions are there, locked until the transaction ends; whoever locks some of them already is waited for.
 * @param to `write` about them: nobody takes them out meanwhile; `take out`: nobody writes about them meanwhile
 */
export async function lockedVersions(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  to: 'write' | 'take out',
): Promise<readonly { id: string; version: number }[]> {
  const { id, version } = contactTable;
  return (
    tx
      .select({ id, version })
      .from(contactTable)
      .where(and(eq(contactTable.orgId, orgId), anyOf(id, ids)))
      // All lock in one order, so that no two wait for each other.
      .orderBy(asc(id), asc(version))
      .for(to === 'write' ? 'no key update' : 'update')
  );
}
