// Patterns that a fix has confirmed, and what follows: how far their findings may be acted on, and what an organisation's
// starting odds become once it has patterns of its own.
import type { Day } from '../../kernel/moment.ts';
import { type Cause, causes, type Odds } from '../finding.core.ts';

/** A verified fix of this cause moved the rate of this standard at these sites as expected. */
export interface ConfirmedPattern {
  readonly fix: string;
  readonly standard: string;
  readonly cause: Cause;
  readonly sites: readonly string[];
  readonly confirmedOn: Day;
}

/**
 * Has a fix of this cause moved this standard there?
 * @param site left out: at any site
 */
export function isConfirmed(
  confirmed: readonly ConfirmedPattern[],
  of: { readonly standard: string; readonly cause: Cause; readonly site?: string | undefined },
): boolean {
  return confirmed.some(
    (one) =>
      one.standard === of.standard && one.cause === of.cause && (of.site === undefined || one.sites.includes(of.site)),
  );
}

/**
 * Starting odds with an organisation's own confirmed patterns counted in: the mean of a Dirichlet distribution whose prior
 * has the mean `start` and the weight `weight` in patterns (Gelman et al. 2013, Bayesian Data Analysis, section 3.4).
 * A standard and cause counts once, however often it was fixed. Personnel never gains by it: that one person's change of
 * work helped says nothing of the next person.
 */
export function startAfter(start: Odds, weight: number, confirmed: readonly ConfirmedPattern[]): Odds {
  const seen = new Map(confirmed.map((one) => [`${one.standard}\n${one.cause}`, one.cause]));
  const counted = [...seen.values()].filter((cause) => cause !== 'personnel');
  const total = weight + counted.length;
  return Object.fromEntries(
    causes.map((cause) => [cause, (start[cause] * weight + counted.filter((one) => one === cause).length) / total]),
  ) as Odds;
}
