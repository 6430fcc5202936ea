// Rates of what the machine marked, drawn to the group, and corrected where people marked some of it with known chances. What
// a row may claim stands beside it.
import { agreementTable, cohensKappa, gwetsAc1, rawAgreement } from '../../stats/agreement.core.ts';
import { rateOf } from '../../stats/rate.core.ts';
import { correctedRate, type RateTarget, type Review } from '../../stats/corrected-rate.core.ts';
import { type More, moreReviews } from './more-reviews.core.ts';
import { level, ratesOf, type RateRow } from '../report/rates.core.ts';

export const splits = ['standard', 'site', 'person', 'month'] as const;
/** What rates are split by, beside the standard. */
export type Split = (typeof splits)[number];

export interface Tallied {
  readonly standard: string;
  /** The site, person or month; empty for all together. */
  readonly group: string;
  readonly met: number;
  readonly failed: number;
  readonly unsure: number;
  /** Of these, in contacts that a plan could have drawn to be reviewed; absent where nothing tells. */
  readonly framed?: { readonly met: number; readonly failed: number; readonly unsure: number };
}

/** What a person and the machine said of the same contact. */
export interface Twice {
  readonly standard: string;
  readonly group: string;
  readonly human: 'met' | 'failed' | 'not-applicable' | 'unsure';
  readonly machine: 'met' | 'failed' | 'not-applicable' | 'unsure';
  /** The chance with which the contact was drawn; null where nobody logged it. */
  readonly probability: number | null;
  /** Why it enters no rate although people reviewed it here: its draw has only begun, or the standard's wording was another one then. */
  readonly notYet?: 'begun' | 'older-wording';
  /** A plan of here drew it, from contacts that are known; a mark from elsewhere was drawn from nobody knows what, taken for all. */
  readonly framed?: boolean;
}

/** How far a row may be believed. */
export type Claim = 'machine-only' | 'too-few-reviews' | 'corrected';

export interface Corrected {
  readonly rate: number;
  readonly from: number;
  readonly to: number;
}

export interface GroupRate extends RateRow {
  readonly standard: string;
  readonly group: string;
  /** Three groups or more of this standard differ no more than chance makes them: drawn together, all have one rate. */
  readonly alike: boolean;
  readonly claim: Claim;
  /**
   * Reviews that the rate could use; those of no logged chance, which enter no rate; those who said it didn't apply or were unsure;
   * those of draws that have only begun over many contacts, which count once there are more of them; those of an older wording.
   */
  readonly reviews: {
    readonly used: number;
    readonly withoutChance: number;
    readonly setAside: number;
    readonly begun: number;
    readonly olderWording: number;
  };
  /** Of the contacts that were marked, and of the process behind them; both are shares met. */
  readonly corrected?: {
    readonly these: Corrected;
    readonly process: Corrected;
    readonly effective: number;
    /** Marks of contacts that reviews could have been drawn from, which the corrected rate is of. */
    readonly of: number;
  };
  /** How many more reviews would make it how much surer; null where nothing would, or there is too little to say. */
  readonly more: More | null;
}

/** With fewer reviews a corrected rate says no more than that: bench `ppi` holds it from here on. */
export const fewestReviews = 30;

/**
 * Where a few reviews of a small chance stand for most of the contacts, as of a plan that has only begun over older ones, all of
 * them say no more than these few do, and no interval can be told from so few. Kish 1965, Survey Sampling: (Σw)² / Σw².
 */
const fewestThatTell = 10;

/** With fewer groups there is nothing to draw one of them to. */
const fewestGroups = 3;
/** Rates closer than this print alike. */
const sameFigure = 0.005;
const undrawn = { shrunk: null, shrunkInterval: null } as const;

/** One row a standard and group, in the order given. Rates are shares met; each is drawn to its standard's other groups. */
export function groupRates(tallies: readonly Tallied[], twice: readonly Twice[]): GroupRate[] {
  const reviews = Map.groupBy(twice, (one) => `${one.standard}\n${one.group}`);
  const drawn = new Map<Tallied, RateRow>();
  // All together there is one row a standard, and standards are drawn to each other.
  const alone = tallies.every((one) => one.group === '');
  for (const own of alone ? [tallies] : Map.groupBy(tallies, (one) => one.standard).values())
    ratesOf(own).forEach((rate, at) =>
      drawn.set(own[at]!, own.length < fewestGroups ? { ...rate, ...undrawn } : { ...rate, ...ofAllOrNone(own, rate) }),
    );
  const alike = alone ? new Set<string>() : standardsAlike(tallies, drawn);
  return tallies.map((one) => ({
    ...drawn.get(one)!,
    standard: one.standard,
    group: one.group,
    alike: alike.has(one.standard),
    ...correctionOf(one, reviews.get(`${one.standard}\n${one.group}`) ?? []),
  }));
}

/** Where nothing or everything failed, no fit tells how groups differ: the interval is that of all marks together, never a point. */
function ofAllOrNone(own: readonly Tallied[], { shrunk }: RateRow): Partial<Pick<RateRow, 'shrunkInterval'>> {
  const sum = (of: 'met' | 'failed'): number => own.reduce((all, one) => all + one[of], 0);
  const [met, failed] = [sum('met'), sum('failed')];
  if (shrunk === null || (met > 0 && failed > 0)) return {};
  const { low, high } = rateOf({ met, failed, unsure: 0 }, level);
  return { shrunkInterval: { from: low, to: high } };
}

