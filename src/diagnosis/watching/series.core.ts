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
  const linearOf = ({ site, kind }: DayCount): number =>
    logit(sites.get(site)!) + logit(kinds.get(kind)!) - logit(rate);
  const bySite = [...Map.groupBy(counts, (one) => one.site)].filter(([site]) => site !== 'unknown');
  const own = bySite.length < 2 ? [] : bySite.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [seriesFrom(standard, undefined, counts, linearOf)].concat(
    own.map(([site, rows]) => seriesFrom(standard, site, rows, linearOf)),
  );
}

function seriesFrom(
  standard: string,
  site: string | undefined,
  counts: readonly DayCount[],
  linearOf: (one: DayCount) => number,
): Series {
  const { failed, marked } = totals(counts);
  const linear = Float64Array.from(counts, linearOf);
  const marks = Float64Array.from(counts, (one) => one.failed + one.kept);
  const shift = balance(linear, marks, failed);
  const rows = counts.map((one, at) => ({ ...one, chance: chanceAt(linear[at]! + shift), marks: marks[at]! }));
  const days = [...Map.groupBy(rows, (one) => one.day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]): SeriesDay => ({
      day,
      ...totals(own),
      expected: own.map((one) => ({ chance: one.chance, marks: one.marks })),
    }))
    .filter((one) => one.marked > 0);
  return { standard, ...(site === undefined ? {} : { site }), days, failed, marked };
}

/**
 * The shift in log odds at which what is expected adds up to what was, by Newton's steps: else the sum would drift without a
 * change. Typed columns, since it runs over every row of every series.
 */
function balance(linear: Float64Array, marks: Float64Array, failed: number): number {
  let shift = 0;
  for (let step = 0; step < 8; step++) {
    let sum = 0;
    let slope = 0;
    for (let at = 0; at < linear.length; at++) {
      const chance = chanceAt(linear[at]! + shift);
      sum += marks[at]! * chance;
      slope += marks[at]! * chance * (1 - chance);
    }
    const move = slope > 1e-9 ? (failed - sum) / slope : 0;
    shift += Math.max(-1, Math.min(1, move));
    if (Math.abs(move) < 1e-6) break;
  }
  return shift;
}

function chanceAt(linear: number): number {
  return 1 / (1 + Math.exp(-linear));
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
