// What the model of all failures comes to: how much of the failing each cause explains, with intervals, and what can't be said.
import type { Kept } from '../kept-report.core.ts';
import type { Cause, ManagementLevel } from '../finding.core.ts';

/** A share of the failing, 1 for all of it, with its 90 % interval. Below zero: the estimate says that it prevents failures. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** One exposure's part in its cause's share. */
export interface ExposureShare extends Share {
  readonly id: string;
  readonly says: string;
  readonly cause: Cause;
  readonly level?: ManagementLevel;
  /** Part of all marks that stood away from the reference, 0 to 1. */
  readonly exposed: number;
  /** How many times as likely a failure's odds are with it (per unit, for amounts), with its 90 % interval; absent where there is none to give. */
  readonly oddsRatio?: { readonly value: number; readonly low: number; readonly high: number };
  readonly unit?: string;
}

export interface CauseShare extends Share {
  readonly cause: Cause;
  /** The interval's lower bound is over 5 %: only then may anybody act on it. */
  readonly claimed: boolean;
  /** Largest first. They add up to the cause's share. Empty: the cause could not be asked, and its 0 is no answer. */
  readonly exposures: readonly ExposureShare[];
}

export interface ExcuseShare extends Share {
  /** e.g. `customer`, `price`, `moon`. */
  readonly id: string;
  readonly says: string;
  readonly control: boolean;
}

/** An excuse none of whose columns could be asked: it has no share, which is not a share of nothing. */
export type ExcuseNotTold = Pick<ExcuseShare, 'id' | 'says' | 'control'>;

interface LevelShare extends Share {
  readonly level: ManagementLevel;
}

export interface CausesWarning {
  readonly kind:
    | 'no-movers'
    | 'separation'
    | 'collinear'
    | 'too-few-sites'
    | 'control'
    | 'sampled'
    | 'no-record'
    | 'rare'
    | 'marker'
    | 'fit'
    | 'days-ahead';
  /** Ids of exposures, excuses or groupings it is about. */
  readonly about: readonly string[];
  /** In the owner's words. */
  readonly says: string;
}

/** What the shares were read from. */
export interface CausesBasis {
  readonly marks: number;
  readonly failures: number;
  readonly contacts: number;
  readonly people: number;
  readonly sites: number;
  readonly standards: number;
  readonly firstDay?: string;
  readonly lastDay?: string;
}

export interface SharesFound {
  readonly kind: 'shares';
  readonly basis: CausesBasis;
  /** Largest first. */
  readonly causes: readonly CauseShare[];
  /** All excuses moved together to their average: the sixth player. */
  readonly excuses: Share;
  /** Each excuse moved alone; these do not add up to the one above. Controls among them. */
  readonly eachExcuse: readonly ExcuseShare[];
  /** Excuses on record that could not be asked; left out where there is none. */
  readonly excusesNotTold?: readonly ExcuseNotTold[];
  /** 1 - all six. */
  readonly unexplained: Share;
  /** Management's share by who answers for it; they add up to it. */
  readonly managementByLevel: readonly LevelShare[];
  readonly warnings: readonly CausesWarning[];
}

/** Where nothing can be shared out, and why. */
export interface NothingToShare {
  readonly kind: 'nothing';
  readonly basis: CausesBasis;
  readonly why: 'no-marks' | 'no-failures' | 'all-failures' | 'too-few' | 'no-record';
  readonly warnings: readonly CausesWarning[];
}

export type CausesReport = SharesFound | NothingToShare;

export type KeptReport = Kept<CausesReport>;
