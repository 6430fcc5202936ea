// What an organisation's own marks of a standard say to whoever plans: how often it fails, where, by whom, and how many
// contacts a day would tell.
import { addDays } from '../kernel/moment.ts';
import type { CountedStandard } from '../marking/daily-count.core.ts';
import { fitSpread, type Group } from '../stats/beta-binomial.core.ts';
import { dayNumber } from './daily-counts.core.ts';

export interface SiteRate {
  readonly site: string;
  /** What to call it, where that is on record. */
  readonly name?: string;
  readonly failed: number;
  readonly marked: number;
  /** Marks a day, over the last 90 days of contacts. */
  readonly perDay: number;
}

export interface OwnRates {
  readonly standard: string;
  readonly title: string;
  readonly failed: number;
  readonly marked: number;
  readonly perDay: number;
  /** Days of contacts in all. */
  readonly days: number;
  readonly sites: readonly SiteRate[];
  /** Correlation of two marks of one person; null where it can't be fitted. */
  readonly icc: number | null;
  readonly people: number;
  /** Correlation of the machine's marks with people's on the same contacts; null below 30 such contacts. */
  readonly rho: number | null;
  readonly twice: number;
  readonly byMachine: number;
}

const window = 90;
const fewestForRho = 30;
const fewestPeople = 3;
const leastAlike = 1e-3;

/** @param people failed and marked of each person */
export function ownRates(
  about: { readonly standard: string; readonly title: string },
  { counts, twice }: CountedStandard,
  people: readonly Group[],
): OwnRates {
  const last = counts.at(-1)?.day;
  const first = counts[0]?.day;
  const days = first === undefined || last === undefined ? 0 : dayNumber(last) - dayNumber(first) + 1;
  const since = last === undefined ? '' : addDays(last, 1 - Math.min(window, days));
  const inWindow = Math.min(window, days);
  const sites = [...Map.groupBy(counts, (row) => row.site)].map(([site, rows]) => {
    const recent = rows.filter((row) => row.day >= since);
    return { site, ...totals(rows), perDay: inWindow > 0 ? totals(recent).marked / inWindow : 0 };
  });
  const known = people.filter((person) => person.n > 0);
  return {
    ...about,
    ...totals(counts),
    perDay: sites.reduce((sum, site) => sum + site.perDay, 0),
    days,
    sites: sites.toSorted((a, b) => (a.site < b.site ? -1 : 1)),
    // Where nobody missed it, or everybody did, nothing tells how people differ.
    icc:
      known.length >= fewestPeople && known.some(({ k }) => k > 0) && known.some(({ k, n }) => k < n)
        ? alike(fitSpread(known)?.icc ?? null)
        : null,
    people: known.length,
    rho: twice.length >= fewestForRho ? correlation(twice) : null,
    twice: twice.length,
    byMachine: counts.reduce((sum, row) => sum + row.failed + row.kept - row.byPeople, 0),
  };
}

/** A fit that finds no difference between people comes close to 0 and never there. */
function alike(icc: number | null): number | null {
  return icc !== null && icc < leastAlike ? 0 : icc;
}

function totals(rows: readonly { failed: number; kept: number }[]): { failed: number; marked: number } {
  let [failed, marked] = [0, 0];
  for (const row of rows) {
    failed += row.failed;
    marked += row.failed + row.kept;
  }
  return { failed, marked };
}

/** Pearson's correlation of two yes-or-no marks (phi); 0 where either never varies. */
function correlation(twice: readonly { machine: number; person: number }[]): number {
  const n = twice.length;
  const machine = twice.reduce((sum, row) => sum + row.machine, 0) / n;
  const person = twice.reduce((sum, row) => sum + row.person, 0) / n;
  const both = twice.reduce((sum, row) => sum + row.machine * row.person, 0) / n;
  const spread = Math.sqrt(machine * (1 - machine) * person * (1 - person));
  return spread > 0 ? (both - machine * person) / spread : 0;
}

/** The day a number of contacts is reached at a flow; null where there is none. */
export function daysFor(contacts: number | null, perDay: number): number | null {
  if (contacts === null || perDay <= 0) return null;
  return Math.ceil(contacts / perDay - 1e-9);
}
