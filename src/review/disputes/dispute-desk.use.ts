// What every act on a dispute needs to know: who signs in, how long answers may take, which day it is.
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import type { GrantedMember } from '../../auth/members/member.core.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/moment.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { Work } from '../../platform/db/work.ts';
import { clockOfDisputes } from './dispute-clock.core.ts';
import { usualDisputeRule, type DisputeRule } from './dispute-rule.core.ts';
import { readRule } from './dispute.store.ts';

export interface DisputeDesk {
  readonly today: Day;
  readonly rule: DisputeRule;
  readonly members: readonly GrantedMember[];
}

/** The program itself, which reads who signs in for whoever acts. */
export const disputesIn = (orgId: string): Actor => ({ orgId, id: clockOfDisputes, roles: ['owner'] });

/** @param work of the program itself */
export async function readDesk(work: Work): Promise<DisputeDesk> {
  return {
    today: work.now.slice(0, 10),
    rule: (await readRule(work)) ?? usualDisputeRule,
    members: await readEveryMember(work),
  };
}

/** The last day of whoever is asked on a day. */
export function dueFrom({ rule }: DisputeDesk, day: Day): Day {
  return addWorkingDays(day, rule.days, rule.daysOff);
}
