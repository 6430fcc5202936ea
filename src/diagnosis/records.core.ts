// Everything dated that the ladder may be answered from, as the lower domains keep it, and an owner's own answers.
import type { Day } from '../kernel/moment.ts';
import type { Acknowledgement } from '../documents/document.core.ts';
import type { Approval, Observation, Outage, Target } from '../management/management.core.ts';
import type { PeopleRecord } from '../people/people.core.ts';
import type { Attempt } from '../personnel/personnel.core.ts';
import type { PolicyVersion } from '../policies/policy.core.ts';
import type { Duty, ProcedureVersion } from '../procedures/procedure.core.ts';
import type { Certificate } from '../training/training.core.ts';
import type { RungAnswer } from './finding.core.ts';

/** What one answer of an owner settles: one standard, one task, one site, or everything. */
export type About = 'standard' | 'task' | 'site' | 'all';

/** An owner's answer to one of the questions, as the ladder reads it; the latest of a question stands. */
export interface OwnAnswer {
  /** The question's id, `RUNG:ABOUT:VALUE`. */
  readonly question: string;
  readonly rung: number;
  readonly about: About;
  /** Id of the standard, name of the task or id of the site; empty for `all`. */
  readonly value: string;
  /** What it answers in the ladder; `no-record` where they don't know. */
  readonly answer: RungAnswer;
  readonly on: Day;
}

export interface Records extends Omit<PeopleRecord, 'siteMonths' | 'people'> {
  readonly policies: readonly PolicyVersion[];
  readonly procedures: readonly ProcedureVersion[];
  readonly duties: readonly Duty[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly certificates: readonly Certificate[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly approvals: readonly Approval[];
  readonly outages: readonly Outage[];
  readonly attempts: readonly Attempt[];
  readonly ownAnswers: readonly OwnAnswer[];
}

export type RecordKind = keyof Records;

/** No record of anything: what transcripts alone bring. */
export const noRecords: Records = {
  sites: [],
  posts: [],
  shifts: [],
  authorityLimits: [],
  policies: [],
  procedures: [],
  duties: [],
  acknowledgements: [],
  certificates: [],
  observations: [],
  targets: [],
  approvals: [],
  outages: [],
  attempts: [],
  ownAnswers: [],
};
