// Rows of tasks that something else than a plan asked for.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Work } from '../platform/db/work.ts';
import { reviewTaskTable, type ReviewTaskRow } from './review.table.ts';

export async function tasksOfSource({ tx, actor }: Work, sourceId: string): Promise<ReviewTaskRow[]> {
  return tx
    .select()
    .from(reviewTaskTable)
    .where(and(eq(reviewTaskTable.orgId, actor.orgId), eq(reviewTaskTable.sourceId, sourceId)))
    .orderBy(asc(reviewTaskTable.contactId), asc(reviewTaskTable.id));
}

export async function endTasksOfSource({ tx, actor, now }: Work, sourceId: string): Promise<void> {
  await tx
    .update(reviewTaskTable)
    .set({ endedAt: new Date(now) })
    .where(
      and(
        eq(reviewTaskTable.orgId, actor.orgId),
        eq(reviewTaskTable.sourceId, sourceId),
        isNull(reviewTaskTable.doneAt),
        isNull(reviewTaskTable.endedAt),
      ),
    );
}
