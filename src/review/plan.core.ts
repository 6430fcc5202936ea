// Sampling plans: what is drawn each week for reviewers, and what a draw keeps of it.
import type { Day, Moment } from '../kernel/moment.ts';

/** What may be put before reviewers on purpose; it enters no rate. */
export const reviewTargets = ['atrocities', 'disputes', 'new-people'] as const;
export type ReviewTarget = (typeof reviewTargets)[number];

/** Long enough for holidays, and short enough that what one person marked is of use. */
export const usualWaitForSecond = 14;

/** What somebody says of a plan. */
export interface PlanSaid {
  readonly name: string;
  /** Ids of the standards asked, ten at most: a contact should take under two minutes. */
  readonly standards: readonly string[];
  /** Empty: all. */
  readonly sites: readonly string[];
  readonly channels: readonly string[];
  /** Contacts of earlier days are left alone. */
  readonly fromDay: Day;
  readonly aWeek: number;
  /** The part that is drawn evenly, above 0 so that nothing can't be drawn. */
  readonly atRandom: number;
  /** The share of contacts that two people see, each blind to the other. */
  readonly seenByTwo: number;
  readonly dueInDays: number;
  /** Ids of members; empty: whoever may review. */
  readonly reviewers: readonly string[];
  readonly targets: readonly ReviewTarget[];
  readonly targetedAWeek: number;
  /** Days after a review was due until the one that is in of two is taken alone. */
  readonly waitForSecondDays: number;
}

export interface ReviewPlan extends PlanSaid {
  readonly id: string;
  readonly madeAt: Moment;
  readonly madeBy: string;
  readonly endedAt?: Moment;
}

/** What a draw keeps, so that it can be drawn again: what the plan said, and how many were drawn of each stratum. */
export interface DrawSettings {
  readonly plan: PlanSaid;
  /** Drawn evenly, of all. */
  readonly atRandom: number;
  readonly strata: readonly StratumDrawn[];
}

/** Contacts that one standard was marked alike in: how many there are and how many are drawn. */
export interface StratumDrawn {
  readonly standard: string;
  /** The machine's verdict with how sure it is, and the site, or `*` for the smaller sites together. */
  readonly stratum: string;
  readonly size: number;
  readonly drawn: number;
}

/** The Monday of a day's week. */
export function weekOf(day: Day): Day {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
