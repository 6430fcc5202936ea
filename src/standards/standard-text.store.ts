// Rows of what was written of standards: added, never changed.
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { standardTextTable } from './standard-text.table.ts';

export type StandardText = Omit<typeof standardTextTable.$inferSelect, 'orgId'>;

export async function addText(tx: Tx, orgId: string, row: StandardText): Promise<void> {
  await tx.insert(standardTextTable).values({ ...row, orgId });
}

/** What was written of a standard, newest first. */
export async function textsOf(tx: Tx, orgId: string, standard: string): Promise<StandardText[]> {
  const rows = await tx
    .select()
    .from(standardTextTable)
    .where(and(eq(standardTextTable.orgId, orgId), eq(standardTextTable.standard, standard)))
    .orderBy(desc(standardTextTable.savedAt), desc(standardTextTable.id))
    .limit(100);
  return rows.map((row) => ({ ...row, savedAt: new Date(row.savedAt).toISOString() }));
}
