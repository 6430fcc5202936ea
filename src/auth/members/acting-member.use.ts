// The member who acts: whoever signs in has one, a token or a part of the program has none.
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import type { GrantedMember } from './member.core.ts';
import { findMember } from './member.store.ts';

/** @throws Fault `member-missing` */
export async function memberOf(work: Work): Promise<GrantedMember> {
  const member = await findMember(work, work.actor.id);
  if (member && member.endedAt === null) return member;
  throw new Fault(
    'member-missing',
    'missing',
    'This is about whoever signs in, and a token is nobody who does. Sign in with a browser.',
  );
}
