// Sessions: begun with a fresh secret whenever somebody shows who they are, told by it, ended.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { withGrants, type Actor } from '../../kernel/actor.ts';
import { keyedDigest } from '../../kernel/digest.ts';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { memberOf } from '../members/acting-member.use.ts';
import type { GrantedMember } from '../members/member.core.ts';
import { isOpen, lastsFor, lookingLastsFor, seenEvery, writeSession, type Session } from './session.core.ts';
import { findSession, readSessions, writeSeen, writeSessionEnds, writeSessionRow } from './session.store.ts';
import type { Way } from './sign-in.table.ts';
import type { TellingSession } from './telling-session.core.ts';

export interface BegunSession {
  /** What the cookie holds; told this once. */
  readonly text: string;
  /** Seconds until it ends for good. */
  readonly lasts: number;
}

/**
 * Begin a session for a member who has just shown who they are. The secret is always a new one, so that none that was
 * planted in a browser before is ever worth anything.
 */
export async function beginSession(
  work: Work,
  { member, way, device }: { member: string; way: Way; device: string },
): Promise<BegunSession> {
  const id = `s${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(32).toString('base64url');
  const lasts = way === 'look-around' ? lookingLastsFor : lastsFor;
  const expiresAt: Moment = new Date(Date.parse(work.now) + lasts).toISOString();
  await writeSessionRow(work, { id, member, way, device, expiresAt, digest: digestOf(work, secret) });
  await append(work, { kind: 'session.begun', subjects: [member, id] });
  return { text: writeSession(id, secret), lasts: lasts / 1000 };
}

/**
 * Whose session it is; null where it opens nothing. Does the same work for an id that there is not. It only
 * reads: that it was seen is noted afterwards, where `toNote` says so.
 */
export async function actorOfSession(work: Work, id: string, secret: string): Promise<TellingSession | null> {
  const found = await findSession(work, id);
  const given = Buffer.from(digestOf(work, secret));
  const same = timingSafeEqual(given, Buffer.from(found?.digest ?? digestOf(work, '')));
  if (!found || !same || !isOpen(found.session, work.now)) return null;
  const { session, member } = found;
  if (!member || member.endedAt !== null) return null;
  const toNote = Date.parse(work.now) - Date.parse(session.seenAt) >= seenEvery;
  return { actor: actorOf(work.actor.orgId, member), member, session, toNote };
}

/** A session was seen now. */
export async function noteSeen(work: Work, { session }: TellingSession): Promise<void> {
  await writeSeen(work, session.id);
}

/** What a member may, as an actor. */
export function actorOf(orgId: string, { id, grants, person }: GrantedMember): Actor {
  const readsOnly = grants.length > 0 && grants.every((grant) => grant.role === 'auditor');
  return withGrants(
    {
      orgId,
      id,
      roles: [],
      ...(person === null ? {} : { person }),
      ...(readsOnly ? { readsOnly: true as const } : {}),
    },
    grants,
  );
}

/** The acting member's own open sessions, the one used last first. @throws Fault `member-missing` */
export async function listSessions(work: Work): Promise<Session[]> {
  const { id } = await memberOf(work);
  return (await readSessions(work, id)).filter((one) => isOpen(one, work.now));
}

/** End one of the acting member's own sessions, or all but one. Returns how many. @throws Fault `member-missing` */
export async function endSessions(
  work: Work,
  which: { readonly id: string } | { readonly allBut: string | null },
): Promise<number> {
  const { id } = await memberOf(work);
  const ended = await writeSessionEnds(work, id, which);
  if (ended > 0) await append(work, { kind: 'session.ended', subjects: [id] });
  return ended;
}

function digestOf({ key }: Work, secret: string): string {
  return keyedDigest(key, `session\u001f${secret}`);
}
