// Rows of learned models.
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { learnedModelTable } from './learning.table.ts';
import type { ModelDocument } from './model-file.core.ts';

/** Keeps a model; the same one twice is one row. */
export async function writeModel(tx: Tx, row: typeof learnedModelTable.$inferInsert): Promise<void> {
  await tx.insert(learnedModelTable).values(row).onConflictDoNothing();
}

/** The newest model of a purpose; null where there is none. */
export async function newestModel(
  tx: Tx,
  orgId: string,
  purpose: ModelDocument['purpose'],
): Promise<{ id: string; document: ModelDocument } | null> {
  const [row] = await tx
    .select({ id: learnedModelTable.id, document: learnedModelTable.document })
    .from(learnedModelTable)
    .where(and(eq(learnedModelTable.orgId, orgId), eq(learnedModelTable.purpose, purpose)))
    .orderBy(desc(learnedModelTable.madeAt), desc(learnedModelTable.id))
    .limit(1);
  return row ?? null;
}

/** Takes out every model of a purpose. @returns their ids */
export async function dropModels(tx: Tx, orgId: string, purpose: ModelDocument['purpose']): Promise<string[]> {
  const rows = await tx
    .delete(learnedModelTable)
    .where(and(eq(learnedModelTable.orgId, orgId), eq(learnedModelTable.purpose, purpose)))
    .returning({ id: learnedModelTable.id });
  return rows.map((row) => row.id).toSorted();
}
