// The last marks of one person's contacts, newest first: met and missed, by the standards in use.
import { and, desc, eq, inArray } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { markTable } from '../../marking/marking.table.ts';
import { noRulingAgainst } from '../../marking/overturned/overturned.table.ts';
import type { Tx } from '../../platform/db/work.ts';

export async function lastMarksOf(
  tx: Tx,
  orgId: string,
  person: string,
  versions: readonly string[],
  limit: number,
): Promise<{ mark: string; contact: string; standard: string; verdict: string }[]> {
  if (versions.length === 0) return [];
  return tx
    .select({
      mark: markTable.id,
      contact: markTable.contactId,
      standard: markTable.standard,
      verdict: markTable.verdict,
    })
    .from(markTable)
    .innerJoin(
      contactTable,
      and(
        eq(contactTable.orgId, markTable.orgId),
        eq(contactTable.id, markTable.contactId),
        eq(contactTable.version, markTable.contactVersion),
        contactTable.latest,
      ),
    )
    .where(
      and(
        eq(markTable.orgId, orgId),
        eq(contactTable.personId, person),
        inArray(markTable.verdict, ['met', 'failed']),
        inArray(markTable.standardVersion, [...versions]),
        noRulingAgainst(markTable),
      ),
    )
    .orderBy(desc(contactTable.startedAt), desc(contactTable.id), markTable.id)
    .limit(limit);
}