/** Standards whose groups are drawn to one figure. What says no group is no group. */
function standardsAlike(tallies: readonly Tallied[], drawn: ReadonlyMap<Tallied, RateRow>): Set<string> {
  const figures = Map.groupBy(tallies, (one) => one.standard);
  return new Set(
    [...figures].flatMap(([standard, own]) => {
      const known = own.filter((one) => one.group !== 'unknown' && drawn.get(one)!.shrunk !== null);
      const [first] = known;
      return known.length >= fewestGroups &&
        known.every((one) => Math.abs(drawn.get(one)!.shrunk! - drawn.get(first!)!.shrunk!) < sameFigure)
        ? [standard]
        : [];
    }),
  );
}

function correctionOf(
  tallied: Tallied,
  all: readonly Twice[],
): Pick<GroupRate, 'claim' | 'reviews' | 'corrected' | 'more'> {
  const twice = all.filter((one) => one.notYet === undefined);
  const withChance = twice.filter((one) => one.probability !== null);
  const said = (one: Twice): boolean => one.human === 'met' || one.human === 'failed';
  const used = withChance.map((one): Review => ({
    machine: machineSays(one.machine),
    human: Number(one.human === 'failed'),
    probability: one.probability!,
    applies: said(one),
  }));
  const counted = withChance.filter(said);
  const asMany = Math.round(evenly(counted.map((one) => one.probability!)));
  const telling = counted.length < fewestReviews || asMany >= fewestThatTell ? counted.length : asMany;
  const reviews = {
    used: telling,
    withoutChance: twice.filter((one) => one.probability === null && said(one)).length,
    setAside: twice.filter((one) => !said(one)).length,
    begun: all.filter((one) => one.notYet === 'begun').length,
    olderWording: all.filter((one) => one.notYet === 'older-wording').length,
  };
  // Drawn from some contacts, reviews speak of these alone: of a site that no plan reaches, or of last week's, they say nothing.
  const { met, failed, unsure } =
    tallied.framed && withChance.every((one) => one.framed === true) && withChance.length > 0
      ? tallied.framed
      : tallied;
  const size = met + failed + unsure;
  const machineMean = size > 0 ? (failed + unsure / 2) / size : 0;
  const untold = { rate: 1 - machineMean, size, used: telling };
  if (telling < fewestReviews)
    return {
      claim: telling === 0 ? 'machine-only' : 'too-few-reviews',
      reviews,
      more: moreReviews(untold, fewestReviews),
    };
  const of = (target: RateTarget) => correctedRate([{ size, machineMean, reviews: used }], target, level);
  const [these, behind] = [of('population'), of('process')];
  if (!these || !behind) return { claim: 'too-few-reviews', reviews, more: moreReviews(untold, fewestReviews) };
  const half = (these.high - these.low) / 2;
  return {
    claim: 'corrected',
    reviews,
    corrected: { these: asMet(these), process: asMet(behind), effective: behind.effective, of: size },
    more: moreReviews({ rate: 1 - these.rate, size, used: telling, half, effective: these.effective }, fewestReviews),
  };
}

/** As many reviews drawn with one chance as those of these chances are worth. */
function evenly(chances: readonly number[]): number {
  const sum = (of: (chance: number) => number): number => chances.reduce((all, one) => all + of(one), 0);
  return chances.length === 0 ? 0 : sum((one) => 1 / one) ** 2 / sum((one) => one ** -2);
}

/** An unsure machine stands half way; marks that don't apply are no marks here. */
function machineSays(verdict: Twice['machine']): number {
  return verdict === 'failed' ? 1 : verdict === 'met' ? 0 : 0.5;
}

/** A rate of failing as one of meeting. */
function asMet({ rate, low, high }: { rate: number; low: number; high: number }): Corrected {
  return { rate: 1 - rate, from: 1 - high, to: 1 - low };
}

export interface Agreement {
  readonly standard: string;
  readonly marks: number;
  readonly same: number;
  readonly kappa: number | null;
  readonly ac1: number | null;
}

/** How far people and the machine agree of each standard: met, failed, and whatever else either said. */
export function agreements(twice: readonly Twice[]): Agreement[] {
  const answers = ['met', 'failed', 'unsure', 'not-applicable'];
  const asItReads = twice.filter((one) => one.notYet !== 'older-wording');
  return [...Map.groupBy(asItReads, (one) => one.standard)]
    .map(([standard, own]) => {
      const table = agreementTable(
        own.map((one) => answers.indexOf(one.human)),
        own.map((one) => answers.indexOf(one.machine)),
        answers.length,
      );
      const [same, kappa, ac1] = [rawAgreement(table)!, cohensKappa(table), gwetsAc1(table)];
      return { standard, marks: own.length, same, kappa, ac1 };
    })
    .toSorted((a, b) => (a.standard < b.standard ? -1 : 1));
}
