// What one person's contacts kept and missed since a day, standard by standard, and the newest mark of each.
import { and, count, desc, eq, gte, inArray, max, type SQL } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { contactOfMark } from '../contact-of-mark.store.ts';
import { markTable } from '../marking.table.ts';
import { noRulingAgainst } from '../overturned/overturned.table.ts';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';

/** Met and failed, by standard. @param versions of the standards in use @param since an instant */
export async function countedOf({ tx, actor }: Work, person: string, versions: readonly string[], since: Moment) {
  if (versions.length === 0) return [];
  return tx
    .select({
      standard: markTable.standard,
      verdict: markTable.verdict,
      times: count(),
      last: max(contactTable.startedAt),
    })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(actor.orgId))
    .where(
      and(
        ofPerson(actor.orgId, person, since),
        inArray(markTable.verdict, ['met', 'failed']),
        inArray(markTable.standardVersion, [...versions]),
      ),
    )
    .groupBy(markTable.standard, markTable.verdict);
}

/** The newest marks of some standards with one verdict, newest first. */
export async function newestOf(
  { tx, actor }: Work,
  person: string,
  standards: readonly string[],
  verdict: 'met' | 'failed',
  since: Moment,
  limit: number,
): Promise<{ mark: string; contact: string; standard: string }[]> {
  if (standards.length === 0) return [];
  return tx
    .select({ mark: markTable.id, contact: markTable.contactId, standard: markTable.standard })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(actor.orgId))
    .where(
      and(
        ofPerson(actor.orgId, person, since),
        eq(markTable.verdict, verdict),
        inArray(markTable.standard, [...standards]),
      ),
    )
    .orderBy(desc(contactTable.startedAt), desc(contactTable.id), markTable.id)
    .limit(limit);
}

function ofPerson(orgId: string, person: string, since: Moment): SQL | undefined {
  return and(
    eq(markTable.orgId, orgId),
    eq(contactTable.personId, person),
    gte(contactTable.startedAt, since),
    noRulingAgainst(markTable),
  );
}
