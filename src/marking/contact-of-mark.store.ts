// What queries over marks share: the contact that a mark speaks of, where it is the latest version, and its day at its site.
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { siteTable } from '../people/people.table.ts';
import { markTable } from './marking.table.ts';

/** Joins a mark to its contact's latest version; marks of older versions find none. */
export function contactOfMark(orgId: string): SQL {
  return and(
    eq(contactTable.orgId, orgId),
    eq(contactTable.id, markTable.contactId),
    eq(contactTable.version, markTable.contactVersion),
    contactTable.latest,
  )!;
}

/** Joins the contact's site, for its time zone. */
export function siteOfContact(orgId: string): SQL {
  return and(eq(siteTable.orgId, orgId), eq(siteTable.id, contactTable.siteId))!;
}

/**
 * The contact's calendar day at its site: as written, else the instant's day in the site's time zone (UTC where no record names
 * one); null where no time is known. Needs both joins.
 */
export const dayAtSite = sql<
  string | null
>`coalesce(left(${contactTable.startedLocal}, 10), to_char(${contactTable.startedAt} at time zone coalesce(${siteTable.timeZone}, 'UTC'), 'YYYY-MM-DD'))`;
