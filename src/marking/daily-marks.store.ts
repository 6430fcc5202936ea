// Met and failed marks of one standard with the day and the site of their contact.
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { siteTable } from '../people/people.table.ts';
import type { Tx } from '../platform/db/work.ts';
import type { PlacedMark } from './daily-count.core.ts';
import { markTable } from './marking.table.ts';

/**
 * Marks by the given versions of standards, of the latest version of each contact that has a site and a day. The day is the site's
 * own: as written, else the instant's day in the site's time zone (UTC where no record names one).
 */
export async function placedMarks(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
): Promise<(PlacedMark & { readonly standard: string })[]> {
  if (versions.length === 0) return [];
  const zone = sql`coalesce(${siteTable.timeZone}, 'UTC')`;
  const day = sql<string>`coalesce(left(${contactTable.startedLocal}, 10), to_char(${contactTable.startedAt} at time zone ${zone}, 'YYYY-MM-DD'))`;
  const rows = await tx
    .select({
      standard: markTable.standard,
      contact: markTable.contactId,
      day,
      site: contactTable.siteId,
      marker: markTable.marker,
      verdict: markTable.verdict,
    })
    .from(markTable)
    .innerJoin(
      contactTable,
      and(
        eq(contactTable.orgId, orgId),
        eq(contactTable.id, markTable.contactId),
        eq(contactTable.version, markTable.contactVersion),
        contactTable.latest,
        isNotNull(contactTable.siteId),
      ),
    )
    .leftJoin(siteTable, and(eq(siteTable.orgId, orgId), eq(siteTable.id, contactTable.siteId)))
    .where(
      and(
        eq(markTable.orgId, orgId),
        inArray(markTable.standardVersion, [...versions]),
        inArray(markTable.verdict, ['met', 'failed']),
      ),
    );
  return rows.flatMap(({ site, day: on, ...row }) => (site === null || on === null ? [] : [{ ...row, site, day: on }]));
}
