// A pattern: the failures of one standard, at one site or all, with one leading cause, and what is known of them together.
import type { Day } from '../../kernel/moment.ts';
import type { Cause, Finding, Standing } from '../finding.core.ts';
import type { PatternOf } from './pattern-id.core.ts';

/** Failures of one standard at one site (or `''`, not known) with one leading cause for one reason, as a run counted them. */
export interface PatternPart {
  readonly standard: string;
  readonly site: string;
  readonly cause: Cause;
  readonly detail: string;
  readonly failures: number;
  readonly expected: number;
  readonly standings: Readonly<Record<Finding['standing'], number>>;
  readonly example: { readonly mark: string; readonly confidence: number };
}

/** Why, within the cause: the same reason asks for the same fix. */
export interface PatternReason {
  /** A rung's finer name, e.g. `missing`, `stale`, `limit`. */
  readonly detail: string;
  readonly failures: number;
  /** What is the matter, and what to do about it. */
  readonly sentence: string;
  readonly fix: string;
}

export interface Pattern extends PatternOf {
  readonly id: string;
  /** Failures whose strongest leading cause is this one. */
  readonly failures: number;
  /** The odds of this cause over these failures, added up. Never a share of the failing. */
  readonly expected: number;
  /** All marks of the standard there that are met or failed, whatever their cause, and how many of them failed. */
  readonly marked: number;
  readonly missed: number;
  readonly standing: Standing;
  /** At one site: it misses the standard more often than sites differ by chance, corrected for how many were looked at. */
  readonly standsOut: boolean;
  /** Days at the site of the first and the last of its failures, inclusive; absent where no failure has a time. */
  readonly from?: Day;
  readonly to?: Day;
  /** Those with most failures first. */
  readonly reasons: readonly PatternReason[];
  /** The failed mark that shows it best. */
  readonly example: string;
}
