// "Why do we have it?": clauses that must show their right to stand, worst first. Those that customers were refused by, counted from contacts;
// those with neither a benefit to the customer nor a law; those of which readers say no; those nobody answered for.
import type { Day } from '../../kernel/moment.ts';
import type { PolicyClass } from '../../policies/policy.core.ts';
import { type ClauseReasons, type Doubt, hasLegalBasis } from '../../policies/reasons/clause-reasons.core.ts';
import type { CostAMonth } from '../money/part-of-cost.core.ts';
import type { ToldFailure } from '../overview/told-failure.core.ts';

/** What contacts say against a clause: misses that the ladder's third question traced to it. */
export interface Against {
  readonly policy: string;
  readonly clause: string;
  readonly misses: number;
  readonly standards: readonly string[];
  /** Some of the marks. */
  readonly marks: readonly string[];
}

export interface ReadersSay {
  readonly factorYes: number;
  readonly factorNo: number;
  readonly factorPartly: number;
  readonly notUnderstood: number;
  readonly disagree: number;
}

export interface WhyClause {
  readonly policy: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly class: PolicyClass;
  };
  readonly clause: { readonly id: string; readonly text: string };
  readonly state: 'said' | 'of-other-words' | 'none';
  readonly reasons: ClauseReasons;
  readonly doubt: Doubt;
  /** The law that it stands on, its own or its policy's. */
  readonly law: string | null;
  readonly mayAnswer: boolean;
  readonly against: Against | null;
  readonly readers: ReadersSay;
  /** null: not known, or not for whoever asks. */
  readonly costs: CostAMonth | null;
}

/** Why a clause stands on the list; the first that holds. */
export type WhyHere = 'against-customers' | 'no-benefit-no-law' | 'readers-say-no' | 'not-answered';

export function whyHere(row: WhyClause): WhyHere | null {
  if ((row.against?.misses ?? 0) > 0) return 'against-customers';
  if (row.doubt === 'no-benefit-no-law') return row.doubt;
  if (row.doubt !== null && row.readers.factorNo > row.readers.factorYes) return 'readers-say-no';
  if (row.doubt === null && row.law === null && row.readers.factorNo > row.readers.factorYes) return 'readers-say-no';
  return row.doubt;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

/** What stands against something, as a page shows it. */
export interface ToldAgainst {
  readonly misses: number;
  readonly standards: readonly Named[];
  readonly quotes: readonly ToldFailure[];
}

export type ToldWhy = Omit<WhyClause, 'against'> & { readonly here: WhyHere; readonly against: ToldAgainst | null };

export interface Why {
  readonly day: Day;
  /** Causes have been found, so contacts were asked. */
  readonly asked: boolean;
  readonly rows: readonly ToldWhy[];
  readonly all: number;
  /** How many clauses are in force that are not exempt, and for how many somebody has answered. */
  readonly clauses: { readonly owing: number; readonly answered: number };
  /** The words cite a policy, and no clause on record was named. */
  readonly unwritten: ToldAgainst | null;
  readonly money: 'counted' | 'not-counted' | 'not-for-you';
}

const order: readonly WhyHere[] = ['against-customers', 'no-benefit-no-law', 'readers-say-no', 'not-answered'];

/** Only those that stand on the list, worst first: the dearest, then what most customers were refused by, then the rest in the order above. */
export function worstFirst(rows: readonly WhyClause[]): (WhyClause & { readonly here: WhyHere })[] {
  return rows
    .flatMap((row) => {
      const here = whyHere(row);
      return here === null ? [] : [{ ...row, here }];
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.here) - order.indexOf(b.here) ||
        (b.costs?.money.value ?? 0) - (a.costs?.money.value ?? 0) ||
        (b.against?.misses ?? 0) - (a.against?.misses ?? 0) ||
        b.readers.factorNo - a.readers.factorNo ||
        compare(a.policy.title, b.policy.title) ||
        compare(a.policy.id, b.policy.id),
    );
}

/** The law that a clause names, or its policy does; null where neither is one. */
export function lawOf(reasons: ClauseReasons, policyBasis: string | undefined): string | null {
  if (hasLegalBasis({ ...reasons }, undefined)) return reasons.legalBasis ?? null;
  return hasLegalBasis(reasons, policyBasis) ? (policyBasis ?? null) : null;
}

/** Serious acts that are refusals as such: they count against rules, whether or not anybody wrote the rule. */
export const refusals: ReadonlySet<string> = new Set(['atrocity.bare-refusal']);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
