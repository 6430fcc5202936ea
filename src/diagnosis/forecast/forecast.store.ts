// The row of the last forecast: written over by the next.
import { eq } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { KeptForecast } from './forecast-report.core.ts';
import { forecastReportTable } from './forecast.table.ts';

export async function writeForecast(tx: Tx, orgId: string, kept: KeptForecast): Promise<void> {
  await tx
    .insert(forecastReportTable)
    .values({ orgId, ...kept })
    .onConflictDoUpdate({ target: forecastReportTable.orgId, set: { ...kept } });
}

export async function keptForecast(tx: Tx, orgId: string): Promise<KeptForecast | null> {
  const [row] = await tx.select().from(forecastReportTable).where(eq(forecastReportTable.orgId, orgId));
  return row ? { readFrom: row.readFrom, madeAt: new Date(row.madeAt).toISOString(), report: row.report } : null;
}
