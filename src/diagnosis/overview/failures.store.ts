// Failures of the run that counts, narrowed by leading cause, standard and site, in order of finding, a page at a time.
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { Cause, Standing } from '../finding.core.ts';
import { diagnosisTable, findingTable } from '../finding.table.ts';

export interface FailuresAsked {
  readonly cause?: Cause | undefined;
  readonly standard?: string | undefined;
  readonly site?: string | undefined;
}

export interface FailureRow {
  readonly id: string;
  readonly mark: string;
  readonly contact: string;
  readonly leading: readonly Cause[];
  readonly standing: Standing;
}

/** At most `limit` failures after the finding of the id `after`. */
export async function failuresAfter(
  tx: Tx,
  orgId: string,
  { cause, standard, site }: FailuresAsked,
  after: string,
  limit: number,
): Promise<FailureRow[]> {
  return tx
    .select({
      id: findingTable.id,
      mark: findingTable.mark,
      contact: findingTable.contact,
      leading: findingTable.leading,
      standing: findingTable.standing,
    })
    .from(findingTable)
    .innerJoin(diagnosisTable, and(eq(diagnosisTable.orgId, orgId), eq(diagnosisTable.run, findingTable.run)))
    .where(
      and(
        eq(findingTable.orgId, orgId),
        gt(findingTable.id, after),
        cause === undefined ? undefined : sql`${findingTable.leading} ->> 0 = ${cause}`,
        standard === undefined ? undefined : eq(findingTable.standard, standard),
        site === undefined ? undefined : eq(findingTable.site, site),
      ),
    )
    .orderBy(asc(findingTable.id))
    .limit(limit);
}
