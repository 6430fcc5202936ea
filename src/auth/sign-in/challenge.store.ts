// Reads and writes what a browser was asked and is waited for. Each is taken once.
import { and, eq, lt } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import { challengeTable } from './sign-in.table.ts';

export interface Challenge {
  readonly id: string;
  readonly kind: 'passkey' | 'new-passkey' | 'single-sign-on';
  /** Whom it was put to, where that is known. */
  readonly member: string | null;
  readonly about: Readonly<Record<string, string>>;
}

const lastsFor = 10 * 60_000;

/** Writes one that is waited for, for ten minutes; forgets those that have run out. */
export async function writeChallenge({ tx, actor, now }: Work, challenge: Challenge): Promise<void> {
  await tx
    .delete(challengeTable)
    .where(and(eq(challengeTable.orgId, actor.orgId), lt(challengeTable.expiresAt, new Date(now))));
  const expiresAt = new Date(Date.parse(now) + lastsFor);
  await tx.insert(challengeTable).values({ ...challenge, orgId: actor.orgId, expiresAt });
}

/** The challenge of an id and kind, which is gone now; null where there is none or it has run out. */
export async function takeChallenge(
  { tx, actor, now }: Work,
  id: string,
  kind: Challenge['kind'],
): Promise<Challenge | null> {
  const [row] = await tx
    .delete(challengeTable)
    .where(and(eq(challengeTable.orgId, actor.orgId), eq(challengeTable.id, id), eq(challengeTable.kind, kind)))
    .returning();
  if (!row || row.expiresAt.toISOString() < now) return null;
  return { id: row.id, kind: row.kind, member: row.member, about: row.about };
}
