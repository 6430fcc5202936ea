// Everybody who signs in, for parts of the program that say who is asked: whoever calls tells no more of them than a name.
import type { Work } from '../../platform/db/work.ts';
import type { GrantedMember } from './member.core.ts';
import { readMembers } from './member.store.ts';

/** By name, ended ones last. @param work of the program itself */
export async function readEveryMember(work: Work): Promise<GrantedMember[]> {
  return readMembers(work);
}
