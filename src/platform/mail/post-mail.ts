// Mail is written beside what it is about, in the same transaction, and sent afterwards: what was undone sends none, and
// what was done sends it though the mail server is away. Where no mail server is set, owners read it on the screen.
import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../db/work.ts';
import { mailTable } from './mail.table.ts';

export interface Letter {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly words: string;
}

export interface PostedMail extends Letter {
  readonly id: string;
  readonly madeAt: Moment;
  readonly tries: number;
  /** Why the last try failed, as a word of ours; null where there was none. */
  readonly failed: string | null;
}

/** Tries after which a letter stays where it is, for an owner to read. */
export const mostTries = 8;

/** Put a letter where it waits to be sent. Line breaks in an address or subject become blanks: they would begin a header. */
export async function postMail({ tx, actor, now }: Work, letter: Letter): Promise<void> {
  const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').trim();
  await tx.insert(mailTable).values({
    orgId: actor.orgId,
    id: `e${randomBytes(8).toString('hex')}`,
    to: oneLine(letter.to),
    subject: oneLine(letter.subject).slice(0, 200),
    words: letter.words,
    madeAt: new Date(now),
  });
}

/** What waits, newest first; at most 100. */
export async function readOutbox(work: Work): Promise<PostedMail[]> {
  const rows = await work.tx.select().from(mailTable).where(waits(work)).orderBy(desc(mailTable.madeAt)).limit(100);
  return rows.map(toPosted);
}

/** What is still to be tried, oldest first; at most 20. */
export async function readUnsent(work: Work): Promise<PostedMail[]> {
  const rows = await work.tx
    .select()
    .from(mailTable)
    .where(and(waits(work), lt(mailTable.tries, mostTries)))
    .orderBy(asc(mailTable.madeAt))
    .limit(20);
  return rows.map(toPosted);
}

/** It has gone: its words are kept no longer. */
export async function writeSent({ tx, actor, now }: Work, id: string): Promise<void> {
  await tx
    .update(mailTable)
    .set({ sentAt: new Date(now), words: '', failed: null })
    .where(and(eq(mailTable.orgId, actor.orgId), eq(mailTable.id, id)));
}

export async function writeFailed({ tx, actor }: Work, { id, tries }: PostedMail, failed: string): Promise<void> {
  await tx
    .update(mailTable)
    .set({ failed, tries: tries + 1 })
    .where(and(eq(mailTable.orgId, actor.orgId), eq(mailTable.id, id)));
}

const waits = ({ actor }: Work) => and(eq(mailTable.orgId, actor.orgId), isNull(mailTable.sentAt));

function toPosted({ id, to, subject, words, madeAt, tries, failed }: typeof mailTable.$inferSelect): PostedMail {
  return { id, to, subject, words, madeAt: madeAt.toISOString(), tries, failed };
}
