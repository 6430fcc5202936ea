// Blind sets of two that wait: which have waited long enough, and which were closed with one review alone.
import { sql } from 'drizzle-orm';
import type { Work } from '../platform/db/work.ts';

/**
 * Sets of two that nobody has in hand and that wait no longer: one is in and the plan's days for the second are over, or the plan
 * has ended.
 */
export async function setsThatWaited({ tx, actor, now }: Work): Promise<string[]> {
  const found = await tx.execute(sql`
    select b.id from review_blind b
    join review_task t on t.org_id = b.org_id and t.blind_id = b.id and t.purpose in ('plan', 'second') and t.ended_at is null
    join review_plan p on p.org_id = t.org_id and p.id = t.plan_id
    where b.org_id = ${actor.orgId} and b.closed_at is null and b.closes = 'when-all-are-in'
    group by b.id
    having not bool_or(t.done_at is null and coalesce(t.held_until >= ${now}::timestamptz, false))
      and (bool_or(p.ended_at is not null)
        or (bool_or(t.done_at is not null) and max(t.due + p.wait_for_second_days) < ${now.slice(0, 10)}::date))
    order by b.id`);
  return (found as unknown as { rows: { id: string }[] }).rows.map((row) => row.id);
}

/** Takes those of a set out of the queue that are neither done nor in somebody's hand; says how many. */
export async function endUndone({ tx, actor, now }: Work, set: string): Promise<number> {
  const found = await tx.execute(sql`
    update review_task set ended_at = ${now}::timestamptz
    where org_id = ${actor.orgId} and blind_id = ${set} and purpose in ('plan', 'second') and done_at is null
      and ended_at is null and (held_until is null or held_until < ${now}::timestamptz)
    returning id`);
  return (found as unknown as { rows: object[] }).rows.length;
}

/** How many sets of each plan are closed with one review. */
export async function closedWithOne({ tx, actor }: Work): Promise<Map<string, number>> {
  const found = await tx.execute(sql`
    select plan, count(*)::int as sets from (
      select t.plan_id as plan from review_task t
      join review_blind b on b.org_id = t.org_id and b.id = t.blind_id and b.closed_at is not null
      where t.org_id = ${actor.orgId} and t.purpose in ('plan', 'second')
      group by t.plan_id, t.blind_id having count(t.done_at) = 1) as one
    group by plan`);
  return new Map(
    (found as unknown as { rows: { plan: string; sets: number }[] }).rows.map((row) => [row.plan, row.sets]),
  );
}

/** Whether an id is that of a task whose set was closed with another's review alone, of a contact that they did not serve. */
export async function wasClosedWithoutThem({ tx, actor }: Work, id: string): Promise<boolean> {
  const found = await tx.execute(sql`
    select from review_task t
    join review_blind b on b.org_id = t.org_id and b.id = t.blind_id and b.closed_at is not null
    join contact c on c.org_id = t.org_id and c.id = t.contact_id and c.version = t.contact_version
    where t.org_id = ${actor.orgId} and t.id = ${id} and t.purpose in ('plan', 'second')
      and (${actor.person ?? ''} = '' or c.person_id is distinct from ${actor.person ?? ''})
      and exists (select from review_task o where o.org_id = t.org_id and o.blind_id = t.blind_id and o.ended_at is not null)`);
  return (found as unknown as { rows: object[] }).rows.length > 0;
}
