// All marks in use counted at once: verdicts, kinds of contact, reasons for being unsure.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import type { Tx } from '../platform/db/work.ts';
import { markingTable, markTable } from './marking.table.ts';

/** Contacts by their strongest kind, most first; `unknown` where none was recognised. And not-applicable marks in all. */
export async function countKinds(
  tx: Tx,
  orgId: string,
): Promise<{ id: string; contacts: number; notApplicable: number }[]> {
  return tx
    .select({
      id: sql<string>`coalesce(${markingTable.kinds} ->> 0, 'unknown')`,
      contacts: sql<number>`count(*)::int`,
      notApplicable: sql<number>`coalesce(sum(${markingTable.notApplicable}), 0)::float8`,
    })
    .from(markingTable)
    .innerJoin(
      contactTable,
      and(
        eq(contactTable.orgId, orgId),
        eq(contactTable.id, markingTable.contactId),
        eq(contactTable.version, markingTable.contactVersion),
        contactTable.latest,
      ),
    )
    .where(eq(markingTable.orgId, orgId))
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`);
}

/** Why marks are unsure, most first. */
export async function countUnsure(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
): Promise<{ why: string; marks: number }[]> {
  if (versions.length === 0) return [];
  return tx
    .select({ why: sql<string>`coalesce(${markTable.why}, 'not said')`, marks: sql<number>`count(*)::int` })
    .from(markTable)
    .where(
      and(
        eq(markTable.orgId, orgId),
        eq(markTable.verdict, 'unsure'),
        inArray(markTable.standardVersion, [...versions]),
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`)
    .limit(20);
}

/** Marks made by a person, per standard. */
export async function countChecked(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
): Promise<{ standard: string; marks: number }[]> {
  if (versions.length === 0) return [];
  return tx
    .select({ standard: markTable.standard, marks: sql<number>`count(*)::int` })
    .from(markTable)
    .where(
      and(
        eq(markTable.orgId, orgId),
        inArray(markTable.marker, ['reviewer', 'shopper']),
        inArray(markTable.standardVersion, [...versions]),
      ),
    )
    .groupBy(markTable.standard);
}
