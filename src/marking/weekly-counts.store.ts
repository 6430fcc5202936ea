// Marks by week, and failed marks of one stretch of days: only contacts of these days are read, however many others there are.
import { and, between, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { addDays, type Day } from '../kernel/moment.ts';
import { contactOfMark, dayAtSite, siteOfContact } from './contact-of-mark.store.ts';
import { markTable } from './marking.table.ts';
import { siteTable } from '../people/people.table.ts';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';

/** From one day to another, both inclusive, at the site. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

export interface WeekCount {
  readonly standard: string;
  /** 0 for the week that begins on `from`, 1 for the next. */
  readonly nth: number;
  readonly met: number;
  readonly failed: number;
}

/** Met and failed per standard and week of seven days. */
export async function countWeeks(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
  { from, to }: Days,
): Promise<WeekCount[]> {
  if (versions.length === 0) return [];
  return tx
    .select({
      standard: markTable.standard,
      nth: sql<number>`((${dayAtSite})::date - ${from}::date) / 7`.mapWith(Number),
      met: sql<number>`count(*) filter (where ${markTable.verdict} = 'met')`.mapWith(Number),
      failed: sql<number>`count(*) filter (where ${markTable.verdict} = 'failed')`.mapWith(Number),
    })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(and(eq(markTable.orgId, orgId), anyOf(markTable.standardVersion, versions), inDays({ from, to })))
    .groupBy(sql.raw('1, 2'))
    .orderBy(sql.raw('1, 2'));
}

/** Contacts of these days. */
export async function countContactsIn(tx: Tx, orgId: string, days: Days): Promise<number> {
  const [row] = await tx
    .select({ contacts: sql<number>`count(*)`.mapWith(Number) })
    .from(contactTable)
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, inDays(days)));
  return row?.contacts ?? 0;
}

/** The last day before a day on which there was a contact; null where there was none. */
export async function lastDayBefore(tx: Tx, orgId: string, day: Day): Promise<Day | null> {
  const [row] = await tx
    .select({ day: sql<string | null>`max(${dayAtSite})` })
    .from(contactTable)
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, sql`${dayAtSite} < ${day}`));
  return row?.day ?? null;
}

/** Failed marks of a standard in these days, the surest first. */
export async function failuresIn(
  tx: Tx,
  orgId: string,
  version: string,
  days: Days,
  limit: number,
): Promise<{ mark: string; contact: string }[]> {
  return tx
    .select({ mark: markTable.id, contact: markTable.contactId })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(
      and(
        eq(markTable.orgId, orgId),
        eq(markTable.standardVersion, version),
        eq(markTable.verdict, 'failed'),
        inDays(days),
      ),
    )
    .orderBy(desc(markTable.confidence), markTable.id)
    .limit(limit);
}

// The instant, where there is one, lies within two days of the day at any site: it narrows what is looked at.
function inDays({ from, to }: Days) {
  return and(
    sql`${dayAtSite} between ${from} and ${to}`,
    or(
      isNull(contactTable.startedAt),
      between(contactTable.startedAt, sql`${addDays(from, -2)}::timestamptz`, sql`${addDays(to, 3)}::timestamptz`),
    ),
  );
}
