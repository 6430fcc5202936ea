// How contacts ended and whose they were, without a word of them: one light row each.
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactTable } from './contact.table.ts';

/** Latest versions in order of id. */
export async function endRows(tx: Tx, orgId: string) {
  const { id, outcome, outcomeStated, customerHash, startedAt, startedLocal } = contactTable;
  return tx
    .select({ id, outcome, outcomeStated, customerHash, startedAt, startedLocal })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest))
    .orderBy(asc(id));
}
