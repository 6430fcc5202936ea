// Rows of searches kept by a name, each person's own.
import { and, asc, count, eq } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import { savedViewTable } from './search.table.ts';

export async function viewsOf(tx: Tx, orgId: string, person: string) {
  return tx
    .select()
    .from(savedViewTable)
    .where(and(eq(savedViewTable.orgId, orgId), eq(savedViewTable.person, person)))
    .orderBy(asc(savedViewTable.name));
}

export async function countViews(tx: Tx, orgId: string, person: string): Promise<number> {
  const [row] = await tx
    .select({ number: count() })
    .from(savedViewTable)
    .where(and(eq(savedViewTable.orgId, orgId), eq(savedViewTable.person, person)));
  return row?.number ?? 0;
}

/** Keeps it in the place of one of the same name. */
export async function writeView(tx: Tx, row: typeof savedViewTable.$inferInsert): Promise<void> {
  const { orgId, person, of, name } = row;
  await tx
    .delete(savedViewTable)
    .where(
      and(
        eq(savedViewTable.orgId, orgId),
        eq(savedViewTable.person, person),
        eq(savedViewTable.of, of),
        eq(savedViewTable.name, name),
      ),
    );
  await tx.insert(savedViewTable).values(row);
}

/** Whether there was one of that id that is the person's. */
export async function deleteView(tx: Tx, orgId: string, person: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(savedViewTable)
    .where(and(eq(savedViewTable.orgId, orgId), eq(savedViewTable.person, person), eq(savedViewTable.id, id)))
    .returning({ id: savedViewTable.id });
  return gone.length > 0;
}
