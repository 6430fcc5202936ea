// How busy a site was: contacts in progress at the moment another began. Letters and mystery shops' forms keep nobody busy.
import { sql } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactTable } from './contact.table.ts';

/** A contact whose length isn't known is taken to last so long. */
const assumedSeconds = 300;

/** No contact counts as in progress for longer: a row that never ends is a slip of the telephone system. */
const mostHours = 4;

/**
 * Contacts in progress at the same site at the start of each of these, itself included, by id: from their start to start +
 * duration. Contacts without a site, or dated by no more than the day, are left out, and so are those in whose channel nobody waits.
 */
export async function inProgress(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  // Counted for each on its own: as a join, the planner would hold all contacts of a site against each other.
  const rows: unknown = await tx.execute(sql`
    select own.id, (
      select count(*)::int from ${contactTable} as other
      where other.org_id = own.org_id and other.site_id = own.site_id and other.latest
        and other.channel in ('phone', 'visit', 'chat')
        and length(coalesce(other.started_local, '')) <> 10
        and other.started_at <= own.started_at
        and other.started_at > own.started_at - make_interval(hours => ${mostHours})
        and (other.id = own.id
          or other.started_at + make_interval(secs => coalesce(other.duration_seconds, ${assumedSeconds})) > own.started_at)
    ) as contacts
    from ${contactTable} as own
    where own.org_id = ${orgId} and own.latest and own.started_at is not null and own.site_id is not null
      and length(coalesce(own.started_local, '')) <> 10
      and own.id in (select value from json_array_elements_text(${JSON.stringify(ids)}::json))`);
  return new Map((rows as { rows: { id: string; contacts: number }[] }).rows.map((row) => [row.id, row.contacts]));
}
