// Reads and writes mappings kept by a name.
import { asc, eq } from 'drizzle-orm';
import type { Work } from '../platform/db/work.ts';
import type { ShopMapping } from './shop-mapping.core.ts';
import { shopMappingTable } from './shop-mapping.table.ts';

export async function mappingsOf({ tx, actor }: Work): Promise<{ name: string; columns: ShopMapping }[]> {
  const { name, columns } = shopMappingTable;
  return tx
    .select({ name, columns })
    .from(shopMappingTable)
    .where(eq(shopMappingTable.orgId, actor.orgId))
    .orderBy(asc(name));
}

/** Written over where the name is there. */
export async function writeMapping({ tx, actor, now }: Work, name: string, columns: ShopMapping): Promise<void> {
  const set = { columns, keptAt: new Date(now) };
  await tx
    .insert(shopMappingTable)
    .values({ orgId: actor.orgId, name, ...set })
    .onConflictDoUpdate({ target: [shopMappingTable.orgId, shopMappingTable.name], set });
}
