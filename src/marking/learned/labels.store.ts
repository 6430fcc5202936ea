// What a learned marker is taught by, beside reviews: past marks of contacts that are here; and who served in a contact, and where,
// which is never learned: it keeps one person's contacts on one side of a test.
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { contactKeyTable, contactTable } from '../../contacts/contact.table.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Tx } from '../../platform/db/work.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { standardVersionTable } from '../marking.table.ts';
import { pastMarkTable } from '../past-mark.table.ts';

export interface PastLabel {
  readonly standard: string;
  readonly contact: string;
  readonly verdict: Verdict;
  /** The day it was made, or when it came in. */
  readonly at: string;
}

/** Past marks of some standards whose name fits one contact that is here; of several people's the first by marker. */
export async function pastLabels(tx: Tx, orgId: string, standards: readonly string[]): Promise<PastLabel[]> {
  const named = tx.$with('named').as(
    tx
      .select({
        keyHash: contactKeyTable.keyHash,
        contactId: sql<string>`min(${contactKeyTable.contactId})`.as('contact_id'),
      })
      .from(contactKeyTable)
      .where(eq(contactKeyTable.orgId, orgId))
      .groupBy(contactKeyTable.keyHash)
      .having(sql`count(distinct ${contactKeyTable.contactId}) = 1`),
  );
  if (standards.length === 0) return [];
  return tx
    .with(named)
    .selectDistinctOn([pastMarkTable.standard, named.contactId], {
      standard: pastMarkTable.standard,
      contact: named.contactId,
      verdict: pastMarkTable.verdict,
      at: sql<string>`coalesce(${pastMarkTable.on}::text, '')`,
    })
    .from(pastMarkTable)
    .innerJoin(named, eq(named.keyHash, pastMarkTable.keyHash))
    .where(
      and(
        eq(pastMarkTable.orgId, orgId),
        anyOf(pastMarkTable.standard, standards),
        ne(pastMarkTable.verdict, 'unsure'),
      ),
    )
    .orderBy(asc(pastMarkTable.standard), asc(named.contactId), asc(pastMarkTable.markerHash));
}

/** By contact: who served, by whatever they are known by, and where; `unknown` where that isn't known. */
export async function servedIn(
  tx: Tx,
  orgId: string,
  contacts: readonly string[],
): Promise<Map<string, { readonly person: string | null; readonly site: string }>> {
  if (contacts.length === 0) return new Map();
  const rows = await tx
    .select({
      id: contactTable.id,
      person: sql<string | null>`coalesce(${contactTable.personId}, ${contactTable.repHash})`,
      site: sql<string>`coalesce(${contactTable.siteId}, 'unknown')`,
    })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, anyOf(contactTable.id, contacts)));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** What each version of some standards said. */
export async function statedVersions(tx: Tx, orgId: string, standards: readonly string[]) {
  if (standards.length === 0) return [];
  return tx
    .select({ version: standardVersionTable.version, stated: standardVersionTable.stated })
    .from(standardVersionTable)
    .where(and(eq(standardVersionTable.orgId, orgId), anyOf(standardVersionTable.standard, standards)));
}
