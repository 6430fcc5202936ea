// Sites on record with how many people have a place there on a day, and how many contacts were there; counted in the database.
import { sql } from 'drizzle-orm';
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';

export interface SiteKept {
  readonly id: string;
  readonly name: string;
  readonly spokenNames: readonly string[];
  readonly timeZone: string;
  readonly opened: Day | null;
  readonly closed: Day | null;
  readonly people: number;
  readonly contacts: number;
}

/** In order of name. @param today the day on which a place holds */
export async function sitesKept({ tx, actor }: Work, today: Day): Promise<SiteKept[]> {
  const org = actor.orgId;
  const found = await tx.execute(sql`
    with placed as (
      select site_id, count(distinct person_id)::int as people from post
      where org_id = ${org} and from_day <= ${today}::date and (to_day is null or to_day > ${today}::date) group by site_id
    ), brought as (
      select site_id, count(*)::int as contacts from contact where org_id = ${org} and latest group by site_id
    )
    select s.id, s.name, s.spoken_names as "spokenNames", s.time_zone as "timeZone",
      s.opened::text as opened, s.closed::text as closed,
      coalesce(placed.people, 0) as people, coalesce(brought.contacts, 0) as contacts
    from site s left join placed on placed.site_id = s.id left join brought on brought.site_id = s.id
    where s.org_id = ${org} order by lower(s.name), s.id
  `);
  return (found as { rows: SiteKept[] }).rows;
}
