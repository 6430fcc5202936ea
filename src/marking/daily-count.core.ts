// Marks of one standard counted a day at a site: what watching over time and the effect of a fix are read from.
import type { Day } from '../kernel/moment.ts';
import type { Marker, Verdict } from '../standards/standard.core.ts';

export interface DailyCount {
  /** The day at the site. */
  readonly day: Day;
  readonly site: string;
  readonly failed: number;
  readonly kept: number;
  /** Of these, marks that only a person made. */
  readonly byPeople: number;
}

/** A contact that a machine and a person both marked: 1 failed, 0 kept. */
export interface TwiceMarked {
  readonly day: Day;
  readonly site: string;
  readonly machine: 0 | 1;
  readonly person: 0 | 1;
}

/** One met or failed mark with where and when its contact was. */
export interface PlacedMark {
  readonly contact: string;
  readonly day: Day;
  readonly site: string;
  readonly marker: Marker;
  readonly verdict: Verdict;
}

/** Whose mark is taken: a machine's wherever there is one, so that both periods are read alike; a person's else. */
const rank: Readonly<Record<Marker, number>> = { model: 4, learned: 3, cue: 2, reviewer: 1, shopper: 0 };

/** Counts from marks that stand contact by contact, and the contacts that were marked twice. Both in order of day, then site. */
export function dailyCounts(marks: readonly PlacedMark[]): CountedStandard {
  const byPlace = new Map<string, { day: Day; site: string; failed: number; kept: number; byPeople: number }>();
  const twice: TwiceMarked[] = [];
  for (const own of Map.groupBy(marks, (mark) => mark.contact).values()) {
    const ranked = own.toSorted((a, b) => rank[b.marker] - rank[a.marker]);
    const { day, site, marker, verdict } = ranked[0]!;
    const key = `${day} ${site}`;
    const count = byPlace.get(key) ?? { day, site, failed: 0, kept: 0, byPeople: 0 };
    byPlace.set(key, count);
    count[verdict === 'failed' ? 'failed' : 'kept'] += 1;
    if (isPerson(marker)) count.byPeople += 1;
    const person = ranked.find((mark) => isPerson(mark.marker));
    if (person && !isPerson(marker)) twice.push({ day, site, machine: one(verdict), person: one(person.verdict) });
  }
  const order = (a: { day: Day; site: string }, b: { day: Day; site: string }): number =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.site < b.site ? -1 : a.site > b.site ? 1 : 0;
  return { counts: [...byPlace.values()].toSorted(order), twice: twice.toSorted(order) };
}

function isPerson(marker: Marker): boolean {
  return marker === 'reviewer' || marker === 'shopper';
}

function one(verdict: Verdict): 0 | 1 {
  return verdict === 'failed' ? 1 : 0;
}

/** One standard's marks, counted and marked twice. */
export interface CountedStandard {
  readonly counts: readonly DailyCount[];
  readonly twice: readonly TwiceMarked[];
}
