// Rows of what reviewers write: drafts as they go, marks once sent, and blind sets that close.
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { markTable, standardVersionTable } from '../marking/marking.table.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Work } from '../platform/db/work.ts';
import type { Standard } from '../standards/standard.core.ts';
import type { DraftMark } from './draft-mark.core.ts';
import {
  reviewBlindTable,
  reviewDraftTable,
  reviewMarkTable,
  reviewTaskTable,
  type ReviewTaskRow,
} from './review.table.ts';
import type { StandardAsked } from './task.core.ts';

export type DraftRow = typeof reviewDraftTable.$inferSelect;

/** Their own draft of a task. */
export async function ownDraft({ tx, actor }: Work, taskId: string): Promise<DraftRow | null> {
  const [row] = await tx
    .select()
    .from(reviewDraftTable)
    .where(
      and(
        eq(reviewDraftTable.orgId, actor.orgId),
        eq(reviewDraftTable.taskId, taskId),
        eq(reviewDraftTable.reviewer, actor.id),
      ),
    );
  return row ?? null;
}

export async function writeDraft(
  { tx, actor, now }: Work,
  taskId: string,
  draft: { readonly marks: readonly DraftMark[]; readonly seconds: number; readonly revision: number },
): Promise<void> {
  const set = { ...draft, keptAt: new Date(now) };
  await tx
    .insert(reviewDraftTable)
    .values({ orgId: actor.orgId, taskId, reviewer: actor.id, ...set })
    .onConflictDoUpdate({ target: [reviewDraftTable.orgId, reviewDraftTable.taskId, reviewDraftTable.reviewer], set });
}

/** What they wrote of the other task of the same contact, which they gave back, goes on in this one. */
export async function bringDraft({ tx, actor }: Work, { id, blindId }: ReviewTaskRow): Promise<void> {
  if (blindId === null) return;
  await tx.execute(sql`
    update review_draft d set task_id = ${id}
    from review_task o
    where d.org_id = ${actor.orgId} and d.reviewer = ${actor.id} and o.org_id = d.org_id and o.id = d.task_id
      and o.blind_id = ${blindId} and o.id <> ${id} and o.purpose in ('plan', 'second')
      and not exists (select from review_draft own where own.org_id = d.org_id and own.task_id = ${id} and own.reviewer = d.reviewer)`);
}

export async function dropDraft({ tx, actor }: Work, taskId: string): Promise<void> {
  await tx
    .delete(reviewDraftTable)
    .where(
      and(
        eq(reviewDraftTable.orgId, actor.orgId),
        eq(reviewDraftTable.taskId, taskId),
        eq(reviewDraftTable.reviewer, actor.id),
      ),
    );
}

export async function writeMarks({ tx }: Work, rows: readonly (typeof reviewMarkTable.$inferInsert)[]): Promise<void> {
  await insertMany(tx, reviewMarkTable, rows);
}

/** Marks of some tasks, seen or not: whoever calls says who may see them. */
export async function marksOfTasks({ tx, actor }: Work, tasks: readonly string[]) {
  if (tasks.length === 0) return [];
  return tx
    .select()
    .from(reviewMarkTable)
    .where(and(eq(reviewMarkTable.orgId, actor.orgId), inArray(reviewMarkTable.taskId, [...tasks])))
    .orderBy(asc(reviewMarkTable.taskId), asc(reviewMarkTable.standard));
}

/** A blind set, kept from others until the work ends: of two who send at once the second finds the first. */
export async function lockSet({ tx, actor }: Work, id: string) {
  const [row] = await tx
    .select()
    .from(reviewBlindTable)
    .where(and(eq(reviewBlindTable.orgId, actor.orgId), eq(reviewBlindTable.id, id)))
    .for('update');
  return row ?? null;
}

/** The set's tasks but for whoever decides between them. */
export async function tasksOfSet({ tx, actor }: Work, id: string): Promise<ReviewTaskRow[]> {
  return tx
    .select()
    .from(reviewTaskTable)
    .where(
      and(
        eq(reviewTaskTable.orgId, actor.orgId),
        eq(reviewTaskTable.blindId, id),
        ne(reviewTaskTable.purpose, 'adjudication'),
        isNull(reviewTaskTable.endedAt),
      ),
    )
    .orderBy(asc(reviewTaskTable.id));
}

export async function closeSets({ tx, actor, now }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(reviewBlindTable)
    .set({ closedAt: new Date(now) })
    .where(
      and(
        eq(reviewBlindTable.orgId, actor.orgId),
        inArray(reviewBlindTable.id, [...ids]),
        isNull(reviewBlindTable.closedAt),
      ),
    );
}

/** What the standards that a task asks said in the versions that it asks them in. */
export async function statedOf({ tx, actor }: Work, asked: readonly StandardAsked[]): Promise<Map<string, Standard>> {
  if (asked.length === 0) return new Map();
  const rows = await tx
    .select({ stated: standardVersionTable.stated })
    .from(standardVersionTable)
    .where(
      and(
        eq(standardVersionTable.orgId, actor.orgId),
        inArray(
          standardVersionTable.version,
          asked.map((one) => one.version),
        ),
      ),
    );
  return new Map(rows.map(({ stated }) => [stated.id, stated]));
}

/** What machines said in one version of a contact, by the versions that were asked. */
export async function machineSaid({ tx, actor }: Work, task: ReviewTaskRow) {
  const { standard, verdict, marker, confidence, evidence, why } = markTable;
  return tx
    .select({ standard, verdict, marker, confidence, evidence, why })
    .from(markTable)
    .where(
      and(
        eq(markTable.orgId, actor.orgId),
        eq(markTable.contactId, task.contactId),
        eq(markTable.contactVersion, task.contactVersion),
        inArray(
          markTable.standardVersion,
          task.standards.map((one) => one.version),
        ),
      ),
    )
    .orderBy(asc(standard));
}
