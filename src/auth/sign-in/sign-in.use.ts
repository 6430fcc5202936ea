// Signing in with a password: the try is counted, the hash compared outside of any transaction, and a session begun.
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { findMember, findMemberByEmail } from '../members/member.store.ts';
import { attemptOpened, attemptUndecided, beginAttempt, newDevice } from './attempts.use.ts';
import type { Attempt } from './attempts.store.ts';
import { asksForCode, takeCode } from './code.use.ts';
import { findPassword, writePassword } from './secret.store.ts';
import { actorOf, beginSession, type BegunSession } from './sessions.use.ts';
import type { Way } from './sign-in.table.ts';

export interface PasswordTry {
  readonly attempt: Attempt;
  /** Null where nobody signs in by this address; the hash of nothing is then compared all the same. */
  readonly member: string | null;
  readonly hash: string | null;
}

/** @param from where the try comes from, and what its browser keeps of an earlier sign-in */
export async function beginPasswordTry(
  work: Work,
  email: string,
  from: { readonly address: string; readonly device: string | null },
): Promise<PasswordTry | { readonly wait: number }> {
  const attempt = await beginAttempt(work, { account: email, ...from });
  if ('wait' in attempt) return attempt;
  const member = await findMemberByEmail(work, email);
  return { attempt, member: member?.id ?? null, hash: member ? await findPassword(work, member.id) : null };
}

export interface SignedIn {
  readonly actor: Actor;
  readonly session: BegunSession;
  /** For the browser to keep, so that others' guesses never slow it down. */
  readonly known: string | null;
}

/**
 * The password was right: begin a session, or say that a code is wanted.
 * @returns `code` where one is wanted and none was told; null where the code was wrong
 */
export async function endPasswordTry(
  work: Work,
  tried: { readonly attempt: Attempt; readonly member: string; readonly email: string },
  { code, device, rehashed }: { code: string | undefined; device: string; rehashed: string | null },
): Promise<SignedIn | 'code' | null> {
  if (await asksForCode(work, tried.member)) {
    if (code === undefined) {
      await attemptUndecided(work, tried.attempt);
      return 'code';
    }
    if (!(await takeCode(work, tried.member, code))) return null;
  }
  if (rehashed !== null) await writePassword(work, tried.member, rehashed);
  await attemptOpened(work, tried.attempt);
  return signIn(work, tried.member, 'password', device);
}

/** Begin a session of a member who has shown who they are. @throws Fault `sign-in-refused` where they have ended */
export async function signIn(work: Work, id: string, way: Way, device: string): Promise<SignedIn> {
  const member = await findMember(work, id);
  if (!member || member.endedAt !== null) throw signInRefused();
  const session = await beginSession(work, { member: id, way, device });
  return {
    actor: actorOf(work.actor.orgId, member),
    session,
    known: member.email === null ? null : newDevice(work, member.email),
  };
}

/** The same sentence whatever was wrong: it tells nobody who signs in here. */
export function signInRefused(): Fault {
  return new Fault(
    'sign-in-refused',
    'signed-out',
    'The address, the password or the code is not right. Try again, or ask an owner for a link to set a new password.',
  );
}
