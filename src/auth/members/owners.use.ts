// Who owns the organisation: whom the program itself writes to.
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { isOwner } from './member.core.ts';
import { readMembers } from './member.store.ts';

export interface Owner {
  readonly id: string;
  /** Null for a person of the demo. */
  readonly email: string | null;
  readonly madeAt: Moment;
}

/** Owners of everything who still sign in, by name. @param work of the program itself */
export async function readOwners(work: Work): Promise<Owner[]> {
  return (await readMembers(work))
    .filter((one) => one.endedAt === null && isOwner(one.grants))
    .map(({ id, email, madeAt }) => ({ id, email, madeAt }));
}
