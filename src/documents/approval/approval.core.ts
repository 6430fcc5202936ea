// Who must agree before a document is published, and how far that is: a quorum of approvers, counsel's look with a clock of its
// own, and a signature where one is asked for. Each word binds to the revision that it was said of.
import { addWorkingDays } from '../../kernel/working-days.ts';
import { grantsOf, type Actor } from '../../kernel/actor.ts';
import type { Day, Moment } from '../../kernel/moment.ts';

export interface ApprovalRule {
  readonly quorum: number;
  /** Roles, or members as `member:ID`. */
  readonly approvers: readonly string[];
  readonly counsel: boolean;
  /** Working days that counsel has, from the day they were asked. */
  readonly counselDays: number;
  readonly signOff: boolean;
  readonly reviewMonths: number;
  /** Also versions that were not published here lapse at their review. */
  readonly sunsetAll: boolean;
}

export const usualRule: ApprovalRule = {
  quorum: 1,
  approvers: ['owner', 'district-manager'],
  counsel: false,
  counselDays: 3,
  signOff: false,
  reviewMonths: 12,
  sunsetAll: false,
};

/** The narrowest of the rules that are set: of the document, of its class, of its kind. */
export function ruleFor<T>(rules: ReadonlyMap<string, T>, document: string, classOf: string | undefined, usual: T): T {
  return rules.get(`document:${document}`) ?? rules.get(`class:${classOf ?? ''}`) ?? rules.get('*') ?? usual;
}

export type SaidWord = 'approve' | 'object' | 'counsel-clear' | 'counsel-object' | 'sign';

export interface Said {
  readonly revision: number;
  readonly said: SaidWord;
  readonly why: string | null;
  readonly alone: boolean;
  readonly member: string;
  readonly at: Moment;
}

export interface Standing {
  /** Approvals of this very revision, of different people. */
  readonly approved: number;
  readonly quorum: number;
  readonly objections: readonly Said[];
  /** `none`: not asked for; `late`: they had their days and said nothing. */
  readonly counsel: 'none' | 'waits' | 'late' | 'clear' | 'objects';
  readonly counselBy: Day | null;
  readonly signed: boolean;
  readonly signOff: boolean;
  /** Whether all that is asked for is there. */
  readonly complete: boolean;
}

/**
 * How far approval of a revision is. A later word of somebody replaces their earlier one.
 * @param askedOn the day approval of this revision was asked for; null: it was not yet
 * @param daysOff of the organisation, besides weekends
 */
export function standingOf(
  rule: ApprovalRule,
  said: readonly Said[],
  revision: number,
  askedOn: Day | null,
  today: Day,
  daysOff: readonly Day[] = [],
): Standing {
  const current = said.filter((one) => one.revision === revision);
  const last = (words: readonly SaidWord[]): Said[] => [
    ...new Map(current.filter((one) => words.includes(one.said)).map((one) => [one.member, one])).values(),
  ];
  const byApprovers = last(['approve', 'object']);
  const byCounsel = last(['counsel-clear', 'counsel-object']);
  const approved = byApprovers.filter((one) => one.said === 'approve').length;
  const objections = byApprovers.filter((one) => one.said === 'object');
  const counselBy = askedOn === null ? null : addWorkingDays(askedOn, rule.counselDays, daysOff);
  const counsel = counselStanding(rule, byCounsel, counselBy, today);
  const signed = last(['sign']).length > 0;
  return {
    approved,
    quorum: rule.quorum,
    objections: [...objections, ...byCounsel.filter((one) => one.said === 'counsel-object')],
    counsel,
    counselBy: rule.counsel ? counselBy : null,
    signed,
    signOff: rule.signOff,
    complete:
      approved >= rule.quorum &&
      objections.length === 0 &&
      (counsel === 'none' || counsel === 'clear' || counsel === 'late') &&
      (!rule.signOff || signed),
  };
}

function counselStanding(rule: ApprovalRule, said: readonly Said[], by: Day | null, today: Day): Standing['counsel'] {
  // An objection counts also where nobody had to ask: it names a law or a risk.
  if (said.some((one) => one.said === 'counsel-object')) return 'objects';
  if (!rule.counsel) return 'none';
  if (said.length > 0) return 'clear';
  return by !== null && today > by ? 'late' : 'waits';
}

/** Whether they are among those who approve, wherever they may. */
export function isApprover(rule: ApprovalRule, actor: Actor): boolean {
  return (
    rule.approvers.includes(`member:${actor.id}`) ||
    grantsOf(actor).some((grant) => rule.approvers.includes(grant.role))
  );
}
