// One standard's days, at one site or all, with what each day's contacts would be expected to miss by what they were about:
// what a chart or a watching sum runs over.
import type { Day } from '../../kernel/moment.ts';

/** Marks of one day, site and kind of contact. */
export interface DayCount {
  readonly day: Day;
  readonly site: string;
  readonly kind: string;
  readonly failed: number;
  readonly kept: number;
}

export interface SeriesDay {
  readonly day: Day;
  readonly failed: number;
  readonly marked: number;
  /** The chance of failing of each of the day's marks while nothing changes, with how many have it. */
  readonly expected: readonly { readonly chance: number; readonly marks: number }[];
}

export interface Series {
  readonly standard: string;
  /** Absent: all sites. */
  readonly site?: string;
  /** In order; days without a mark are left out. */
  readonly days: readonly SeriesDay[];
  readonly failed: number;
  readonly marked: number;
}

/** Marks that a kind or site is thought to have had beside its own, at everybody's rate: keeps small ones from the ends. */
const pulled = 20;

/**
 * The series of all sites, then one of each site. What is expected of a mark is the standard's rate over the whole time at that
 * site, shifted in log odds by how much its kind of contact differs from all; so a change in what customers come for is no change.
 */
export function seriesOf(standard: string, counts: readonly DayCount[]): Series[] {
  const all = totals(counts);
  if (all.marked === 0) return [];
  const rate = (all.failed + 0.5) / (all.marked + 1);
  const logit = (p: number): number => Math.log(p / (1 - p));
  const near = (own: { failed: number; marked: number }): number =>
    (own.failed + pulled * rate) / (own.marked + pulled);
  const sites = new Map([...Map.groupBy(counts, (one) => one.site)].map(([site, own]) => [site, near(totals(own))]));
  const kinds = new Map([...Map.groupBy(counts, (one) => one.kind)].map(([kind, own]) => [kind, near(totals(own))]));
  const chanceOf = ({ site, kind }: DayCount): number => {
    const odds = Math.exp(logit(sites.get(site)!) + logit(kinds.get(kind)!) - logit(rate));
    return odds / (1 + odds);
  };
  const bySite = [...Map.groupBy(counts, (one) => one.site)].filter(([site]) => site !== 'unknown');
  const own = bySite.length < 2 ? [] : bySite.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [seriesFrom(standard, undefined, counts, chanceOf)].concat(
    own.map(([site, rows]) => seriesFrom(standard, site, rows, chanceOf)),
  );
}

function seriesFrom(
  standard: string,
  site: string | undefined,
  counts: readonly DayCount[],
  chanceOf: (one: DayCount) => number,
): Series {
  // What is expected must add up to what was, or the sum would drift without a change.
  const { failed, marked } = totals(counts);
  const shift = balanced(
    counts.map((one) => ({ chance: chanceOf(one), marks: one.failed + one.kept })),
    failed,
  );
  const days = [...Map.groupBy(counts, (one) => one.day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, rows]): SeriesDay => ({
      day,
      ...totals(rows),
      expected: rows.map((one) => ({ chance: shifted(chanceOf(one), shift), marks: one.failed + one.kept })),
    }))
    .filter((one) => one.marked > 0);
  return { standard, ...(site === undefined ? {} : { site }), days, failed, marked };
}

/** The shift in log odds at which the chances add up to the failures; found by halving. */
function balanced(marks: readonly { chance: number; marks: number }[], failed: number): number {
  let low = -8;
  let high = 8;
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    const sum = marks.reduce((total, one) => total + one.marks * shifted(one.chance, middle), 0);
    if (sum < failed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function shifted(chance: number, by: number): number {
  const odds = (chance / (1 - chance)) * Math.exp(by);
  return odds / (1 + odds);
}

function totals(counts: readonly DayCount[]): { failed: number; marked: number } {
  let failed = 0;
  let kept = 0;
  for (const one of counts) {
    failed += one.failed;
    kept += one.kept;
  }
  return { failed, marked: failed + kept };
}
