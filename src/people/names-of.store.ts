// Names of sites and people by id.
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { personTable, siteTable } from './people.table.ts';

/** Names by id, of those that there are. */
export async function namesIn(
  tx: Tx,
  orgId: string,
  of: 'sites' | 'people',
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const table = of === 'sites' ? siteTable : personTable;
  const rows = await tx
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(and(eq(table.orgId, orgId), inArray(table.id, asked)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
