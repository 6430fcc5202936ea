// When the failures of each standard, site and leading cause of the run that counts were: the first and last of them.
import { and, eq, sql } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import type { Tx } from '../../platform/db/work.ts';
import type { Cause } from '../finding.core.ts';
import { diagnosisTable, findingTable } from '../finding.table.ts';

/** Times as they are kept: an instant, or the site's own clock where the source gave no zone. */
export interface StoredSpan {
  readonly standard: string;
  readonly site: string;
  readonly cause: Cause;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly firstLocal: string | null;
  readonly lastLocal: string | null;
}

export async function spansOfFindings(tx: Tx, orgId: string): Promise<StoredSpan[]> {
  const instant = sql`case when ${contactTable.startedLocal} is null then ${contactTable.startedAt} end`;
  return tx
    .select({
      standard: findingTable.standard,
      site: sql<string>`coalesce(${findingTable.site}, '')`,
      cause: sql<Cause>`${findingTable.leading} ->> 0`,
      firstAt: sql<string | null>`min(${instant})::text`,
      lastAt: sql<string | null>`max(${instant})::text`,
      firstLocal: sql<string | null>`left(min(${contactTable.startedLocal}), 10)`,
      lastLocal: sql<string | null>`left(max(${contactTable.startedLocal}), 10)`,
    })
    .from(findingTable)
    .innerJoin(diagnosisTable, and(eq(diagnosisTable.orgId, orgId), eq(diagnosisTable.run, findingTable.run)))
    .innerJoin(
      contactTable,
      and(eq(contactTable.orgId, orgId), eq(contactTable.id, findingTable.contact), contactTable.latest),
    )
    .where(and(eq(findingTable.orgId, orgId), sql`${findingTable.leading} ->> 0 is not null`))
    .groupBy(sql`1, 2, 3`)
    .orderBy(sql`1, 2, 3`);
}
