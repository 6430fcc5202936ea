// Who did something, told of the ids that lines of the history carry: by name to owners, by role to whoever else reads them.
import type { Work } from '../../platform/db/work.ts';
import { readMembers } from './member.store.ts';

export interface ToldActor {
  /** Only for owners, who keep the list of members themselves. */
  readonly name?: string;
  /** What they may today; empty where they come no more. */
  readonly roles: readonly string[];
}

/** The members among those who ever did something; whoever isn't one is a token or a part of the program. */
export async function toldActors(work: Work): Promise<ReadonlyMap<string, ToldActor>> {
  const names = work.actor.roles.includes('owner');
  const members = await readMembers(work);
  return new Map(
    members.map(({ id, name, grants }) => [
      id,
      { roles: [...new Set(grants.map((grant) => grant.role))], ...(names ? { name } : {}) },
    ]),
  );
}
