// Mail is written beside what it is about, in the same transaction, and sent afterwards: what was undone sends none, and
// what was done sends it though the mail server is away. Where no mail server is set, owners read it on the screen.
import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../db/work.ts';
import { mailTable } from './mail.table.ts';

export interface Letter {
  /** One address; empty for somebody who has none: then it is read on the screen alone. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly words: string;
  /** The same as HTML, where there is such a form. */
  readonly html?: string;
  /** Rather lost than sent twice: not tried again where nobody can know whether it went. */
  readonly once?: true;
}

export interface PostedMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly html: string | null;
  readonly once: boolean;
  readonly madeAt: Moment;
  readonly tries: number;
  /** Why the last try failed, as a word of ours; null where there was none. */
  readonly failed: string | null;
}

/** Tries after which a letter stays where it is, for an owner to read. */
export const mostTries = 8;

/** Whoever claimed a letter and has said nothing of it for so long has ended, in milliseconds. */
const silence = 10 * 60_000;

/**
 * Put a letter where it waits to be sent; returns its id. Line breaks in an address or subject become blanks: they would begin
 * a header.
 */
export async function postMail({ tx, actor, now }: Work, letter: Letter): Promise<string> {
  const id = `e${randomBytes(8).toString('hex')}`;
  const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').trim();
  await tx.insert(mailTable).values({
    orgId: actor.orgId,
    id,
    to: oneLine(letter.to),
    subject: oneLine(letter.subject).slice(0, 200),
    words: letter.words,
    html: letter.html ?? null,
    once: letter.once ?? false,
    madeAt: new Date(now),
  });
  return id;
}

/** What waits, newest first; at most 100. */
export async function readOutbox(work: Work): Promise<PostedMail[]> {
  const rows = await work.tx.select().from(mailTable).where(waits(work)).orderBy(desc(mailTable.madeAt)).limit(100);
  return rows.map(toPosted);
}

/**
 * Claims the letter that waits longest and is to be tried now, for whoever sends it; null where there is none. One at a time, by one
 * process alone. A letter whose sender ended before it could say what became of it is tried again, unless it is one that goes
 * once: this one is left as it is, for an owner to see.
 */
export async function claimMail(work: Work): Promise<PostedMail | null> {
  const { tx, now } = work;
  const ended = new Date(Date.parse(now) - silence);
  await tx
    .update(mailTable)
    .set({ tries: mostTries, failed: 'UNKNOWN', claimedAt: null })
    .where(and(waits(work), eq(mailTable.once, true), lt(mailTable.claimedAt, ended)));
  const [row] = await tx
    .select()
    .from(mailTable)
    .where(
      and(
        waits(work),
        lt(mailTable.tries, mostTries),
        ne(mailTable.to, ''),
        or(isNull(mailTable.claimedAt), lt(mailTable.claimedAt, ended)),
      ),
    )
    .orderBy(asc(mailTable.tries), asc(mailTable.madeAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return null;
  await tx
    .update(mailTable)
    .set({ claimedAt: new Date(now) })
    .where(own(work, row.id));
  return toPosted(row);
}

/** It has gone: its words are kept no longer. */
export async function writeSent(work: Work, id: string): Promise<void> {
  const { tx, now } = work;
  await tx
    .update(mailTable)
    .set({ sentAt: new Date(now), words: '', html: null, failed: null, claimedAt: null })
    .where(own(work, id));
}

/** It did not go. @param known false: nobody can know whether it went */
export async function writeFailed(
  work: Work,
  { id, tries, once }: PostedMail,
  { why, known }: { readonly why: string; readonly known: boolean },
): Promise<void> {
  const again = known || !once;
  await work.tx
    .update(mailTable)
    .set({ failed: again ? why : 'UNKNOWN', tries: again ? tries + 1 : mostTries, claimedAt: null })
    .where(own(work, id));
}

const own = ({ actor }: Work, id: string) => and(eq(mailTable.orgId, actor.orgId), eq(mailTable.id, id));

const waits = ({ actor }: Work) => and(eq(mailTable.orgId, actor.orgId), isNull(mailTable.sentAt));

function toPosted(row: typeof mailTable.$inferSelect): PostedMail {
  const { id, to, subject, words, html, once, madeAt, tries, failed } = row;
  return { id, to, subject, words, html, once, madeAt: madeAt.toISOString(), tries, failed };
}
