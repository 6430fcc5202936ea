// Who gets each day's checkpoint by mail.
import { asc, eq } from 'drizzle-orm';
import type { Work } from '../db/work.ts';
import { checkpointAddressTable } from './checkpoint.table.ts';

/** Whoever calls has asked who may. */
export async function writeAddresses({ tx, actor, now }: Work, addresses: readonly string[]): Promise<void> {
  await tx.delete(checkpointAddressTable).where(eq(checkpointAddressTable.orgId, actor.orgId));
  const rows = [...new Set(addresses)].map((address) => ({
    orgId: actor.orgId,
    address,
    chosenAt: new Date(now),
    chosenBy: actor.id,
  }));
  if (rows.length > 0) await tx.insert(checkpointAddressTable).values(rows);
}

export async function addressesOf({ tx, actor }: Work): Promise<string[]> {
  const rows = await tx
    .select({ address: checkpointAddressTable.address })
    .from(checkpointAddressTable)
    .where(eq(checkpointAddressTable.orgId, actor.orgId))
    .orderBy(asc(checkpointAddressTable.address));
  return rows.map((row) => row.address);
}
