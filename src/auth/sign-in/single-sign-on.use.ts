// Single sign-on inside: what is waited for while the browser is away, and whom a vouched address lets in. Nobody comes in
// who wasn't invited: the provider says who somebody is, never that they may.
import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { emailOf } from '../members/member.core.ts';
import { findMemberByEmail } from '../members/member.store.ts';
import { takeChallenge, writeChallenge } from './challenge.store.ts';
import { readInvitations } from './link.store.ts';
import { acceptLink } from './links.use.ts';
import { signIn, type SignedIn } from './sign-in.use.ts';

export type Kept = Readonly<Record<'state' | 'nonce' | 'verifier' | 'back', string>>;

/** Keep what must be known when the browser comes back. Returns the id that it carries in a cookie. */
export async function keepLeaving(work: Work, kept: Kept): Promise<string> {
  const id = `c${randomBytes(16).toString('hex')}`;
  await writeChallenge(work, { id, kind: 'single-sign-on', member: null, about: kept });
  return id;
}

/** What was kept, once. @throws Fault `single-sign-on-over` */
export async function takeLeaving(work: Work, id: string): Promise<Kept> {
  const { state, nonce, verifier, back } = (await takeChallenge(work, id, 'single-sign-on'))?.about ?? {};
  if (state && nonce && verifier && back) return { state, nonce, verifier, back };
  throw new Fault(
    'single-sign-on-over',
    'signed-out',
    'Too much time has passed, or this browser began in another way. Begin again.',
  );
}

/**
 * Let in whoever the provider vouches for: a member, or somebody who was invited by this very address.
 * @throws Fault `single-sign-on-unverified`, `single-sign-on-uninvited`
 */
export async function signInVouched(
  work: Work,
  { email: told, verified, name }: { email: string; verified: boolean; name: string | null },
  device: string,
): Promise<SignedIn> {
  if (!verified)
    throw new Fault(
      'single-sign-on-unverified',
      'forbidden',
      'Your account does not vouch for its e-mail address. Ask its administrator to verify it.',
    );
  const email = emailOf(told);
  const member = await findMemberByEmail(work, email);
  if (member) return signIn(work, member.id, 'single-sign-on', device);
  const [invitation] = await readInvitations(work, email);
  if (!invitation)
    throw new Fault('single-sign-on-uninvited', 'forbidden', 'Nobody has invited your address yet. Ask an owner to.');
  const id = await acceptLink(work, invitation, { name: name ?? undefined, hash: null });
  return signIn(work, id, 'single-sign-on', device);
}
