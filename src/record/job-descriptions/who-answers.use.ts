// Who is asked to evaluate a job description: the supervisor of the record, where they sign in and their role there lets them.
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { canEvaluateAt, type AskedToEvaluate } from './job-description.access.ts';

interface Sent {
  readonly person: string;
  readonly supervisor: string | null;
  readonly site: string | null;
  readonly state: string;
  readonly dueOn: Day | null;
}

/** Says of one that was sent whose word is asked for. */
export type WhoAnswers = (sent: Sent) => AskedToEvaluate;

/** @param work of the program itself: whoever reads sees nothing of others who sign in */
export async function readWhoAnswers(work: Work): Promise<WhoAnswers> {
  const members = (await readEveryMember(work)).filter((one) => one.endedAt === null);
  const today = work.now.slice(0, 10);
  return ({ person, supervisor, site, state, dueOn }) => ({
    person,
    supervisor:
      supervisor !== person && members.some((one) => one.person === supervisor && canEvaluateAt(one.grants, site))
        ? supervisor
        : null,
    overdue: state === 'sent' && dueOn !== null && today > dueOn,
  });
}
