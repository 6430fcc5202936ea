// Those who review contacts in the demo: members like any others, so that what they say can be looked at by name.
import { type Actor, withGrants } from '../../kernel/actor.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { findMember, writeGrants, writeMember } from '../members/member.store.ts';

const reviewers = [
  { id: 'm-demo-reviewer-1', name: 'Robin Ellis' },
  { id: 'm-demo-reviewer-2', name: 'Casey Wu' },
  { id: 'm-demo-reviewer-3', name: 'Toni Abara' },
] as const;

/** Them as they act, made at the first time; the last one decides where the others differ. */
export async function demoReviewers(work: Work): Promise<Actor[]> {
  const { orgId } = work.actor;
  for (const { id, name } of reviewers) {
    if (await findMember(work, id)) continue;
    await writeMember(work, { id, name, email: null, person: null });
    await writeGrants(work, id, [{ role: 'reviewer', sites: null }]);
    await append(work, { kind: 'member.added', subjects: [id] });
  }
  return reviewers.map(({ id }) => withGrants({ orgId, id, roles: [] }, [{ role: 'reviewer', sites: null }]));
}
