// A member's own password, changed by themself.
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { memberOf } from '../members/acting-member.use.ts';
import type { GrantedMember } from '../members/member.core.ts';
import { tellOfWay } from './notice.use.ts';
import { beginSession, type BegunSession } from './sessions.use.ts';
import { findPassword, writePassword } from './secret.store.ts';
import { writeSessionEnds } from './session.store.ts';

/** The acting member and the hash of their password, null where they sign in another way. @throws Fault `member-missing` */
export async function ownPassword(work: Work): Promise<{ member: GrantedMember; hash: string | null }> {
  const member = await memberOf(work);
  return { member, hash: await findPassword(work, member.id) };
}

/** Keep a new one. Every session ends, and the browser that asks gets a new one. @throws Fault `member-missing` */
export async function changePassword(work: Work, hash: string, device: string): Promise<BegunSession> {
  const member = await memberOf(work);
  const { id } = member;
  await writePassword(work, id, hash);
  await tellOfWay(work, member, 'password.changed');
  return renewSession(work, id, device, 'password.changed');
}

/** End every session of a member whose ways to sign in have changed, and begin one for the browser that asks. */
async function renewSession(work: Work, member: string, device: string, deed: string): Promise<BegunSession> {
  await writeSessionEnds(work, member, { allBut: null });
  await append(work, { kind: deed, subjects: [member] });
  return beginSession(work, { member, way: 'password', device });
}
