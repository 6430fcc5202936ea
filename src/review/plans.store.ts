// Rows of sampling plans and of their draws, with how far each has come.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { reviewDrawTable, reviewPlanTable, reviewTaskTable } from './review.table.ts';

export type PlanRow = typeof reviewPlanTable.$inferSelect;
export type DrawRow = typeof reviewDrawTable.$inferSelect;

export async function writePlan({ tx }: Work, row: typeof reviewPlanTable.$inferInsert): Promise<void> {
  await tx.insert(reviewPlanTable).values(row);
}

export async function changePlanRow(
  { tx, actor }: Work,
  id: string,
  set: Partial<typeof reviewPlanTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(reviewPlanTable)
    .set(set)
    .where(and(eq(reviewPlanTable.orgId, actor.orgId), eq(reviewPlanTable.id, id)));
}

/** Those that run first, then by name. */
export async function plansOf({ tx, actor }: Work): Promise<PlanRow[]> {
  return tx
    .select()
    .from(reviewPlanTable)
    .where(eq(reviewPlanTable.orgId, actor.orgId))
    .orderBy(sql`${reviewPlanTable.endedAt} is not null`, asc(reviewPlanTable.name), asc(reviewPlanTable.id));
}

export async function runningPlanIds({ tx, actor }: Work): Promise<string[]> {
  const rows = await tx
    .select({ id: reviewPlanTable.id })
    .from(reviewPlanTable)
    .where(and(eq(reviewPlanTable.orgId, actor.orgId), isNull(reviewPlanTable.endedAt)))
    .orderBy(asc(reviewPlanTable.id));
  return rows.map((row) => row.id);
}

/** A plan, kept from others until the work ends: two draws of it don't run at once. */
export async function lockPlan({ tx, actor }: Work, id: string): Promise<PlanRow | undefined> {
  const [row] = await tx
    .select()
    .from(reviewPlanTable)
    .where(and(eq(reviewPlanTable.orgId, actor.orgId), eq(reviewPlanTable.id, id)))
    .for('update');
  return row;
}

/** Draws of one plan, the newest first; of all plans where none is named. */
export async function drawsOf({ tx, actor }: Work, plan?: string): Promise<DrawRow[]> {
  return tx
    .select()
    .from(reviewDrawTable)
    .where(
      and(eq(reviewDrawTable.orgId, actor.orgId), plan === undefined ? undefined : eq(reviewDrawTable.planId, plan)),
    )
    .orderBy(desc(reviewDrawTable.drawnAt), desc(reviewDrawTable.id));
}

export interface PlanProgress {
  readonly plan: string;
  readonly done: number;
  readonly open: number;
  readonly overdue: number;
}

/**
 * How far each plan is, counted by contact: one that two people see is open until both are in, so that nothing tells of the
 * first.
 */
export async function progressOf({ tx, actor }: Work, today: Day): Promise<PlanProgress[]> {
  const of = tx
    .select({
      plan: reviewTaskTable.planId,
      open: sql<boolean>`bool_or(${reviewTaskTable.doneAt} is null and ${reviewTaskTable.endedAt} is null)`.as('open'),
      done: sql<boolean>`bool_or(${reviewTaskTable.doneAt} is not null)`.as('done'),
      late: sql<boolean>`min(${reviewTaskTable.due}) < ${today}::date`.as('late'),
    })
    .from(reviewTaskTable)
    .where(
      and(eq(reviewTaskTable.orgId, actor.orgId), sql`${reviewTaskTable.purpose} in ('plan', 'second', 'targeted')`),
    )
    .groupBy(reviewTaskTable.planId, reviewTaskTable.contactId)
    .as('of_contact');
  const rows = await tx
    .select({
      plan: of.plan,
      done: sql<number>`(count(*) filter (where ${of.done} and not ${of.open}))::int`,
      open: sql<number>`(count(*) filter (where ${of.open}))::int`,
      overdue: sql<number>`(count(*) filter (where ${of.open} and ${of.late}))::int`,
    })
    .from(of)
    .groupBy(of.plan);
  return rows.flatMap(({ plan, ...counts }) => (plan === null ? [] : [{ plan, ...counts }]));
}

/** Takes the plan's tasks out of the queue that nobody has in hand or has done the other half of. */
export async function endOpenTasks({ tx, actor, now }: Work, plan: string): Promise<void> {
  await tx.execute(sql`
    update review_task t set ended_at = ${now}::timestamptz
    where t.org_id = ${actor.orgId} and t.plan_id = ${plan} and t.done_at is null and t.ended_at is null
      and (t.reviewer is null or t.held_until < ${now}::timestamptz) and t.purpose <> 'adjudication'
      and not exists (select from review_task o where o.org_id = t.org_id and o.blind_id = t.blind_id and o.id <> t.id
        and (o.done_at is not null or o.held_until >= ${now}::timestamptz))`);
}
