// Know it, do it: of each standard that certificates are about, how often it was kept by people who had been shown it and by
// people who hadn't. Counts of people, never who: where one or two people are a side, the two sides aren't told apart.
import {
  clusteredRate,
  type ClusteredRate,
  type ClusteredSums,
  differenceOf,
} from '../../stats/clustered-rate.core.ts';
import type { Interval } from '../../stats/rate.core.ts';

/** Fewer people than this could be told apart by who knows them. */
export const fewestPeople = 3;
/** Fewer times than this on a side say nothing of a difference. */
const fewestTimes = 10;
/** A difference that surely is below this, either way, is none that anybody would notice. */
const noticeable = 0.1;

export interface PartCounted {
  readonly people: number;
  readonly times: number;
  readonly kept: number;
}

export interface KnowDoCounted {
  readonly standard: string;
  readonly title: string;
  readonly kind: 'standard' | 'atrocity';
  /** With a certificate in force that day; null where nobody was. */
  readonly with: ClusteredSums | null;
  readonly without: ClusteredSums | null;
  readonly lapsed: PartCounted;
  readonly never: PartCounted;
}

export interface SideTold {
  readonly people: number;
  readonly kept: number;
  readonly missed: number;
  /** Share kept, with its interval of 90 %. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface PartTold {
  readonly people: number;
  readonly kept: number;
  readonly missed: number;
}

/**
 * What the two sides say together. `shown-helps`: surely kept more by those shown. `same`: surely no difference that anybody
 * would notice, or kept less by those shown. `not-sure`: either could be. `all-shown`, `none-shown`: there is one side alone.
 */
export type Says = 'shown-helps' | 'same' | 'not-sure' | 'all-shown' | 'none-shown';

export interface KnowDoRow {
  readonly standard: string;
  readonly title: string;
  readonly kind: 'standard' | 'atrocity';
  readonly with: SideTold | null;
  readonly without: SideTold | null;
  /** The side without, in two: shown once and no more in force; never shown. Null where a part is one or two people. */
  readonly parts: { readonly lapsed: PartTold; readonly never: PartTold } | null;
  /** By how much more often those shown keep it; null with one side alone. */
  readonly difference: (Interval & { readonly by: number }) | null;
  readonly says: Says;
}

export interface KnowDo {
  /** The standards told, those missed most first. */
  readonly rows: readonly KnowDoRow[];
  /** The four, over all rows: of rows alone, so that nothing untold can be worked out from them. */
  readonly whole: Four;
  /** Standards with a side of one or two people. */
  readonly fewPeople: readonly { readonly standard: string; readonly title: string }[];
}

/** Times: knows and does it, knows and doesn't, does it without, and missed without having been shown, or no longer. */
export interface Four {
  readonly knowsDoes: number;
  readonly knowsMisses: number;
  readonly withoutDoes: number;
  readonly withoutMisses: number;
}

export function knowDo(counted: readonly KnowDoCounted[]): KnowDo {
  const came = counted.filter((one) => one.with !== null || one.without !== null);
  const told = came.filter((one) => enoughPeople(one.with) && enoughPeople(one.without));
  const rows = told.map(rowOf).toSorted((a, b) => missedIn(b) - missedIn(a) || (a.standard < b.standard ? -1 : 1));
  return {
    rows,
    whole: fourOf(rows),
    fewPeople: came.filter((one) => !told.includes(one)).map(({ standard, title }) => ({ standard, title })),
  };
}

/** The four groups of times, over rows. */
function fourOf(rows: readonly Pick<KnowDoRow, 'with' | 'without'>[]): Four {
  const sum = (of: (row: Pick<KnowDoRow, 'with' | 'without'>) => number | undefined): number =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    knowsDoes: sum((row) => row.with?.kept),
    knowsMisses: sum((row) => row.with?.missed),
    withoutDoes: sum((row) => row.without?.kept),
    withoutMisses: sum((row) => row.without?.missed),
  };
}

export function missedIn(row: Pick<KnowDoRow, 'with' | 'without'>): number {
  return (row.with?.missed ?? 0) + (row.without?.missed ?? 0);
}

function enoughPeople(side: { readonly people: number } | null): boolean {
  return side === null || side.people >= fewestPeople;
}

function rowOf({ standard, title, kind, lapsed, never, ...sides }: KnowDoCounted): KnowDoRow {
  const [shown, not] = [rateOf(sides.with), rateOf(sides.without)];
  const difference = shown && not ? differenceOf(shown, not) : null;
  const parts = [lapsed, never].every((part) => part.people === 0 || part.people >= fewestPeople);
  return {
    standard,
    title,
    kind,
    with: sides.with && shown && { ...partTold(sides.with), ...shown },
    without: sides.without && not && { ...partTold(sides.without), ...not },
    parts: parts && sides.without ? { lapsed: partTold(lapsed), never: partTold(never) } : null,
    difference,
    says: saysOf(sides, difference),
  };
}

function rateOf(side: ClusteredSums | null): ClusteredRate | null {
  return side && clusteredRate(side);
}

function partTold({ people, times, kept }: PartCounted): PartTold {
  return { people, kept, missed: times - kept };
}

function saysOf(sides: Pick<KnowDoCounted, 'with' | 'without'>, difference: Interval | null): Says {
  if (!sides.without) return 'all-shown';
  if (!sides.with) return 'none-shown';
  if (!difference || Math.min(sides.with.times, sides.without.times) < fewestTimes) return 'not-sure';
  if (difference.low > 0) return 'shown-helps';
  return difference.high < noticeable ? 'same' : 'not-sure';
}
