// Who serves where a rule holds.
import { inForce, type Day } from '../../kernel/moment.ts';
import type { Post } from '../../people/people.core.ts';
import type { PolicyVersion } from '../../policies/policy.core.ts';
import type { Planned } from '../planned-organisation.core.ts';

/** Posts of those who serve where a policy is for, on a day, one a person. */
export function servingAt(
  { records }: Pick<Planned, 'records'>,
  { sites }: Pick<PolicyVersion, 'sites'>,
  day: Day,
): Post[] {
  const there = records.posts.filter(
    (post) => post.role === 'rep' && inForce(post, day) && (sites.length === 0 || sites.includes(post.site)),
  );
  return there.filter((post, at) => there.findIndex((one) => one.person === post.person) === at);
}
