// Rows of reviews of some contacts, taken out with all that hangs on them.
import { and, eq, inArray, sql } from 'drizzle-orm';
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

/** The same of some versions of contacts alone; a set of which no task is left goes with them. */
export async function dropReviewsOfVersions(
  { tx, actor }: Work,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const { orgId } = actor;
  const gone = sql`(select one.id, one.version from json_to_recordset(${JSON.stringify(versions)}::json) as one(id text, version int))`;
  const tasks = sql`(select t.id from review_task t where t.org_id = ${orgId} and (t.contact_id, t.contact_version) in ${gone})`;
  await tx.execute(sql`delete from review_draft where org_id = ${orgId} and task_id in ${tasks}`);
  await tx.execute(sql`delete from review_skip where org_id = ${orgId} and task_id in ${tasks}`);
  await tx.execute(sql`delete from review_mark where org_id = ${orgId} and task_id in ${tasks}`);
  await tx.execute(sql`delete from review_task where org_id = ${orgId} and (contact_id, contact_version) in ${gone}`);
  await tx.execute(sql`delete from review_frame where org_id = ${orgId} and (contact_id, contact_version) in ${gone}`);
  await tx.execute(sql`delete from review_blind b where b.org_id = ${orgId} and b.contact_id in (select id from ${gone} g)
    and not exists (select from review_task t where t.org_id = ${orgId} and t.blind_id = b.id)`);
}
