// Reads and writes sessions. The digest leaves this file only to be compared.
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import type { GrantedMember } from '../members/member.core.ts';
import { memberColumns, memberIn } from '../members/member.store.ts';
import { memberTable } from '../members/member.table.ts';
import type { Session } from './session.core.ts';
import { sessionTable, type Way } from './sign-in.table.ts';

export interface NewSession {
  readonly id: string;
  readonly member: string;
  readonly digest: string;
  readonly way: Way;
  readonly device: string;
  readonly expiresAt: Moment;
}

export async function writeSessionRow({ tx, actor, now }: Work, session: NewSession): Promise<void> {
  await tx.insert(sessionTable).values({
    ...session,
    orgId: actor.orgId,
    madeAt: new Date(now),
    seenAt: new Date(now),
    expiresAt: new Date(session.expiresAt),
  });
}

export interface FoundSession {
  readonly session: Session;
  readonly digest: string;
  /** Whose it is. */
  readonly member: GrantedMember | null;
}

/** The session of an id with its digest and whose it is, unless it was ended; null where there is none. */
export async function findSession({ tx, actor }: Work, id: string): Promise<FoundSession | null> {
  const [row] = await tx
    .select({ session: sessionTable, ...memberColumns })
    .from(sessionTable)
    .leftJoin(memberTable, and(eq(memberTable.orgId, sessionTable.orgId), eq(memberTable.id, sessionTable.member)))
    .where(and(eq(sessionTable.orgId, actor.orgId), eq(sessionTable.id, id), isNull(sessionTable.endedAt)));
  return row ? { session: toSession(row.session), digest: row.session.digest, member: memberIn(row) } : null;
}

/** Sessions of a member that were not ended and have not run out, the one used last first. */
export async function readSessions({ tx, actor, now }: Work, member: string): Promise<Session[]> {
  const rows = await tx
    .select()
    .from(sessionTable)
    .where(
      and(
        eq(sessionTable.orgId, actor.orgId),
        eq(sessionTable.member, member),
        isNull(sessionTable.endedAt),
        gt(sessionTable.expiresAt, new Date(now)),
      ),
    )
    .orderBy(desc(sessionTable.seenAt), sessionTable.id);
  return rows.map(toSession);
}

export async function writeSeen({ tx, actor, now }: Work, id: string): Promise<void> {
  await tx
    .update(sessionTable)
    .set({ seenAt: new Date(now) })
    .where(and(eq(sessionTable.orgId, actor.orgId), eq(sessionTable.id, id)));
}

/** Ends one session of a member, or all (but one). Returns how many it ended. */
export async function writeSessionEnds(
  { tx, actor, now }: Work,
  member: string,
  which: { readonly id: string } | { readonly allBut: string | null },
): Promise<number> {
  const ended = await tx
    .update(sessionTable)
    .set({ endedAt: new Date(now), endedBy: actor.id })
    .where(
      and(
        eq(sessionTable.orgId, actor.orgId),
        eq(sessionTable.member, member),
        isNull(sessionTable.endedAt),
        'id' in which ? eq(sessionTable.id, which.id) : ne(sessionTable.id, which.allBut ?? ''),
      ),
    )
    .returning({ id: sessionTable.id });
  return ended.length;
}

function toSession(row: typeof sessionTable.$inferSelect): Session {
  const { id, member, way, device, madeAt, seenAt, expiresAt } = row;
  return {
    id,
    member,
    way,
    device,
    madeAt: madeAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
