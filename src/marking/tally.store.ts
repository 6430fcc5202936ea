// Met, missed and unsure, counted in the database by whatever is asked: standard, site, person, month, day, kind of contact.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { siteTable } from '../people/people.table.ts';
import type { Tx } from '../platform/db/work.ts';
import { contactOfMark, dayAtSite, siteOfContact } from './contact-of-mark.store.ts';
import { countOf } from './marking.store.ts';
import { markTable, markingTable } from './marking.table.ts';

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
 */
export async function tally<By extends TallyBy>(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
  by: readonly By[],
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
  const rows = await tx
    .select({ standard: markTable.standard, ...chosen, ...countOf })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .leftJoin(
      markingTable,
      and(
        eq(markingTable.orgId, orgId),
        eq(markingTable.contactId, markTable.contactId),
        eq(markingTable.contactVersion, markTable.contactVersion),
      ),
    )
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(and(eq(markTable.orgId, orgId), inArray(markTable.standardVersion, [...versions])))
    .groupBy(positions)
    .orderBy(positions);
  return rows as unknown as (Tally & Record<By, string>)[];
}
