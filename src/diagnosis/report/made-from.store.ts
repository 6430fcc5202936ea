// What a report is made from, told in one line: the last deed that bears on it, and when each of its kept parts was made.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';

// Who came and went, and what was asked for, changes no report. What people say of contacts changes corrected rates alone, which
// stand only where `reviewed` is asked for.
const besideIt =
  '^(session|token|member|invitation|password|passkey|code|job|mail|webhook|reviews?|review-plan|calibration|agreement)[.]';
const ofReviews = '^(reviews?)[.]';

/** Equal lines: the same report, but for the moment it was made. */
export async function madeFrom(tx: Tx, orgId: string): Promise<string> {
  const found = await tx.execute(sql`
    select concat_ws(' ',
      (select seq from event where org_id = ${orgId} and kind !~ ${besideIt} order by seq desc limit 1),
      (select extract(epoch from made_at) from diagnosis where org_id = ${orgId}),
      (select extract(epoch from max(made_at)) from causes_report where org_id = ${orgId}),
      (select extract(epoch from max(made_at)) from money_report where org_id = ${orgId})) as line`);
  return (found as unknown as { rows: { line: string }[] }).rows[0]?.line ?? '';
}

/** The same of what people said of contacts; nothing where nobody did. */
export async function reviewedFrom(tx: Tx, orgId: string): Promise<string> {
  const found = await tx.execute(sql`
    select coalesce((select seq::text from event where org_id = ${orgId} and kind ~ ${ofReviews} order by seq desc limit 1), '') as line
    where exists (select from review_mark where org_id = ${orgId})`);
  return (found as unknown as { rows: { line: string }[] }).rows[0]?.line ?? '';
}
