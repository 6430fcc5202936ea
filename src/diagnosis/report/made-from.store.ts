// What a report is made from, told in one line: the last deed that bears on it, and when each of its kept parts was made.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';

// Who came and went, and what was asked for, changes no report.
const besideIt = '^(session|token|member|invitation|password|passkey|code|job|mail|webhook)[.]';

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
