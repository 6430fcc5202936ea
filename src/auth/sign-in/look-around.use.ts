// Looking around the demo: as its owner, as the manager of one of its sites, or as a rep who serves there under them, so that what the
// one sends the other sees.
import type { Grant } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { inForce } from '../../kernel/moment.ts';
import type { Post } from '../../people/people.core.ts';
import { readPeopleRecord } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { findMember, writeGrants, writeMember } from '../members/member.store.ts';
import type { LookedAroundAs } from './look-around.core.ts';

/**
 * The member to look around as, made at the first time. Which person it is follows from the record: of several, one who
 * serves at its last day and has been there longest, so that there is something of theirs to see.
 * @throws Fault `demo-without-people`
 */
export async function lookAroundAs(work: Work, as: LookedAroundAs): Promise<string> {
  const id = `m-look-around-as-${as}`;
  if (await findMember(work, id)) return id;
  const { posts, people } = await readPeopleRecord(work);
  const days = posts.map((post) => post.from).toSorted();
  const last = days.at(-1) ?? work.now.slice(0, 10);
  const post = postOf(
    as,
    posts.filter((one) => inForce(one, last)),
  );
  const person = people.find((one) => one.id === post?.person);
  if (!post || !person)
    throw new Fault(
      'demo-without-people',
      'unready',
      'The demo has no such person on record yet. Wait until it is made, then try again.',
    );
  const grant: Grant = { role: as, sites: as === 'owner' ? null : [post.site] };
  await writeMember(work, { id, name: person.name, email: null, person: person.id });
  await writeGrants(work, id, [grant]);
  await append(work, { kind: 'member.added', subjects: [id] });
  return id;
}

/** The manager who has been there longest of those who have reps under them; of these reps likewise the one. */
function postOf(as: LookedAroundAs, posts: readonly Post[]): Post | undefined {
  const of = (role: string): Post[] => posts.filter((one) => one.role === role).toSorted(longestFirst);
  if (as === 'owner') return of(as)[0];
  const reps = of('rep');
  const under = (manager: Post): Post[] =>
    reps.filter((one) => one.supervisor === manager.person && one.site === manager.site);
  const managers = of('manager');
  const manager = managers.find((one) => under(one).length > 0) ?? managers[0];
  return as === 'manager' ? manager : ((manager && under(manager)[0]) ?? reps[0]);
}

function longestFirst(one: Post, other: Post): number {
  return one.from.localeCompare(other.from) || one.person.localeCompare(other.person);
}
