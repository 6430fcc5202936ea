// Rows of marks and of the standards they were made with.
import { and, asc, eq, gt, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Standard } from '../standards/standard.core.ts';
import type { Mark } from './mark.core.ts';
import { markTable, markingTable, packSetTable, standardVersionTable } from './marking.table.ts';

export type MarkingRow = typeof markingTable.$inferInsert;

/** Keep what the standards said, for ever, and make this set of them the current one. */
export async function writePackSet(
  tx: Tx,
  orgId: string,
  id: string,
  standards: readonly Standard[],
  at: string,
): Promise<void> {
  await insertMany(
    tx,
    standardVersionTable,
    standards.map((one) => ({ orgId, standard: one.id, version: one.version, stated: one, seenAt: at })),
    { onConflict: 'nothing' },
  );
  await tx
    .update(packSetTable)
    .set({ current: false })
    .where(and(eq(packSetTable.orgId, orgId), packSetTable.current));
  await tx
    .insert(packSetTable)
    .values({
      orgId,
      id,
      standards: Object.fromEntries(standards.map((one) => [one.id, one.version])),
      current: true,
      madeAt: at,
    })
    .onConflictDoUpdate({ target: [packSetTable.orgId, packSetTable.id], set: { current: true } });
}

/** The set in use: its id and the version of each standard in it; null before the first marking. */
export async function currentPackSet(tx: Tx, orgId: string) {
  const [row] = await tx
    .select()
    .from(packSetTable)
    .where(and(eq(packSetTable.orgId, orgId), packSetTable.current));
  return row ?? null;
}

/** The standards of the set in use, as they were stated, in order of id. */
export async function currentStandards(tx: Tx, orgId: string): Promise<Standard[]> {
  const set = await currentPackSet(tx, orgId);
  if (!set) return [];
  const rows = await tx
    .select({ stated: standardVersionTable.stated })
    .from(standardVersionTable)
    .where(
      and(eq(standardVersionTable.orgId, orgId), inArray(standardVersionTable.version, Object.values(set.standards))),
    )
    .orderBy(asc(standardVersionTable.standard));
  return rows.map((row) => row.stated);
}

/**
 * Write what was said of a batch of contacts. Marks of the same standards' versions on the same contact versions are
 * replaced (facts about the contact changed); marks of older versions of a standard stay beside the new.
 */
export async function writeMarks(
  tx: Tx,
  orgId: string,
  markings: readonly MarkingRow[],
  marks: readonly Mark[],
  versions: readonly string[],
): Promise<void> {
  const ids = markings.map((row) => row.contactId);
  if (ids.length === 0) return;
  const again = await tx
    .select({ contactId: markingTable.contactId })
    .from(markingTable)
    .where(and(eq(markingTable.orgId, orgId), inArray(markingTable.contactId, ids)));
  const known = again.map((row) => row.contactId);
  if (known.length > 0) {
    const latest = new Map(markings.map((row) => [row.contactId, row.contactVersion]));
    for (const id of known) {
      const version = latest.get(id)!;
      await tx
        .delete(markTable)
        .where(
          and(
            eq(markTable.orgId, orgId),
            eq(markTable.contactId, id),
            eq(markTable.contactVersion, version),
            inArray(markTable.standardVersion, [...versions]),
          ),
        );
      await tx
        .delete(markingTable)
        .where(
          and(eq(markingTable.orgId, orgId), eq(markingTable.contactId, id), eq(markingTable.contactVersion, version)),
        );
    }
  }
  await insertMany(tx, markingTable, markings);
  await insertMany(
    tx,
    markTable,
    marks.map((mark) => ({
      orgId,
      id: mark.id,
      contactId: mark.contact,
      contactVersion: mark.contactVersion,
      standard: mark.standard,
      standardVersion: mark.version,
      marker: mark.marker,
      verdict: mark.verdict,
      confidence: mark.confidence,
      evidence: mark.evidence,
      searched: mark.searched ?? null,
      why: mark.why ?? null,
    })),
  );
}

/** Current marks of some contacts, in order of contact and standard. */
export async function marksOfContacts(
  tx: Tx,
  orgId: string,
  contacts: readonly { id: string; version: number }[],
  versions: readonly string[],
): Promise<Mark[]> {
  return currentMarks(tx, orgId, contacts, versions);
}

/** Of the same, those that may decide a failure: whatever failed, and whatever stands above a cue. */
export async function decidingMarks(
  tx: Tx,
  orgId: string,
  contacts: readonly { id: string; version: number }[],
  versions: readonly string[],
): Promise<Mark[]> {
  return currentMarks(tx, orgId, contacts, versions, or(eq(markTable.verdict, 'failed'), ne(markTable.marker, 'cue')));
}

async function currentMarks(
  tx: Tx,
  orgId: string,
  contacts: readonly { id: string; version: number }[],
  versions: readonly string[],
  only?: SQL,
): Promise<Mark[]> {
  if (contacts.length === 0 || versions.length === 0) return [];
  const latest = new Map(contacts.map((one) => [one.id, one.version]));
  const rows = await tx
    .select()
    .from(markTable)
    .where(
      and(
        eq(markTable.orgId, orgId),
        inArray(markTable.contactId, [...latest.keys()]),
        inArray(markTable.standardVersion, [...versions]),
        only,
      ),
    )
    .orderBy(asc(markTable.contactId), asc(markTable.standard));
  return rows.filter((row) => latest.get(row.contactId) === row.contactVersion).map(toMark);
}

export async function markingsOf(tx: Tx, orgId: string, contacts: readonly string[]) {
  if (contacts.length === 0) return [];
  return tx
    .select()
    .from(markingTable)
    .where(and(eq(markingTable.orgId, orgId), inArray(markingTable.contactId, [...contacts])));
}

/** Contacts after an id that have at least one current failure, in order. */
export async function contactsWithFailures(
  tx: Tx,
  orgId: string,
  after: string,
  limit: number,
  versions: readonly string[],
): Promise<string[]> {
  if (versions.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: markTable.contactId })
    .from(markTable)
    .where(
      and(
        eq(markTable.orgId, orgId),
        eq(markTable.verdict, 'failed'),
        gt(markTable.contactId, after),
        inArray(markTable.standardVersion, [...versions]),
      ),
    )
    .orderBy(asc(markTable.contactId))
    .limit(limit);
  return rows.map((row) => row.id);
}

export function toMark(row: typeof markTable.$inferSelect): Mark {
  return {
    id: row.id,
    contact: row.contactId,
    contactVersion: row.contactVersion,
    standard: row.standard,
    version: row.standardVersion,
    marker: row.marker,
    verdict: row.verdict,
    // A four-byte column gives 0.949999988 for 0.95: two decimals are all that a confidence means.
    confidence: Math.round(row.confidence * 100) / 100,
    evidence: row.evidence,
    ...(row.searched === null ? {} : { searched: row.searched }),
    ...(row.why === null ? {} : { why: row.why }),
  };
}

export const countOf = {
  met: sql<number>`(count(*) filter (where ${markTable.verdict} = 'met'))::int`,
  failed: sql<number>`(count(*) filter (where ${markTable.verdict} = 'failed'))::int`,
  unsure: sql<number>`(count(*) filter (where ${markTable.verdict} = 'unsure'))::int`,
};
