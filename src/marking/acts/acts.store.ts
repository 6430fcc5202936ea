// Serious acts counted, and the surest of each with where it stands; of all contacts that the actor may see, or of one person's.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { siteTable } from '../../people/people.table.ts';
import type { Tx } from '../../platform/db/work.ts';
import { contactOfMark, dayAtSite, siteOfContact } from '../contact-of-mark.store.ts';
import { markTable } from '../marking.table.ts';
import { noRulingAgainst } from '../overturned/overturned.table.ts';

export interface ActCount {
  readonly standard: string;
  readonly done: number;
  /** Contacts in which it could have happened. */
  readonly could: number;
  /** The last day that it happened, and the last that it could have; null where no day is known. */
  readonly lastDone: string | null;
  readonly lastCould: string | null;
}

/** @param person counts only the contacts that they served */
export async function countActs(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
  person?: string,
): Promise<ActCount[]> {
  if (versions.length === 0) return [];
  return tx
    .select({
      standard: markTable.standard,
      done: sql<number>`(count(*) filter (where ${markTable.verdict} = 'failed'))::int`,
      could: sql<number>`(count(*) filter (where ${markTable.verdict} in ('failed', 'met')))::int`,
      lastDone: sql<string | null>`max(${dayAtSite}) filter (where ${markTable.verdict} = 'failed')`,
      lastCould: sql<string | null>`max(${dayAtSite}) filter (where ${markTable.verdict} in ('failed', 'met'))`,
    })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(
      and(
        eq(markTable.orgId, orgId),
        inArray(markTable.standardVersion, [...versions]),
        noRulingAgainst(markTable),
        ...(person === undefined ? [] : [eq(contactTable.personId, person)]),
      ),
    )
    .groupBy(markTable.standard)
    .orderBy(asc(markTable.standard));
}

export interface ActDone {
  readonly mark: string;
  readonly contact: string;
  readonly standard: string;
  readonly evidence: (typeof markTable.$inferSelect)['evidence'];
  readonly site: string | null;
  readonly day: string | null;
}

/** The surest times that one act happened, of those alike the newest; `limit` at most. */
export async function timesDone(
  tx: Tx,
  orgId: string,
  version: string,
  limit: number,
  person?: string,
): Promise<ActDone[]> {
  return tx
    .select({
      mark: markTable.id,
      contact: markTable.contactId,
      standard: markTable.standard,
      evidence: markTable.evidence,
      site: siteTable.name,
      day: dayAtSite,
    })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(
      and(
        eq(markTable.orgId, orgId),
        eq(markTable.standardVersion, version),
        eq(markTable.verdict, 'failed'),
        noRulingAgainst(markTable),
        ...(person === undefined ? [] : [eq(contactTable.personId, person)]),
      ),
    )
    .orderBy(desc(markTable.confidence), desc(contactTable.startedAt), asc(markTable.id))
    .limit(limit);
}
