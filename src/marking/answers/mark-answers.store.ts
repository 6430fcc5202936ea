// Rows of answers to marks, and the marks that they are about.
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { siteTable } from '../../people/people.table.ts';
import type { Work } from '../../platform/db/work.ts';
import { contactOfMark, dayAtSite, siteOfContact } from '../contact-of-mark.store.ts';
import { markTable } from '../marking.table.ts';
import { markAnswerTable, type MarkAnswerRow } from './mark-answer.table.ts';

/** A mark of the latest version of a contact, with whom that was with; undefined where there is none or it is not theirs to see. */
export async function markedWith({ tx, actor }: Work, mark: string) {
  const [found] = await tx
    .select({ mark: markTable.id, contact: markTable.contactId, person: contactTable.personId })
    .from(markTable)
    .innerJoin(contactTable, contactOfMark(actor.orgId))
    .where(and(eq(markTable.orgId, actor.orgId), eq(markTable.id, mark)));
  return found;
}

export async function answerOf({ tx, actor }: Work, mark: string): Promise<MarkAnswerRow | undefined> {
  const [found] = await tx
    .select()
    .from(markAnswerTable)
    .where(and(eq(markAnswerTable.orgId, actor.orgId), eq(markAnswerTable.mark, mark)));
  return found;
}

export async function writeAnswer({ tx }: Work, row: typeof markAnswerTable.$inferInsert): Promise<void> {
  const { orgId: _org, mark: _mark, ...set } = row;
  await tx
    .insert(markAnswerTable)
    .values(row)
    .onConflictDoUpdate({ target: [markAnswerTable.orgId, markAnswerTable.mark], set });
}

export async function deleteAnswer({ tx, actor }: Work, mark: string): Promise<void> {
  await tx.delete(markAnswerTable).where(and(eq(markAnswerTable.orgId, actor.orgId), eq(markAnswerTable.mark, mark)));
}

export async function writeSeen({ tx, actor, now }: Work, mark: string): Promise<void> {
  await tx
    .update(markAnswerTable)
    .set({ seenAt: new Date(now), seenBy: actor.id })
    .where(and(eq(markAnswerTable.orgId, actor.orgId), eq(markAnswerTable.mark, mark), isNull(markAnswerTable.seenAt)));
}

export async function answersOfContact({ tx, actor }: Work, contact: string): Promise<MarkAnswerRow[]> {
  return tx
    .select()
    .from(markAnswerTable)
    .where(and(eq(markAnswerTable.orgId, actor.orgId), eq(markAnswerTable.contact, contact)))
    .orderBy(asc(markAnswerTable.answeredAt), asc(markAnswerTable.mark));
}

/** Answers that nobody who answers for the person has read yet, the longest waiting first, and how many there are. */
export async function waitingAnswers({ tx, actor }: Work, limit: number) {
  const waiting = and(eq(markAnswerTable.orgId, actor.orgId), isNull(markAnswerTable.seenAt));
  const items = await tx
    .select({
      mark: markAnswerTable.mark,
      contact: markAnswerTable.contact,
      answer: markAnswerTable.answer,
      because: markAnswerTable.because,
      answeredAt: markAnswerTable.answeredAt,
      standard: markTable.standard,
      site: siteTable.name,
      day: dayAtSite,
    })
    .from(markAnswerTable)
    .innerJoin(markTable, and(eq(markTable.orgId, actor.orgId), eq(markTable.id, markAnswerTable.mark)))
    .innerJoin(contactTable, contactOfMark(actor.orgId))
    .leftJoin(siteTable, siteOfContact(actor.orgId))
    .where(waiting)
    .orderBy(asc(markAnswerTable.answeredAt), asc(markAnswerTable.mark))
    .limit(limit);
  const [all] = await tx
    .select({ count: count() })
    .from(markAnswerTable)
    .innerJoin(markTable, and(eq(markTable.orgId, actor.orgId), eq(markTable.id, markAnswerTable.mark)))
    .innerJoin(contactTable, contactOfMark(actor.orgId))
    .where(waiting);
  return { items, all: all?.count ?? 0 };
}

export async function deleteAnswersOf({ tx, actor }: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx
    .delete(markAnswerTable)
    .where(and(eq(markAnswerTable.orgId, actor.orgId), inArray(markAnswerTable.contact, [...contacts])));
}
