// A pattern: the failures of one standard, at one site or all, with one leading cause. Its id comes from these three and
// nothing else, so a fix that points at it finds it again in every later run.
import { contentId } from '../../kernel/digest.ts';
import type { Day } from '../../kernel/moment.ts';
import type { Cause, Standing } from '../finding.core.ts';

/** The id of the pattern of a standard, a site (null: all sites) and a cause. */
export function patternId(standard: string, site: string | null, cause: Cause): string {
  return contentId('t', standard, site ?? '', cause);
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

export interface FoundPattern {
  readonly id: string;
  readonly standard: string;
  /** Null: all sites. */
  readonly site: string | null;
  readonly cause: Cause;
  readonly failures: number;
  /** The odds of this cause over these failures, added up. Never a share of the failing. */
  readonly expected: number;
  /** All marks of the standard there that are met or failed, whatever their cause, and how many failed. */
  readonly marked: number;
  readonly missed: number;
  readonly standing: Standing;
  /** Calendar days at the site of the first and the last of its failures; null where no failure has a time. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Those with most failures first. */
  readonly reasons: readonly PatternReason[];
  /** The failed mark that shows it best. */
  readonly example: string;
}
