// What production's report holds: what each site produces beside what its size, price and place would give, and what the sites
// below have in common; or why it can't be said.
import type { Month } from '../../kernel/moment.ts';
import type { Cause } from '../finding.core.ts';

export const measures = ['revenue', 'occupancy', 'moveIns'] as const;
/** What production is measured by: the first of these that enough sites say. */
export type Measure = (typeof measures)[number];

export const circumstances = ['size', 'price', 'place'] as const;
export type Circumstance = (typeof circumstances)[number];

export interface SiteProduction {
  readonly site: string;
  readonly name: string;
  readonly months: number;
  /** A month, on average. */
  readonly value: number;
  /** What its circumstances would give, a month. */
  readonly expected: number;
  /** Share of the expected that is missing (below 0: more than expected), with its likely range. */
  readonly short: number;
  readonly from: number;
  readonly to: number;
  /** Surely below. */
  readonly below: boolean;
}

export interface SharedFigure {
  readonly of: 'all' | 'standard' | 'cause';
  readonly id: string;
  readonly title: string;
  /** Mean of the sites below, and of the rest: share of marks missed; for a cause, share of marks missed because of it. */
  readonly below: number;
  readonly rest: number;
  /** How much more is missed for each tenth that a site is short, over all sites, with its likely range, corrected for the search. */
  readonly more: number;
  readonly from: number;
  readonly to: number;
  readonly p: number;
  readonly stands: boolean;
}

export interface ProductionFound {
  readonly kind: 'production';
  readonly measure: Measure;
  readonly currency: string;
  readonly fromMonth: Month;
  readonly toMonth: Month;
  /** Circumstances that were taken out, and those that nobody said enough of. */
  readonly takenOut: readonly Circumstance[];
  readonly notKnown: readonly Circumstance[];
  /** Furthest below first. */
  readonly sites: readonly SiteProduction[];
  /** Surest first; empty where too few sites are below, or above, for anything to be shared. */
  readonly shared: readonly SharedFigure[];
  readonly told: readonly string[];
}

export interface NoProduction {
  readonly kind: 'nothing';
  readonly why: 'no-months' | 'too-few-sites' | 'nothing-comparable';
  readonly told: readonly string[];
}

export type ProductionReport = ProductionFound | NoProduction;

/** Marks of a standard at a site. */
export interface SiteMarks {
  readonly site: string;
  readonly standard: string;
  readonly met: number;
  readonly failed: number;
}

/** Failures of a site put down to each cause: odds of its findings, added up. */
export interface SiteCauses {
  readonly site: string;
  readonly expected: Readonly<Record<Cause, number>>;
}
