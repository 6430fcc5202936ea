// Who has how much in hand and has done this week. What is blind to another counts as in hand until both are in, so that it tells
// nobody that one has sent theirs.
import { sql } from 'drizzle-orm';
import type { Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';

export interface Workload {
  readonly member: string;
  readonly name: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly nextDue: string | null;
  readonly doneThisWeek: number;
}

export async function workloads({ tx, actor, now }: Work, today: Day, since: Day): Promise<Workload[]> {
  const found = await tx.execute(sql`
    with told as (
      select t.reviewer, t.due,
        t.done_at is not null and (t.blind_id is null or b.closed_at is not null) as done,
        case when b.id is null then t.done_at else greatest(t.done_at, b.closed_at) end as at,
        t.held_until < ${now}::timestamptz as left_lying
      from review_task t left join review_blind b on b.org_id = t.org_id and b.id = t.blind_id
      where t.org_id = ${actor.orgId} and t.reviewer is not null and t.ended_at is null)
    select told.reviewer as member, m.name,
      (count(*) filter (where not done))::int as open,
      (count(*) filter (where not done and due < ${today}::date))::int as overdue,
      min(due) filter (where not done)::text as "nextDue",
      (count(*) filter (where done and at >= ${since}::date))::int as "doneThisWeek"
    from told left join member m on m.org_id = ${actor.orgId} and m.id = told.reviewer
    where done or not left_lying
    group by told.reviewer, m.name
    having count(*) filter (where not done) > 0 or count(*) filter (where done and at >= ${since}::date) > 0
    order by m.name nulls last, told.reviewer`);
  return (found as unknown as { rows: Workload[] }).rows;
}
