// Met, missed and unsure, counted in the database by whatever is asked: standard, site, person, month, day, kind of contact.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { siteTable } from '../people/people.table.ts';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import { contactOfMark, dayAtSite, siteOfContact } from './contact-of-mark.store.ts';
import { countOf } from './marking.store.ts';
import { markTable, markingTable } from './marking.table.ts';
import { overturnedTable } from './overturned/overturned.table.ts';

export interface Tally {
  readonly standard: string;
  readonly met: number;
  readonly failed: number;
  readonly unsure: number;
}

export type TallyBy = 'site' | 'person' | 'month' | 'day' | 'kind';

/**
 * Counts per standard, split by one or more of the contact's facts; a fact the contact lacks is `unknown`. Only the
 * latest version of each contact and the given standards' versions count.
 * @param contacts these alone
 * @param overturned only the failures that a ruling took out
 */
export async function tally<By extends TallyBy>(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
  by: readonly By[],
  contacts?: readonly string[],
  overturned = false,
): Promise<(Tally & Record<By, string>)[]> {
  if (versions.length === 0) return [];
  const columns = {
    site: sql<string>`coalesce(${contactTable.siteId}, 'unknown')`,
    person: sql<string>`coalesce(${contactTable.personId}, 'rep-' || left(${contactTable.repHash}, 8), 'unknown')`,
    month: sql<string>`coalesce(left(${dayAtSite}, 7), 'unknown')`,
    day: sql<string>`coalesce(${dayAtSite}, 'unknown')`,
    kind: sql<string>`coalesce(${markingTable.kinds} ->> 0, 'unknown')`,
  };
  const chosen = Object.fromEntries(by.map((name) => [name, columns[name]])) as Record<By, (typeof columns)[By]>;
  // Grouping by position: the expressions hold parameters, which PostgreSQL wouldn't take for the same expression twice.
  const positions = sql.raw([1, ...by.map((_, index) => index + 2)].join(', '));
  const query = tx
    .select({ standard: markTable.standard, ...chosen, ...countOf })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .$dynamic();
  // Only what is asked for is joined: each join goes over every mark.
  if (overturned) query.innerJoin(overturnedTable, overturnedOfMark(orgId));
  if (by.includes('kind' as By)) query.leftJoin(markingTable, markingOfMark(orgId));
  if (by.includes('month' as By) || by.includes('day' as By)) query.leftJoin(siteTable, siteOfContact(orgId));
  const rows = await query
    .where(
      and(
        eq(markTable.orgId, orgId),
        anyOf(markTable.standardVersion, versions),
        contacts && anyOf(markTable.contactId, contacts),
        overturned ? eq(markTable.verdict, 'failed') : undefined,
      ),
    )
    .groupBy(positions)
    .orderBy(positions);
  return rows as unknown as (Tally & Record<By, string>)[];
}

function markingOfMark(orgId: string): SQL {
  return and(
    eq(markingTable.orgId, orgId),
    eq(markingTable.contactId, markTable.contactId),
    eq(markingTable.contactVersion, markTable.contactVersion),
  )!;
}

function overturnedOfMark(orgId: string): SQL {
  return and(
    eq(overturnedTable.orgId, orgId),
    eq(overturnedTable.contact, markTable.contactId),
    eq(overturnedTable.standard, markTable.standard),
  )!;
}
