// People by name, a page at a time, each with their posts of one day.
import { sql, type SQL } from 'drizzle-orm';
import type { Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';

export interface PeopleAsked {
  readonly day: Day;
  readonly site?: string | undefined;
  /** Part of a name, in lower case. */
  readonly words?: string | undefined;
}

/** In the order of names, which is nobody's rank. */
export interface NameAt {
  readonly name: string;
  readonly id: string;
}

export interface PersonToday {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly { readonly role: string; readonly site: string; readonly siteName: string | null }[];
}

export async function peopleAfter(
  { tx, actor }: Work,
  { day, site, words }: PeopleAsked,
  after: NameAt | null,
  most: number,
): Promise<PersonToday[]> {
  const org = actor.orgId;
  const then = sql`t.org_id = ${org} and t.person_id = p.id and t.from_day <= ${day}::date
    and (t.to_day is null or t.to_day > ${day}::date)`;
  const where: SQL[] = [sql`p.org_id = ${org}`];
  if (words !== undefined && words !== '') where.push(sql`position(${words} in lower(p.name)) > 0`);
  if (site !== undefined) where.push(sql`exists (select from post t where ${then} and t.site_id = ${site})`);
  if (after !== null) where.push(sql`(lower(p.name), p.id) > (${after.name}, ${after.id})`);
  const found = await tx.execute(sql`
    select p.id, p.name, coalesce((select json_agg(json_build_object('role', t.role, 'site', t.site_id, 'siteName', s.name) order by t.site_id)
        from post t left join site s on s.org_id = ${org} and s.id = t.site_id where ${then}), '[]') as posts
    from person p where ${sql.join(where, sql` and `)}
    order by lower(p.name), p.id limit ${most}`);
  return (found as unknown as { readonly rows: PersonToday[] }).rows;
}
