// The row of what was last told of all fixes, written over by the next.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { fixesToldTable } from './fixes-told.table.ts';

/** What was told, where it was from the same; else undefined. */
export async function toldBefore(tx: Tx, orgId: string, toldFrom: string): Promise<unknown> {
  const [row] = await tx
    .select({ told: fixesToldTable.told })
    .from(fixesToldTable)
    .where(and(eq(fixesToldTable.orgId, orgId), eq(fixesToldTable.toldFrom, toldFrom)));
  return row?.told;
}

export async function writeTold(tx: Tx, orgId: string, toldFrom: string, told: unknown): Promise<void> {
  await tx
    .insert(fixesToldTable)
    .values({ orgId, toldFrom, told })
    .onConflictDoUpdate({ target: fixesToldTable.orgId, set: { toldFrom, told } });
}
