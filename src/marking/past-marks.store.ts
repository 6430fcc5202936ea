// Rows of past marks: kept by contact, standard and marker, and read beside what the machine says of the same contact.
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { contactKeyTable, contactTable } from '../contacts/contact.table.ts';
import { keyedDigest } from '../kernel/digest.ts';
import type { Sourced } from '../kernel/sourced.ts';
import { keepRows, type Kept } from '../platform/db/keep-rows.ts';
import { siteTable } from '../people/people.table.ts';
import type { Tx, Work } from '../platform/db/work.ts';
import type { Verdict } from '../standards/standard.core.ts';
import { factKeyHash } from '../contacts/identity.core.ts';
import { dayAtSite, siteOfContact } from './contact-of-mark.store.ts';
import type { PlacedMark } from './daily-count.core.ts';
import { machineMarks, markedPlaces } from './marks-beside.store.ts';
import type { PastMark } from './past-mark.core.ts';
import { pastMarkTable } from './past-mark.table.ts';

export async function keepPastMarks(work: Work, rows: readonly Sourced<PastMark>[]): Promise<Kept<PastMark>> {
  return keepRows(
    work,
    pastMarkTable,
    ['keyHash', 'standard', 'markerHash'],
    rows,
    ({ contact, marker, verdict, standard, probability, on }) => ({
      keyHash: factKeyHash(work.key, contact),
      standard,
      markerHash: keyedDigest(work.key, `marker\u001f${marker.trim().toLowerCase()}`).slice(0, 24),
      verdict,
      probability: probability ?? null,
      on: on ?? null,
    }),
  );
}

/** One past mark beside the machine's of the same contact and standard. */
export interface MarkedTwice {
  readonly contact: string;
  readonly standard: string;
  readonly human: Verdict;
  readonly machine: Verdict;
  readonly probability: number | null;
  readonly site: string;
  readonly person: string;
  readonly month: string;
}

/**
 * Past marks of contacts that are here, each beside the machine's mark in use. Left out are those whose name fits several
 * contacts, and those of which the machine says that the standard doesn't apply. Of several people's marks of one thing the
 * first by marker counts, so that no contact counts twice.
 * @param standard this one alone
 */
export async function markedTwice(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
  standard?: string,
): Promise<MarkedTwice[]> {
  if (versions.length === 0) return [];
  const named = namedContacts(tx, orgId);
  const past = await tx
    .with(named)
    .select({
      contact: named.contactId,
      standard: pastMarkTable.standard,
      human: pastMarkTable.verdict,
      probability: pastMarkTable.probability,
    })
    .from(pastMarkTable)
    .innerJoin(named, eq(named.keyHash, pastMarkTable.keyHash))
    .where(
      and(eq(pastMarkTable.orgId, orgId), standard === undefined ? undefined : eq(pastMarkTable.standard, standard)),
    )
    .orderBy(asc(named.contactId), asc(pastMarkTable.standard), asc(pastMarkTable.markerHash));
  // Looked up by id: joined in one question, the planner reads every mark there is.
  const ids = [...new Set(past.map((one) => one.contact))];
  if (ids.length === 0) return [];
  const places = new Map((await markedPlaces(tx, orgId, ids)).map((one) => [one.contact, one]));
  const machine = new Map(
    (await machineMarks(tx, orgId, ids, versions)).map((one) => [`${one.contact} ${one.standard}`, one.verdict]),
  );
  const first = new Map(past.toReversed().map((one) => [`${one.contact} ${one.standard}`, one]));
  return [...first.values()].toReversed().flatMap((one): MarkedTwice[] => {
    const place = places.get(one.contact);
    const said = machine.get(`${one.contact} ${one.standard}`);
    if (!place || said === undefined) return [];
    const { site, person, month } = place;
    return [{ ...one, machine: said, site, person, month }];
  });
}

/** Met and failed past marks of some standards, of contacts that are here and have a site and a day, as a reviewer's. */
export async function placedPastMarks(
  tx: Tx,
  orgId: string,
  standards: readonly string[],
): Promise<(PlacedMark & { readonly standard: string })[]> {
  if (standards.length === 0) return [];
  const named = namedContacts(tx, orgId);
  const rows = await tx
    .with(named)
    .select({
      standard: pastMarkTable.standard,
      contact: contactTable.id,
      day: dayAtSite,
      site: contactTable.siteId,
      verdict: pastMarkTable.verdict,
    })
    .from(pastMarkTable)
    .innerJoin(named, eq(named.keyHash, pastMarkTable.keyHash))
    .innerJoin(
      contactTable,
      and(eq(contactTable.orgId, orgId), eq(contactTable.id, named.contactId), contactTable.latest),
    )
    .leftJoin(siteTable, siteOfContact(orgId))
    .where(
      and(
        eq(pastMarkTable.orgId, orgId),
        inArray(pastMarkTable.standard, [...standards]),
        inArray(pastMarkTable.verdict, ['met', 'failed']),
      ),
    )
    .orderBy(asc(contactTable.id), asc(pastMarkTable.standard), asc(pastMarkTable.markerHash));
  return rows.flatMap(({ site, day: on, ...row }) =>
    site === null || on === null ? [] : [{ ...row, marker: 'reviewer' as const, site, day: on }],
  );
}

/** Keys that name one contact, with it. */
function namedContacts(tx: Tx, orgId: string) {
  return tx.$with('named').as(
    tx
      .select({
        keyHash: contactKeyTable.keyHash,
        contactId: sql<string>`min(${contactKeyTable.contactId})`.as('contact_id'),
      })
      .from(contactKeyTable)
      .where(
        and(
          eq(contactKeyTable.orgId, orgId),
          // Only keys that past marks name: there may be millions of the others.
          sql`${contactKeyTable.keyHash} in (select key_hash from past_mark where org_id = ${orgId})`,
        ),
      )
      .groupBy(contactKeyTable.keyHash)
      .having(sql`count(distinct ${contactKeyTable.contactId}) = 1`),
  );
}

/** How many past marks there are, and how many of them name a contact that is here. */
export async function countPastMarks(tx: Tx, orgId: string): Promise<{ all: number; here: number }> {
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      // Inside, the names are those of the inner table: "in" needs none of the outer's there.
      here: sql<number>`(count(*) filter (where ${pastMarkTable.keyHash} in (
        select ${contactKeyTable.keyHash} from ${contactKeyTable} where ${contactKeyTable.orgId} = ${orgId})))::int`,
    })
    .from(pastMarkTable)
    .where(eq(pastMarkTable.orgId, orgId));
  return row ?? { all: 0, here: 0 };
}
