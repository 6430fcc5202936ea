// How often marks were disputed and overturned, for those who look after standards and reviewers. Reviewers by name for those who answer
// for them; to each reviewer their own. Nobody learns whose contacts they were.
import type { Actor, Role } from '../../kernel/actor.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { disputeNumbers } from './disputes.use.ts';

const answering: readonly Role[] = ['owner', 'district-manager', 'trainer'];

/** @param work of whoever reads @param names of members by id */
export async function tellDisputeNumbers(work: Work, names: ReadonlyMap<string, string>) {
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  return (await disputeNumbers(work))
    .filter((one) => one.reviewer === null || maySee(work.actor, one.reviewer))
    .map(({ standard, marker, reviewer, ...counts }) => ({
      standard: { id: standard, title: titles.get(standard) ?? standard },
      marker,
      reviewer: reviewer === null ? null : reviewer === work.actor.id ? 'you' : (names.get(reviewer) ?? 'a reviewer'),
      ...counts,
    }))
    .toSorted(
      (a, b) => b.upheld - a.upheld || b.disputed - a.disputed || a.standard.title.localeCompare(b.standard.title),
    );
}

function maySee(actor: Actor, reviewer: string): boolean {
  return reviewer === actor.id || actor.roles.some((role) => answering.includes(role));
}
