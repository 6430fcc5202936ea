// Rows of how long contacts are kept, and of what was erased.
import { and, desc, eq, sql } from 'drizzle-orm';
import { present } from '../../kernel/present.ts';
import type { Tx } from '../../platform/db/work.ts';
import type { Erasure } from './erasing.core.ts';
import { erasureTable, retentionTable } from './erasing.table.ts';

/** What was set last; null where nothing ever was. */
export async function retentionOf(tx: Tx, orgId: string) {
  const [row] = await tx
    .select()
    .from(retentionTable)
    .where(eq(retentionTable.orgId, orgId))
    .orderBy(desc(retentionTable.setAt), desc(retentionTable.id))
    .limit(1);
  return row ?? null;
}

export async function writeRetention(tx: Tx, row: typeof retentionTable.$inferInsert): Promise<void> {
  await tx.insert(retentionTable).values(row);
}

export async function beginErasure(tx: Tx, row: Omit<typeof erasureTable.$inferInsert, 'contacts' | 'held'>) {
  await tx.insert(erasureTable).values({ ...row, contacts: 0, held: 0 });
}

export async function addToErasure(tx: Tx, orgId: string, id: string, contacts: number): Promise<void> {
  await tx
    .update(erasureTable)
    .set({ contacts: sql`${erasureTable.contacts} + ${contacts}` })
    .where(and(eq(erasureTable.orgId, orgId), eq(erasureTable.id, id)));
}

export async function endErasure(tx: Tx, orgId: string, id: string, held: number, endedAt: Date): Promise<Erasure> {
  const [row] = await tx
    .update(erasureTable)
    .set({ held, endedAt })
    .where(and(eq(erasureTable.orgId, orgId), eq(erasureTable.id, id)))
    .returning();
  return toErasure(row!);
}

/** Newest first. */
export async function lastErasures(tx: Tx, orgId: string, limit: number): Promise<Erasure[]> {
  const rows = await tx
    .select()
    .from(erasureTable)
    .where(eq(erasureTable.orgId, orgId))
    .orderBy(desc(erasureTable.beganAt), desc(erasureTable.id))
    .limit(limit);
  return rows.map(toErasure);
}

function toErasure(row: typeof erasureTable.$inferSelect): Erasure {
  const { id, why, beganAt, beganBy, contacts, held } = row;
  return {
    id,
    why,
    beganAt: beganAt.toISOString(),
    beganBy,
    contacts,
    held,
    ...present({ before: row.beforeDay, endedAt: row.endedAt?.toISOString() ?? null }),
  };
}
