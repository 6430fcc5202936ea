// What money's report holds: what missing costs, from outcomes where they are known, else from what the owner states; or why
// nothing can be said.
import type { Kept } from '../kept-report.core.ts';
import type { Day } from '../../kernel/moment.ts';
import type { CustomersAnswer } from './customers.core.ts';
import type { Figure } from './figure.core.ts';

/** A sum with the currency left out; `lost` is business (enquiries) a month, `money` what it is worth, where that is known. */
export interface Cost {
  readonly lost: Figure;
  readonly money: Figure | null;
}

interface StandardCost extends Cost {
  readonly standard: string;
  readonly title: string;
  /** In enquiries. */
  readonly missed: number;
  readonly of: number;
  readonly aMiss: Cost;
  /** Corrected for having asked of all standards: how likely chance alone does as much. */
  readonly p: number;
  /** Does it stand, though it was searched for? */
  readonly stands: boolean;
}

export interface ClauseCost extends Cost {
  readonly policy: string;
  readonly title: string;
  readonly clause: string | null;
  /** The clause's own words, or null where the policy as a whole is meant. */
  readonly text: string | null;
  readonly misses: number;
  readonly standards: readonly string[];
}

export interface Worth extends Figure {
  readonly source: 'outcomes' | 'stated';
  /** Worths on record that the mean is of; 0 where stated. */
  readonly of: number;
  /** The part of all worth on record that one enquiry has, where that is over half: likely a slip. */
  readonly ofOne?: number;
}

export interface MoneyFound {
  readonly kind: 'outcomes';
  readonly currency: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly enquiries: {
    readonly won: number;
    readonly lost: number;
    /** Undecided still. */
    readonly open: number;
    readonly aMonth: number;
    readonly aMonthSource: 'counted' | 'stated';
  };
  readonly worth: Worth | null;
  /** All standards asked about, kept at once. */
  readonly together: Cost & { readonly ofLost: Figure };
  /** Dearest first. */
  readonly standards: readonly StandardCost[];
  /** Ids of standards missed or kept too seldom to be asked about. */
  readonly notAsked: readonly string[];
  /** Titles of standards that may come of winning rather than bring it; not priced. */
  readonly afterwards: readonly string[];
  readonly clauses: readonly ClauseCost[];
  /** What can cost nothing; whether it looks as if it did. */
  readonly controls: readonly {
    readonly id: string;
    readonly says: string;
    readonly lost: Figure;
    readonly p: number;
  }[];
  readonly confounded: boolean;
  readonly customers: readonly CustomersAnswer[];
  readonly assumptions: readonly string[];
  readonly told: readonly string[];
}

export interface StatedCost {
  readonly standard: string;
  readonly title: string;
  readonly missed: number;
  readonly of: number;
  /** Business a month that is won, or was to be won, in enquiries of which this was missed; and what of it is assumed lost. */
  readonly atStake: number;
  readonly money: Figure;
}

export interface MoneyStated {
  readonly kind: 'stated';
  readonly currency: string;
  readonly enquiriesAMonth: number;
  readonly conversion: number;
  readonly worthOfAStay: number;
  /** One more of a hundred enquiries won is worth so much a month. */
  readonly aPoint: number;
  readonly assumedLost: number;
  readonly standards: readonly StatedCost[];
  readonly customers: readonly CustomersAnswer[];
  readonly assumptions: readonly string[];
  readonly told: readonly string[];
}

export interface NoMoney {
  readonly kind: 'nothing';
  readonly why:
    | 'no-marks'
    | 'no-outcomes'
    | 'no-failures'
    | 'all-failures'
    | 'all-won'
    | 'none-won'
    | 'too-few'
    | 'no-days';
  readonly customers: readonly CustomersAnswer[];
  readonly told: readonly string[];
}

export type MoneyReport = MoneyFound | MoneyStated | NoMoney;

export type KeptMoney = Kept<MoneyReport>;
