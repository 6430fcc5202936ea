// Rows of coaching notes and of what became of them, and the marks that they may be about.
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { markTable } from '../../marking/marking.table.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import type { CoachingEvent, KeptNote } from './coaching.core.ts';
import { coachingEventTable, coachingNoteTable } from './coaching.table.ts';

/** The latest version of the contact that a mark speaks of. */
const contactOfMark = (orgId: string) =>
  and(
    eq(contactTable.orgId, orgId),
    eq(contactTable.id, markTable.contactId),
    eq(contactTable.version, markTable.contactVersion),
    contactTable.latest,
  );

/** A mark of the latest version of a contact, with whom that was with; undefined where there is none or it is not theirs to see. */
export async function markToCoach({ tx, actor }: Work, mark: string) {
  const [found] = await tx
    .select({
      id: markTable.id,
      contact: markTable.contactId,
      version: markTable.contactVersion,
      standard: markTable.standard,
      verdict: markTable.verdict,
      evidence: markTable.evidence,
      person: contactTable.personId,
      site: contactTable.siteId,
    })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(actor.orgId))
    .where(and(eq(markTable.orgId, actor.orgId), eq(markTable.id, mark)));
  return found;
}

export async function insertNote({ tx }: Work, row: typeof coachingNoteTable.$inferInsert): Promise<void> {
  await tx.insert(coachingNoteTable).values(row);
}

/** Which notes are asked for. */
export interface NotesAsked {
  readonly id?: string;
  readonly person?: string;
  readonly mark?: string;
}

/** Notes that the actor may see rows of, the newest first. */
export async function notesOf(
  { tx, actor }: Work,
  { id, person, mark }: NotesAsked,
  limit: number,
): Promise<KeptNote[]> {
  const table = coachingNoteTable;
  const rows = await tx
    .select()
    .from(table)
    .where(
      and(
        eq(table.orgId, actor.orgId),
        ...(id === undefined ? [] : [eq(table.id, id)]),
        ...(person === undefined ? [] : [eq(table.person, person)]),
        ...(mark === undefined ? [] : [eq(table.mark, mark)]),
      ),
    )
    .orderBy(desc(table.givenAt), asc(table.id))
    .limit(limit);
  if (rows.length === 0) return [];
  const events = await tx
    .select()
    .from(coachingEventTable)
    .where(
      and(
        eq(coachingEventTable.orgId, actor.orgId),
        inArray(
          coachingEventTable.note,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(coachingEventTable.note), asc(coachingEventTable.nth));
  const byNote = Map.groupBy(events, (one) => one.note);
  return rows.map(({ orgId: _org, byMember: _member, givenAt, ...note }) => ({
    note: { ...note, givenAt: givenAt.toISOString() },
    events: (byNote.get(note.id) ?? []).map(({ kind, says, by, at }) => ({ kind, says, by, at: at.toISOString() })),
  }));
}

/** Adds what happened next. The key lets only one of two at the same moment in. False: somebody was before. */
export async function addEvent({ tx, actor }: Work, note: string, nth: number, event: CoachingEvent): Promise<boolean> {
  const added = await tx
    .insert(coachingEventTable)
    .values({ orgId: actor.orgId, note, nth, ...event, at: new Date(event.at) })
    .onConflictDoNothing()
    .returning({ nth: coachingEventTable.nth });
  return added.length > 0;
}

/** Notes about contacts, with the version of each that they speak of. */
export async function notesAbout({ tx, actor }: Work, contacts: readonly string[]) {
  const { orgId, id, contact, contactVersion } = coachingNoteTable;
  return tx
    .select({ id, contact, version: contactVersion })
    .from(coachingNoteTable)
    .where(and(eq(orgId, actor.orgId), anyOf(contact, contacts)));
}

/** Deletes notes with all that became of them. */
export async function deleteNotes({ tx, actor }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { orgId, id } = coachingNoteTable;
  await tx
    .delete(coachingEventTable)
    .where(and(eq(coachingEventTable.orgId, actor.orgId), anyOf(coachingEventTable.note, ids)));
  await tx.delete(coachingNoteTable).where(and(eq(orgId, actor.orgId), anyOf(id, ids)));
}

/** Takes the example away from notes whose example was one of these contacts. */
export async function deleteExamples({ tx, actor }: Work, contacts: readonly string[]): Promise<void> {
  const { orgId, exampleContact } = coachingNoteTable;
  await tx
    .update(coachingNoteTable)
    .set({ exampleMark: null, exampleContact: null })
    .where(and(eq(orgId, actor.orgId), anyOf(exampleContact, contacts)));
}

export interface WellAsked {
  readonly standard: string;
  readonly version: string;
  /** Whose contacts are left out. */
  readonly not: string;
  readonly site: string | null;
  /** Contacts in which people agreed that it was kept. */
  readonly agreed: readonly string[];
}

/** A mark that a standard was kept well, with whose contact it stands in. */
export interface KeptWell {
  readonly mark: string;
  readonly contact: string;
  readonly evidence: (typeof markTable.$inferSelect)['evidence'];
}

/**
 * Marks that a standard was kept, surely or as people agreed, and with the words, in contacts of others; those of other sites and
 * the newest first.
 */
export async function keptWell(
  { tx, actor }: Work,
  asked: WellAsked,
  sureness: number,
  limit: number,
): Promise<KeptWell[]> {
  return tx
    .select({ mark: markTable.id, contact: markTable.contactId, evidence: markTable.evidence })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(actor.orgId))
    .where(
      and(
        eq(markTable.orgId, actor.orgId),
        eq(markTable.standard, asked.standard),
        eq(markTable.standardVersion, asked.version),
        eq(markTable.verdict, 'met'),
        or(sql`${markTable.confidence} >= ${sureness}`, inArray(markTable.contactId, [...asked.agreed])),
        sql`jsonb_array_length(${markTable.evidence}) > 0`,
        sql`${contactTable.personId} is not null and ${contactTable.personId} <> ${asked.not}`,
      ),
    )
    .orderBy(
      sql`(${contactTable.siteId} is not distinct from ${asked.site})`,
      sql`${contactTable.startedAt} desc nulls last`,
      asc(markTable.id),
    )
    .limit(limit);
}
