// Met and failed marks of one standard with the day and the site of their contact.
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { siteTable } from '../people/people.table.ts';
import type { Tx } from '../platform/db/work.ts';
import type { PlacedMark } from './daily-count.core.ts';
import { contactOfMark, dayAtSite, siteOfContact } from './contact-of-mark.store.ts';
import { markTable } from './marking.table.ts';

/**
 * Marks by the given versions of standards, of the latest version of each contact that has a site and a day. The day is
 * the site's own.
 */
export async function placedMarks(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
): Promise<(PlacedMark & { readonly standard: string })[]> {
  if (versions.length === 0) return [];
  const rows = await tx
    .select({
      standard: markTable.standard,
      contact: markTable.contactId,
      day: dayAtSite,
      site: contactTable.siteId,
      marker: markTable.marker,
      verdict: markTable.verdict,
    })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(
      and(
        eq(markTable.orgId, orgId),
        isNotNull(contactTable.siteId),
        inArray(markTable.standardVersion, [...versions]),
        inArray(markTable.verdict, ['met', 'failed']),
      ),
    );
  return rows.flatMap(({ site, day: on, ...row }) => (site === null || on === null ? [] : [{ ...row, site, day: on }]));
}
