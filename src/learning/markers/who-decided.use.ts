// Who had a marker learned or let it in: by name to owners, by role to others.
import { toldActors } from '../../auth/members/told-actors.use.ts';
import type { Work } from '../../platform/db/work.ts';

/** By the ids that rows carry; whoever is neither a member nor at the server is the program. */
export async function whoDecided(work: Work): Promise<(id: string) => string> {
  const told = await toldActors(work);
  return (id) => {
    const member = told.get(id);
    if (member)
      return (
        member.name ?? (member.roles.map((role) => role.replaceAll('-', ' ')).join(', ') || 'somebody who has left')
      );
    return id === 'this-machine' || id === 'cli' ? 'a command on the server' : 'the program';
  };
}
