// What managers did and asked for: the four verbs, targets, sign-offs and outages, all dated.
import type { Day, Moment } from '../kernel/moment.ts';

/** Encourage, help, guide, observe; and reprimand, which isn't one of the four but must be seen. */
export type ManagementAct = 'encourage' | 'help' | 'guide' | 'observe' | 'reprimand';

/** One dated act of a manager towards a person. `standards` empty means: about nothing in particular. */
export interface Observation {
  readonly id: string;
  readonly person: string;
  readonly by: string;
  readonly on: Day;
  readonly act: ManagementAct;
  readonly standards: readonly string[];
  /** A documented cycle of help that was tried and looked at again: its 1-based number. */
  readonly cycle?: number;
}

/** A target or bonus in force. `against` lists standards that it makes it sensible to miss. */
export interface Target {
  readonly id: string;
  readonly says: string;
  readonly roles: readonly string[];
  readonly sites: readonly string[];
  readonly setBy?: 'site' | 'district' | 'owner';
  readonly from: Day;
  readonly to?: Day;
  readonly against: readonly string[];
}

/** A sign-off somebody waited for. */
export interface Approval {
  readonly id: string;
  readonly person: string;
  readonly waitedFor: string;
  readonly askedAt: Moment;
  readonly answeredAt?: Moment;
  readonly standards: readonly string[];
}

export interface Outage {
  readonly id: string;
  readonly site: string;
  readonly what: string;
  readonly from: Moment;
  readonly to: Moment;
}
