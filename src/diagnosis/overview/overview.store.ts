// The kept overview's row.
import { eq } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import { keptIn } from '../kept-report.store.ts';
import { overviewReportTable } from './overview.table.ts';

export const overviews = keptIn(overviewReportTable);

export async function dropOverview(tx: Tx, orgId: string): Promise<void> {
  await tx.delete(overviewReportTable).where(eq(overviewReportTable.orgId, orgId));
}
