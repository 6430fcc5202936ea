// The marks that a letter speaks of, as far as whoever asks may see their contacts.
import { and, eq } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { markTable } from '../../marking/marking.table.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';

export interface CitedMark {
  readonly mark: string;
  readonly contact: string;
  readonly standard: string;
  readonly person: string | null;
  readonly site: string | null;
}

export async function citedMarks({ tx, actor }: Work, marks: readonly string[]): Promise<CitedMark[]> {
  if (marks.length === 0) return [];
  return tx
    .select({
      mark: markTable.id,
      contact: markTable.contactId,
      standard: markTable.standard,
      person: contactTable.personId,
      site: contactTable.siteId,
    })
    .from(markTable)
    .innerJoin(
      contactTable,
      and(
        eq(contactTable.orgId, actor.orgId),
        eq(contactTable.id, markTable.contactId),
        eq(contactTable.version, markTable.contactVersion),
        contactTable.latest,
      ),
    )
    .where(and(eq(markTable.orgId, actor.orgId), anyOf(markTable.id, marks)));
}
