// What a machine said of contacts that people looked at too, and where each of them belongs.
import { and, asc, eq, sql } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { siteTable } from '../people/people.table.ts';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Marker, Verdict } from '../standards/standard.core.ts';
import { contactOfMark, dayAtSite, siteOfContact } from './contact-of-mark.store.ts';
import { markingTable, markTable } from './marking.table.ts';

/** Where a contact belongs, by the same words as rates are split by; `unknown` where it doesn't say. */
export interface PlacedContact {
  readonly contact: string;
  readonly version: number;
  readonly site: string;
  readonly person: string;
  readonly month: string;
}

/** The latest version of each contact that a machine has marked. */
export async function markedPlaces(tx: Tx, orgId: string, contacts: readonly string[]): Promise<PlacedContact[]> {
  return tx
    .select({
      contact: contactTable.id,
      version: contactTable.version,
      site: sql<string>`coalesce(${contactTable.siteId}, 'unknown')`,
      person: sql<string>`coalesce(${contactTable.personId}, 'rep-' || left(${contactTable.repHash}, 8), 'unknown')`,
      month: sql<string>`coalesce(left(${dayAtSite}, 7), 'unknown')`,
    })
    .from(contactTable)
    .innerJoin(
      markingTable,
      and(
        eq(markingTable.orgId, orgId),
        eq(markingTable.contactId, contactTable.id),
        eq(markingTable.contactVersion, contactTable.version),
      ),
    )
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, anyOf(contactTable.id, contacts)))
    .orderBy(asc(contactTable.id));
}

export interface MachineSaid {
  readonly contact: string;
  readonly standard: string;
  readonly marker: Marker;
  readonly verdict: Verdict;
}

/** The machine's marks in use of these contacts. Of several markers each has its own; a person's marks are none. */
export async function machineMarks(
  tx: Tx,
  orgId: string,
  contacts: readonly string[],
  versions: readonly string[],
): Promise<MachineSaid[]> {
  return tx
    .select({
      contact: markTable.contactId,
      standard: markTable.standard,
      marker: markTable.marker,
      verdict: markTable.verdict,
    })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(orgId))
    .where(
      and(
        eq(markTable.orgId, orgId),
        anyOf(markTable.contactId, contacts),
        anyOf(markTable.standardVersion, versions),
        sql`${markTable.marker} not in ('reviewer', 'shopper')`,
      ),
    )
    .orderBy(asc(markTable.contactId), asc(markTable.standard), asc(markTable.marker));
}
