// Contacts counted in the database: by channel, by site, over time. Only the latest version of each counts.
import { and, eq, gte, isNull, or, sql, type SQL } from 'drizzle-orm';
import { addDays, type Day } from '../kernel/moment.ts';
import type { Tx } from '../platform/db/work.ts';
import { contactTable } from './contact.table.ts';

export interface ContactCounts {
  readonly contacts: number;
  readonly turns: number;
  readonly words: number;
  /** First and last moment, null where no contact has a time. */
  readonly first: string | null;
  readonly last: string | null;
  readonly consentNotStated: number;
  readonly ringsKnown: number;
  readonly medianRings: number | null;
  readonly secondsKnown: number;
  readonly medianSeconds: number | null;
}

// A start without a zone counts by what was written, so that first and last are days that somebody has seen in a file.
const startWritten = sql`coalesce(${contactTable.startedLocal}::timestamp, ${contactTable.startedAt} at time zone 'UTC')`;

export async function countContacts(tx: Tx, orgId: string): Promise<ContactCounts> {
  const [row] = await tx
    .select({
      contacts: sql<number>`count(*)::int`,
      turns: sql<number>`coalesce(sum(jsonb_array_length(${contactTable.turns})), 0)::float8`,
      words: sql<number>`coalesce(sum(${contactTable.words}), 0)::float8`,
      first: sql<string | null>`to_char(min(${startWritten}), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      last: sql<string | null>`to_char(max(${startWritten}), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      consentNotStated: sql<number>`(count(*) filter (where ${contactTable.consentBasis} = 'not stated'))::int`,
      ringsKnown: sql<number>`count(${contactTable.rings})::int`,
      medianRings: sql<number | null>`(percentile_cont(0.5) within group (order by ${contactTable.rings}))::float8`,
      secondsKnown: sql<number>`count(${contactTable.secondsToAnswer})::int`,
      medianSeconds: sql<
        number | null
      >`(percentile_cont(0.5) within group (order by ${contactTable.secondsToAnswer}))::float8`,
    })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest));
  return row!;
}

/** Contacts on days after the one given, by the day as written or else in UTC, and the last such day; null where there are none. */
export async function contactsAfter(tx: Tx, orgId: string, day: Day): Promise<{ contacts: number; last: Day } | null> {
  const written = sql`to_char(${startWritten}, 'YYYY-MM-DD')`;
  const [row] = await tx
    .select({ contacts: sql<number>`count(*)::int`, last: sql<Day | null>`max(${written})` })
    .from(contactTable)
    .where(
      and(
        eq(contactTable.orgId, orgId),
        contactTable.latest,
        // No clock is more than a day off: an index tells the few whose words have to be read.
        or(isNull(contactTable.startedAt), gte(contactTable.startedAt, `${addDays(day, -1)}T00:00:00.000Z`)),
        sql`${written} > ${day}`,
      ),
    );
  return row && row.last !== null ? { contacts: row.contacts, last: row.last } : null;
}

/** Contacts per channel or per site, most first; a contact without a site counts as `unknown`. */
export async function countContactsBy(
  tx: Tx,
  orgId: string,
  by: 'channel' | 'site',
): Promise<{ id: string; contacts: number }[]> {
  const column: SQL<string> =
    by === 'channel' ? sql`${contactTable.channel}` : sql`coalesce(${contactTable.siteId}, 'unknown')`;
  return tx
    .select({ id: column, contacts: sql<number>`count(*)::int` })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest))
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`);
}
