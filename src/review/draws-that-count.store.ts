// How far draws are reviewed, standard by standard.
import { sql } from 'drizzle-orm';
import type { Work } from '../platform/db/work.ts';
import type { DrawOfStandard } from './draws-that-count.core.ts';

/**
 * By draw and standard, those of which something is reviewed and may be seen. One that two look at is reviewed once its set is
 * closed, by whichever of them: before that it must not be told from one that waits.
 * @param keys `standard version` of every version that counts
 */
export async function drawsReviewed(
  { tx, actor }: Work,
  keys: readonly string[],
): Promise<(DrawOfStandard & { readonly standard: string })[]> {
  const found = await tx.execute(sql`
    with reviewed as (
      select plan_id, draw_id, standard, count(*)::int as reviewed, (count(*) filter (where said))::int as said
      from (
        select t.plan_id, t.draw_id, m.standard, t.contact_id, bool_or(m.verdict in ('met', 'failed')) as said
        from review_mark m
        join review_task t on t.org_id = m.org_id and t.id = m.task_id and t.draw_id is not null
        left join review_blind b on b.org_id = m.org_id and b.id = m.blind_id
        where m.org_id = ${actor.orgId} and m.purpose in ('plan', 'second') and (m.blind_id is null or b.closed_at is not null)
          and m.standard || ' ' || m.standard_version = any(${sql.param([...keys])}::text[])
        group by t.plan_id, t.draw_id, m.standard, t.contact_id) contact
      group by plan_id, draw_id, standard),
    asked as (
      select t.draw_id, s.asked ->> 'standard' as standard, count(*)::int as drawn
      from review_task t cross join lateral jsonb_array_elements(t.standards) s(asked)
      where t.org_id = ${actor.orgId} and t.purpose = 'plan' and t.plan_id in (select plan_id from reviewed)
        and t.draw_id in (select draw_id from reviewed)
      group by t.draw_id, 2)
    select r.draw_id as draw, r.standard, d.frame_size as frame, greatest(a.drawn, r.reviewed) as drawn, r.reviewed, r.said
    from reviewed r
    join review_draw d on d.org_id = ${actor.orgId} and d.id = r.draw_id
    left join asked a on a.draw_id = r.draw_id and a.standard = r.standard
    order by r.draw_id, r.standard`);
  return (found as unknown as { rows: (DrawOfStandard & { readonly standard: string })[] }).rows;
}
