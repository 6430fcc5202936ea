// The kept money report's row, and the misses that a policy is found to lead.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { Rung } from '../finding.core.ts';
import { answersOf } from '../finding.store.ts';
import { diagnosisTable, findingTable } from '../finding.table.ts';
import { keptIn } from '../kept-report.store.ts';
import { moneyReportTable } from './money.table.ts';

export const moneyReports = keptIn(moneyReportTable);

/** Findings of the last finished run whose strongest cause is policy, with their rungs. */
export async function ledByPolicy(
  tx: Tx,
  orgId: string,
): Promise<{ contact: string; standard: string; rungs: readonly Rung[] }[]> {
  const { contact, standard, run, rungIds } = findingTable;
  const rows = await tx
    .select({ contact, standard, run, rungIds })
    .from(findingTable)
    .innerJoin(diagnosisTable, and(eq(diagnosisTable.orgId, orgId), eq(diagnosisTable.run, findingTable.run)))
    .where(and(eq(findingTable.orgId, orgId), sql`${findingTable.leading}->>0 = 'policy'`))
    .orderBy(findingTable.id);
  const answers = await answersOf(
    tx,
    orgId,
    rows[0]?.run ?? '',
    rows.flatMap((row) => row.rungIds),
  );
  return rows.map((row) => ({
    contact: row.contact,
    standard: row.standard,
    rungs: row.rungIds.map((id) => answers.get(id)!),
  }));
}
