// Rows of job descriptions, and what a person's contacts were asked for.
import { and, asc, countDistinct, desc, eq, gte, inArray, ne } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import type { Day } from '../../kernel/moment.ts';
import { markTable } from '../../marking/marking.table.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Seen } from './job-description.core.ts';
import { jobDescriptionTable, type JobDescriptionRow } from './job-description.table.ts';

const { orgId: org, id: key, person, nth, revision, state, dueOn } = jobDescriptionTable;

/** Of one person, the newest first. */
export async function ofPerson({ tx, actor }: Work, of: string): Promise<JobDescriptionRow[]> {
  return tx
    .select()
    .from(jobDescriptionTable)
    .where(and(eq(org, actor.orgId), eq(person, of)))
    .orderBy(desc(nth));
}

export async function byId({ tx, actor }: Work, id: string): Promise<JobDescriptionRow | undefined> {
  const [row] = await tx
    .select()
    .from(jobDescriptionTable)
    .where(and(eq(org, actor.orgId), eq(key, id)));
  return row;
}

/** Of others that were sent, those that wait first, by their day. */
export async function sentByOthers({ tx, actor }: Work, own: string, limit: number): Promise<JobDescriptionRow[]> {
  return tx
    .select()
    .from(jobDescriptionTable)
    .where(and(eq(org, actor.orgId), ne(state, 'being-written'), ne(person, own)))
    .orderBy(desc(state), asc(dueOn), asc(key))
    .limit(limit);
}

/** False where it was begun at this very moment elsewhere. */
export async function insertRow({ tx }: Work, row: typeof jobDescriptionTable.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(jobDescriptionTable)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: jobDescriptionTable.id });
  return added.length > 0;
}

/** Changes it where it still is of that revision; false where somebody was before. */
export async function changeRow(
  { tx, actor }: Work,
  id: string,
  was: number,
  set: Partial<typeof jobDescriptionTable.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(jobDescriptionTable)
    .set({ ...set, revision: was + 1 })
    .where(and(eq(org, actor.orgId), eq(key, id), eq(revision, was)))
    .returning({ id: key });
  return changed.length === 1;
}

/** In how many of a person's contacts since a day each standard was asked for. */
export async function seenSince({ tx, actor }: Work, of: string, day: Day): Promise<Seen[]> {
  return tx
    .select({ standard: markTable.standard, contacts: countDistinct(contactTable.id) })
    .from(contactTable)
    .innerJoin(
      markTable,
      and(
        eq(markTable.orgId, actor.orgId),
        eq(markTable.contactId, contactTable.id),
        eq(markTable.contactVersion, contactTable.version),
        inArray(markTable.verdict, ['met', 'failed']),
      ),
    )
    .where(
      and(
        eq(contactTable.orgId, actor.orgId),
        eq(contactTable.personId, of),
        eq(contactTable.latest, true),
        gte(contactTable.startedAt, `${day}T00:00:00.000Z`),
      ),
    )
    .groupBy(markTable.standard);
}
