// The mark that is disputed, and whom its contact was with: a machine's, one made by hand, or a reviewer's.
import { and, eq } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { markTable } from '../../marking/marking.table.ts';
import type { Work } from '../../platform/db/work.ts';

export interface DisputedMark {
  readonly mark: string;
  readonly contact: string;
  readonly contactVersion: number;
  readonly standard: string;
  readonly standardVersion: string;
  readonly verdict: string;
  readonly marker: string;
  readonly person: string | null;
  readonly site: string | null;
  readonly startedAt: Date | string | null;
  readonly startedLocal: string | null;
}

const ofContact = {
  person: contactTable.personId,
  site: contactTable.siteId,
  startedAt: contactTable.startedAt,
  startedLocal: contactTable.startedLocal,
};

/** A mark of the latest version of a contact; undefined where there is none or it is not theirs to see. */
export async function disputedMark({ tx, actor }: Work, id: string): Promise<DisputedMark | undefined> {
  const { contactId, contactVersion, standard, standardVersion, verdict, marker } = markTable;
  const [found] = await tx
    .select({
      mark: markTable.id,
      contact: contactId,
      contactVersion,
      standard,
      standardVersion,
      verdict,
      marker,
      ...ofContact,
    })
    .from(markTable)
    .innerJoin(
      contactTable,
      and(
        eq(contactTable.orgId, actor.orgId),
        eq(contactTable.id, contactId),
        eq(contactTable.version, contactVersion),
        contactTable.latest,
      ),
    )
    .where(and(eq(markTable.orgId, actor.orgId), eq(markTable.id, id)));
  return found;
}
