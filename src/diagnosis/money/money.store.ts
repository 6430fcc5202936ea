// The row of the last money report, written over by the next; and the misses that a policy is found to lead.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { Rung } from '../finding.core.ts';
import { answersOf } from '../finding.store.ts';
import { diagnosisTable, findingTable } from '../finding.table.ts';
import type { KeptMoney } from './money-report.core.ts';
import { moneyReportTable } from './money.table.ts';

export async function writeMoney(tx: Tx, orgId: string, kept: KeptMoney): Promise<void> {
  await tx
    .insert(moneyReportTable)
    .values({ orgId, ...kept })
    .onConflictDoUpdate({ target: moneyReportTable.orgId, set: { ...kept } });
}

export async function keptMoney(tx: Tx, orgId: string): Promise<KeptMoney | null> {
  const [row] = await tx.select().from(moneyReportTable).where(eq(moneyReportTable.orgId, orgId));
  return row ? { readFrom: row.readFrom, madeAt: new Date(row.madeAt).toISOString(), report: row.report } : null;
}

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
