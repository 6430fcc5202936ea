// What a cause brings about in a planned organisation: the ids that rows for the model carry, each with its cause and
// where it stands when all is in order. The same ids are read from a real record, so that what is planted can be found.
import type { Cause, ManagementLevel } from '../diagnosis/finding.core.ts';
import type { Exposure } from '../diagnosis/model/mark-rows.core.ts';

export interface PlannedExposure {
  readonly id: string;
  readonly cause: Cause;
  readonly level?: ManagementLevel;
  readonly says: string;
  readonly unit?: string;
  readonly reference: Exposure['reference'];
  readonly variesBy: Exposure['variesBy'];
}

export const plannedExposures = [
  {
    id: 'policy.in-conflict',
    cause: 'policy',
    says: 'a policy in force stands in the way',
    reference: 'absent',
    variesBy: 'row',
  },
  {
    id: 'policy.beyond-authority',
    cause: 'policy',
    says: "beyond the role's own authority",
    reference: 'absent',
    variesBy: 'row',
  },
  { id: 'procedure.missing', cause: 'procedure', says: 'nothing in writing', reference: 'absent', variesBy: 'row' },
  {
    id: 'procedure.stale',
    cause: 'procedure',
    says: 'overdue for review, or unclear',
    reference: 'absent',
    variesBy: 'row',
  },
  {
    id: 'procedure.unread',
    cause: 'procedure',
    says: 'not read in this version',
    reference: 'absent',
    variesBy: 'row',
  },
  { id: 'training.not-certified', cause: 'training', says: 'never certified', reference: 'absent', variesBy: 'row' },
  { id: 'training.lapsed', cause: 'training', says: 'certificate lapsed', reference: 'absent', variesBy: 'row' },
  {
    id: 'training.since-practice',
    cause: 'training',
    says: 'long since practised',
    unit: 'months',
    reference: 1,
    variesBy: 'row',
  },
  {
    id: 'management.no-feedback',
    cause: 'management',
    level: 'site',
    says: 'no feedback on it in 90 days',
    reference: 'absent',
    variesBy: 'row',
  },
  {
    id: 'management.unobserved',
    cause: 'management',
    level: 'site',
    says: 'nobody looked in for 90 days',
    reference: 'absent',
    variesBy: 'row',
  },
  {
    id: 'management.manager-unobserved',
    cause: 'management',
    level: 'district',
    says: 'nobody looked in on the supervisor',
    reference: 'absent',
    variesBy: 'site',
  },
  {
    id: 'management.load',
    cause: 'management',
    level: 'site',
    says: 'more contacts than people',
    unit: 'contacts per person on shift',
    reference: 1,
    variesBy: 'row',
  },
  {
    id: 'management.outage',
    cause: 'management',
    level: 'site',
    says: 'a tool was down',
    reference: 'absent',
    variesBy: 'row',
  },
  {
    id: 'management.target-against',
    cause: 'management',
    level: 'owner',
    says: 'a target worked against it',
    reference: 'absent',
    variesBy: 'row',
  },
  {
    id: 'management.waiting',
    cause: 'management',
    level: 'site',
    says: 'waiting for a sign-off',
    reference: 'absent',
    variesBy: 'row',
  },
  {
    id: 'personnel.no-exam',
    cause: 'personnel',
    says: 'hired without the exam',
    reference: 'absent',
    variesBy: 'person',
  },
] as const satisfies readonly PlannedExposure[];

export type ExposureId = (typeof plannedExposures)[number]['id'];

export const exposureIds: readonly ExposureId[] = plannedExposures.map((one) => one.id);

/** What a person's own way of working is called where it stands out and a failure would not have happened without it. */
export const ownEffect = 'personnel.own-effect';

/** The six who share the failing out among them. */
export const players = ['policy', 'procedure', 'training', 'management', 'personnel', 'excuses'] as const;
export type Player = (typeof players)[number];

/** Odds beyond this many times the median person's stand out. */
export const outlierOdds = 1.5;

/** The value with all in order: an amount is never made worse than it was, and what isn't known stays out of it. */
export function atReference(value: number, reference: Exposure['reference']): number {
  return reference === 'absent' ? 0 : Math.min(value, reference);
}
