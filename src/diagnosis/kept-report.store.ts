// The row of a kept report, whichever table it stands in: written over by the next.
import { eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import type { Kept } from './kept-report.core.ts';
import type { KeptReportTable } from './kept-report.table.ts';

export interface KeptReports<Report> {
  readonly read: (tx: Tx, orgId: string) => Promise<Kept<Report> | null>;
  readonly write: (tx: Tx, orgId: string, kept: Kept<Report>) => Promise<void>;
}

export function keptIn<Report>(table: KeptReportTable<Report>): KeptReports<Report> {
  return {
    async read(tx, orgId) {
      const [row] = await tx.select().from(table).where(eq(table.orgId, orgId));
      return row ? { readFrom: row.readFrom, madeAt: new Date(row.madeAt).toISOString(), report: row.report } : null;
    },
    async write(tx, orgId, kept) {
      const row = { orgId, ...kept };
      await tx.insert(table).values(row).onConflictDoUpdate({ target: table.orgId, set: kept });
    },
  };
}
