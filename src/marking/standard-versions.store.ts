// The versions of a standard that contacts were ever marked by.
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import type { Standard } from '../standards/standard.core.ts';
import { standardVersionTable } from './marking.table.ts';

export interface VersionSeen {
  readonly version: string;
  readonly seenAt: string;
  readonly stated: Standard;
}

/** Newest first. */
export async function versionsSeen(tx: Tx, orgId: string, standard: string): Promise<VersionSeen[]> {
  const rows = await tx
    .select({
      version: standardVersionTable.version,
      seenAt: standardVersionTable.seenAt,
      stated: standardVersionTable.stated,
    })
    .from(standardVersionTable)
    .where(and(eq(standardVersionTable.orgId, orgId), eq(standardVersionTable.standard, standard)))
    .orderBy(desc(standardVersionTable.seenAt))
    .limit(50);
  return rows.map((row) => ({ ...row, seenAt: new Date(row.seenAt).toISOString() }));
}
