// One number that changes with any mark in use and with any fact of a contact that marks are compared by. Summed in the database,
// in whatever order the rows lie: to count the same marks by site, person, kind and month takes many times as long.
import { and, eq, sql } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import { markTable, markingTable } from './marking.table.ts';

/** By table: how many rows, and the sum of their digests. */
export async function sumsOfDigests(tx: Tx, orgId: string, versions: readonly string[]): Promise<string[]> {
  if (versions.length === 0) return [];
  const { id, version, siteId, personId, repHash, startedAt, startedLocal, productAsked, priceQuoted } = contactTable;
  // A mark's id says of which contact, by which standard and marker, and with what verdict it is.
  const marks = await tx
    .select({ digest: sumOf(sql`${markTable.id}`) })
    .from(markTable)
    .where(and(eq(markTable.orgId, orgId), anyOf(markTable.standardVersion, versions)));
  const facts = sql`row(${id}, ${version}, ${siteId}, ${personId}, ${repHash}, extract(epoch from ${startedAt}), ${startedLocal}, ${productAsked}, ${priceQuoted})::text`;
  const contacts = await tx
    .select({ digest: sumOf(facts) })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest));
  const kind = sql`row(${markingTable.contactId}, ${markingTable.contactVersion}, ${markingTable.kinds} ->> 0)::text`;
  const markings = await tx
    .select({ digest: sumOf(kind) })
    .from(markingTable)
    .where(eq(markingTable.orgId, orgId));
  return [...marks, ...contacts, ...markings].map((one) => one.digest);
}

const sumOf = (text: ReturnType<typeof sql>) =>
  sql<string>`count(*) || ' ' || coalesce(sum(hashtextextended(${text}, 0)), 0)`;
