// Reads and writes mappings kept by the head of a file, and counts which contacts of an export are here.
import { and, eq, sql } from 'drizzle-orm';
import { contactKeyTable } from '../../contacts/contact.table.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import type { MarkMapping } from './mark-mapping.core.ts';
import { markMappingTable } from './mark-mapping.table.ts';

export async function mappingOf({ tx, actor }: Work, head: string): Promise<MarkMapping | null> {
  const { orgId, head: key, mapping } = markMappingTable;
  const [row] = await tx
    .select({ mapping })
    .from(markMappingTable)
    .where(and(eq(orgId, actor.orgId), eq(key, head)));
  return row?.mapping ?? null;
}

/** Written over where there is one. */
export async function writeMapping({ tx, actor, now }: Work, head: string, mapping: MarkMapping): Promise<void> {
  const set = { mapping, keptAt: new Date(now) };
  await tx
    .insert(markMappingTable)
    .values({ orgId: actor.orgId, head, ...set })
    .onConflictDoUpdate({ target: [markMappingTable.orgId, markMappingTable.head], set });
}

/** How many of some keys name a contact that is here. */
export async function keysHere({ tx, actor }: Work, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const [row] = await tx
    .select({ count: sql<number>`count(distinct ${contactKeyTable.keyHash})::int` })
    .from(contactKeyTable)
    .where(and(eq(contactKeyTable.orgId, actor.orgId), anyOf(contactKeyTable.keyHash, keys)));
  return row?.count ?? 0;
}
