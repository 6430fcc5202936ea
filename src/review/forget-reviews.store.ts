// Rows of reviews of some contacts, taken out with all that hangs on them.
import { and, eq, inArray } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Work } from '../platform/db/work.ts';
import {
  reviewBlindTable,
  reviewDraftTable,
  reviewFrameTable,
  reviewMarkTable,
  reviewSkipTable,
  reviewTaskTable,
} from './review.table.ts';

export async function dropReviewsOf({ tx, actor }: Work, contacts: readonly string[]): Promise<void> {
  const { orgId } = actor;
  const tasks = tx
    .select({ id: reviewTaskTable.id })
    .from(reviewTaskTable)
    .where(and(eq(reviewTaskTable.orgId, orgId), anyOf(reviewTaskTable.contactId, contacts)));
  for (const table of [reviewDraftTable, reviewSkipTable])
    await tx.delete(table).where(and(eq(table.orgId, orgId), inArray(table.taskId, tasks)));
  // Marks before the tasks and sets that they name.
  for (const table of [reviewMarkTable, reviewTaskTable, reviewBlindTable, reviewFrameTable])
    await tx.delete(table).where(and(eq(table.orgId, orgId), anyOf(table.contactId, contacts)));
}
