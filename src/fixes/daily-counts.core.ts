// From marks of a standard, a day at a site, to what the effect test reads: numbers of sites, numbers of days, who changed
// when, and which days are before.
import { addDays, type Day } from '../kernel/moment.ts';
import type { EffectCells } from '../stats/effect-queues.core.ts';
import type { EffectDesign } from '../stats/effect-sides.core.ts';
import { shrinker } from '../stats/shrink.core.ts';
import type { DailyCount } from '../marking/daily-count.core.ts';

/** A fix as the test needs it. */
export interface TestedFix {
  readonly begunOn: Day;
  /** Sites where it stands, with the first day; at least one. */
  readonly doneOn: ReadonlyMap<string, Day>;
  readonly pickedFrom?: Day | undefined;
  readonly pickedTo?: Day | undefined;
  readonly expected: number;
  /** Sites that may not serve as unchanged: another fix of the same standard stands there, or is under way. */
  readonly notUnchanged: ReadonlySet<string>;
}

export interface Tested {
  readonly cells: EffectCells;
  readonly design: EffectDesign;
  /**
   * Points that sites picked at their worst get better by luck alone, taken off; 0 where before holds none of the days that
   * they were picked by.
   */
  readonly luck: number;
  /** Sites by their number in `cells`. */
  readonly sites: readonly string[];
}

/** Older contacts say too little of how it was right before the fix. */
const longestBefore = 365;
/** So few contacts from before, apart from the picking days, are none. */
const fewestApart = 30;
const dayLength = 86_400_000;

/** Days since 1970 of a calendar day. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
}

/** The calendar day of such a number. */
export function dayOf(number: number): Day {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

/**
 * Counts and design for `effectOf`. Before: the year up to the day it was begun, without the days the pattern was picked
 * from; days between begun and done belong to neither. Where that leaves fewer than 30 contacts at the changed sites, the
 * picking days stay in, and the fall must beat what luck alone would give: the sites' rates less their shrunken ones
 * (Laird and Louis 1987; regression to the mean). Contacts without a site or a day are no part of it, nor any later than
 * `through`.
 */
export function testedOf(counts: readonly DailyCount[], fix: TestedFix, through: Day): Tested {
  const from = addDays(fix.begunOn, -longestBefore);
  const used = counts.filter(
    (row) => row.day >= from && row.day <= through && (fix.doneOn.has(row.site) || !fix.notUnchanged.has(row.site)),
  );
  const sites = [...new Set([...fix.doneOn.keys(), ...used.map((row) => row.site)])].toSorted();
  const place = new Map(sites.map((site, at) => [site, at]));
  const before = used.filter((row) => row.day < fix.begunOn);
  const { pickedFrom, pickedTo } = fix;
  const apart = before.filter(
    (row) => pickedFrom === undefined || pickedTo === undefined || row.day < pickedFrom || row.day > pickedTo,
  );
  const enough = sum(apart.filter((row) => fix.doneOn.has(row.site))) >= fewestApart;
  const luck = enough || apart.length === before.length ? 0 : luckOf(before, fix.doneOn);
  return {
    sites,
    luck,
    cells: {
      day: used.map((row) => dayNumber(row.day)),
      site: used.map((row) => place.get(row.site)!),
      failed: used.map((row) => row.failed),
      kept: used.map((row) => row.kept),
    },
    design: {
      changedFrom: sites.map((site) => {
        const done = fix.doneOn.get(site);
        return done === undefined ? Number.POSITIVE_INFINITY : dayNumber(done);
      }),
      before: { from: dayNumber(from), to: dayNumber(fix.begunOn) },
      ...(enough && pickedFrom !== undefined && pickedTo !== undefined
        ? { leftOut: { from: dayNumber(pickedFrom), to: dayNumber(pickedTo) } }
        : {}),
      expected: fix.expected,
      margin: luck,
    },
  };
}

/** How much of the lead of the picked sites is luck: their rates less what they shrink to, less the same elsewhere; never under 0. */
function luckOf(before: readonly DailyCount[], doneOn: ReadonlyMap<string, Day>): number {
  const bySite = [...Map.groupBy(before, (row) => row.site)].map(([site, rows]) => ({
    changed: doneOn.has(site),
    k: rows.reduce((total, row) => total + row.failed, 0),
    n: sum(rows),
  }));
  const fitted = shrinker(bySite, 0.9);
  if (!fitted) return 0;
  const over = (changed: boolean): number => {
    const own = bySite.filter((group) => group.changed === changed);
    const n = own.reduce((total, group) => total + group.n, 0);
    const excess = own.reduce((total, group) => total + group.k - group.n * fitted.shrink(group).estimate, 0);
    return n > 0 ? excess / n : 0;
  };
  return Math.max(0, over(true) - over(false));
}

function sum(rows: readonly DailyCount[]): number {
  return rows.reduce((total, row) => total + row.failed + row.kept, 0);
}
