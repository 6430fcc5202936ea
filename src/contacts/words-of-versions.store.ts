// Turns of contacts as one version of each has them.
import { and, eq } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Turn } from '../standards/encounter.core.ts';
import { contactTable } from './contact.table.ts';

/** Turns of every version of some contacts, by `id version`. */
export async function turnsOfVersions(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, readonly Turn[]>> {
  if (ids.length === 0) return new Map();
  const { id, version, turns } = contactTable;
  const rows = await tx
    .select({ id, version, turns })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), anyOf(id, ids)));
  return new Map(rows.map((row) => [`${row.id} ${row.version}`, row.turns]));
}
