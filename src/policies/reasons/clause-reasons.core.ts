// Why a clause stands: what it is for, whom it protects, the law behind it, what the employee may do on their own authority, and
// the Customer Factor; and when a clause is in doubt.
import type { Moment } from '../../kernel/moment.ts';
import type { PolicyClass } from '../policy.core.ts';

/** The question that every clause which is not exempt is asked. */
export const customerFactor =
  'Does it let the employee perform a duty, act on behalf of and in the name of the company, for the benefit of the customer?';

export const factorAnswers = ['yes', 'no', 'partly'] as const;
export type FactorAnswer = (typeof factorAnswers)[number];

/** What is said for a clause; what nobody said is absent. */
export interface ClauseReasons {
  readonly purpose?: string;
  readonly protects?: string;
  /** A law, a regulation or a contract by its name; `none` where there is none. */
  readonly legalBasis?: string;
  readonly authority?: string;
  readonly factor?: { readonly answer: FactorAnswer; readonly reason: string };
}

/** One act of saying so. */
export interface SaidReasons {
  readonly policy: string;
  readonly version: string;
  readonly clause: string;
  readonly wordsDigest: string;
  readonly reasons: ClauseReasons;
  readonly by: string;
  readonly at: Moment;
}

/** How the reasons of a clause stand. `of-other-words`: they were said before its words changed, and hold no more. */
export interface StandingReasons {
  readonly state: 'said' | 'of-other-words' | 'none';
  readonly reasons: ClauseReasons;
  readonly by?: string;
  readonly at?: Moment;
}

/** Exempt policies (safety, ordering, benefits) owe no reasons. */
export function owesReasons(of: PolicyClass): boolean {
  return of !== 'exempt';
}

/** Whether a law was named. @param policyBasis the law that the policy as a whole names */
export function hasLegalBasis(reasons: ClauseReasons, policyBasis?: string): boolean {
  const own = reasons.legalBasis?.trim() ?? '';
  return own === '' ? isLaw(policyBasis) : isLaw(own);
}

function isLaw(said: string | undefined): boolean {
  return said !== undefined && said.trim() !== '' && !/^none\.?$/iu.test(said.trim());
}

/** Why a clause is asked for its right to stand, or null where it has shown it. */
export type Doubt = 'no-benefit-no-law' | 'not-answered' | null;

/**
 * A clause without benefit to the customer (the factor is no) and without a law is the one that nobody needs; one that nobody has
 * answered for yet is to be answered. A law that demands it ends the question; `partly` is a benefit, with a reason.
 */
export function doubtOf(of: PolicyClass, standing: StandingReasons, policyBasis?: string): Doubt {
  if (!owesReasons(of)) return null;
  const { state, reasons } = standing;
  if (hasLegalBasis(state === 'said' ? reasons : {}, policyBasis)) return null;
  if (state !== 'said' || reasons.factor === undefined) return 'not-answered';
  return reasons.factor.answer === 'no' ? 'no-benefit-no-law' : null;
}

/** Whether two say the same. */
export function sameReasons(a: ClauseReasons, b: ClauseReasons): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder({ purpose, protects, legalBasis, authority, factor }: ClauseReasons) {
  return [purpose, protects, legalBasis, authority, factor?.answer, factor?.reason].map((one) => one ?? null);
}

/** Spaces off, empty fields out. */
export function trimmed({ purpose, protects, legalBasis, authority, factor }: ClauseReasons): ClauseReasons {
  const kept = Object.entries({ purpose, protects, legalBasis, authority }).flatMap(([name, said]) =>
    said === undefined || said.trim() === '' ? [] : [[name, said.trim()]],
  );
  return {
    ...(Object.fromEntries(kept) as ClauseReasons),
    ...(factor ? { factor: { answer: factor.answer, reason: factor.reason.trim() } } : {}),
  };
}
