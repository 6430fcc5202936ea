// How far a finding may be acted on, which is another thing than how likely it is.
import type { Cause, Rung, Standing } from '../finding.core.ts';

export interface StandingFacts {
  readonly leading: readonly Cause[];
  readonly rungs: readonly Rung[];
  /** Markers that read it apart and agree. */
  readonly readers: number;
  /** Does the site stand outside the limits of all sites for this standard? */
  readonly outsideLimits: boolean;
  /** Has a fix of this cause moved the rate as expected? */
  readonly fixMoved?: boolean;
}

/**
 * One case, one reader, or a decisive question without a record: possible. Two readers agree: probable. A pattern outside
 * the limits: strong. A fix that moved the rate as expected: confirmed. The decisive questions are those whose yes
 * points to the strongest cause; at least one of them must have been answered by a record and not by words alone.
 */
export function standingOf({ leading, rungs, readers, outsideLimits, fixMoved }: StandingFacts): Standing {
  const strongest = leading[0];
  if (strongest === undefined) return 'possible';
  const recorded = rungs.some((rung) => pointsTo(rung, strongest) && !rung.fromWords);
  if (!recorded) return 'possible';
  if (fixMoved === true) return 'confirmed';
  if (outsideLimits) return 'strong';
  return readers >= 2 ? 'probable' : 'possible';
}

/** A yes may point to more causes than the nearest one that `pointsTo` names: to each whose odds it raised. */
export function pointsTo(rung: Rung, cause: Cause): boolean {
  return rung.answer === 'yes' && (rung.pointsTo === cause || (rung.factors[cause] ?? 0) > 1);
}

/** For sentences: what each standing means. */
export const standingMeans: Readonly<Record<Standing, string>> = {
  possible: 'one case, one reader, or no record behind the deciding answer',
  probable: 'two readers agree, and a record is behind the deciding answer',
  strong: 'a record is behind it, and this site stands outside the limits of all sites',
  confirmed: 'a fix of this cause moved the rate as expected',
};
