// The row of the last causes report: written over by the next.
import { eq } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { KeptReport } from './causes-report.core.ts';
import { causesReportTable } from './causes.table.ts';

export async function writeReport(tx: Tx, orgId: string, kept: KeptReport): Promise<void> {
  await tx
    .insert(causesReportTable)
    .values({ orgId, ...kept })
    .onConflictDoUpdate({ target: causesReportTable.orgId, set: { ...kept } });
}

export async function keptReport(tx: Tx, orgId: string): Promise<KeptReport | null> {
  const [row] = await tx.select().from(causesReportTable).where(eq(causesReportTable.orgId, orgId));
  return row ? { readFrom: row.readFrom, madeAt: new Date(row.madeAt).toISOString(), report: row.report } : null;
}
