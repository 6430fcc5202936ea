// The four kinds of contact of a change, told apart: before and after, where it changed and where it didn't.
import { laidOut, Outcomes, type EffectCells } from './effect-queues.core.ts';

export interface EffectDesign {
  /** First day of the change at each site, by the sites' numbers; `Infinity` where it never came. */
  readonly changedFrom: ArrayLike<number>;
  /** Days that may serve as before: from, up to but not including `to`. */
  readonly before: { readonly from: number; readonly to: number };
  /**
   * Days that the sites were picked by, both ends included: never part of before, since who is picked at their worst gets
   * better by luck alone.
   */
  readonly leftOut?: { readonly from: number; readonly to: number };
  /** By how much the failing rate is expected to fall, as a share: .05 is five points. */
  readonly expected: number;
  /** Log odds by which a site's month may move by itself, standard deviation; where left out, as seen, and .2 at least. */
  readonly shock?: number;
  /**
   * What failing must have fallen by more than; 0 where left out. Negative: what it may rise by before that counts, for
   * something that was picked at its best.
   */
  readonly margin?: number;
}

export interface EffectCounts {
  readonly failed: number;
  readonly marked: number;
}

/** Contacts of one day at one site, after the change began somewhere. */
export interface AfterCell {
  readonly day: number;
  readonly site: number;
  readonly changed: boolean;
  readonly failed: number;
  readonly kept: number;
}

export interface Sides {
  /** First day of the change anywhere. */
  readonly start: number;
  /** Contacts from before, one line a site, the latest first. */
  readonly queues: readonly Outcomes[];
  /** Contacts from before at each site. */
  readonly flow: Float64Array;
  /** In order of day, then site. */
  readonly after: readonly AfterCell[];
  readonly changedBefore: EffectCounts;
  readonly unchangedBefore: EffectCounts;
  readonly changedAfter: EffectCounts;
  readonly unchangedAfter: EffectCounts;
  /** What the first stakes are measured by: contacts that no bet is placed on. */
  readonly scale: { readonly changed: EffectCounts; readonly unchanged: EffectCounts };
}

/** Where nobody was picked, so many of the oldest contacts of each side set the scale and serve for nothing else. */
const keptForScale = 30;

/** Sorts the counts out. Sites that change later stand among the unchanged until then. */
export function sidesOf(cells: EffectCells, design: EffectDesign): Sides {
  const { changedFrom, before, leftOut } = design;
  const sites = changedFrom.length;
  const start = Math.min(...Array.from(changedFrom));
  const ever = (site: number): boolean => Number.isFinite(changedFrom[site]);
  const order = Array.from({ length: cells.day.length }, (_, at) => at).toSorted(
    (a, b) => cells.day[a]! - cells.day[b]! || cells.site[a]! - cells.site[b]!,
  );
  const tallies = { changedBefore: none(), unchangedBefore: none(), changedAfter: none(), unchangedAfter: none() };
  const scale = { changed: none(), unchanged: none() };
  const earlier: number[] = [];
  const after: AfterCell[] = [];
  for (const at of order) {
    const day = cells.day[at]!;
    const site = cells.site[at]!;
    const [failed, kept] = [cells.failed[at]!, cells.kept[at]!];
    const side = ever(site) ? 'changed' : 'unchanged';
    if (leftOut && day >= leftOut.from && day <= leftOut.to) {
      if (day < start) count(scale[side], failed, kept);
    } else if (day >= before.from && day < Math.min(before.to, start)) {
      earlier.push(at);
    } else if (day >= start) {
      const changed = day >= changedFrom[site]!;
      after.push({ day, site, changed, failed, kept });
      count(tallies[changed ? 'changedAfter' : 'unchangedAfter'], failed, kept);
    }
  }
  const queues = Array.from({ length: sites }, () => new Outcomes());
  const flow = new Float64Array(sites);
  const needed = { changed: lacking(scale.changed), unchanged: lacking(scale.unchanged) };
  const used = earlier.filter((at) => {
    const site = cells.site[at]!;
    const side = ever(site) ? 'changed' : 'unchanged';
    count(tallies[`${side}Before`], cells.failed[at]!, cells.kept[at]!);
    if (needed[side] <= 0) return true;
    needed[side] -= cells.failed[at]! + cells.kept[at]!;
    count(scale[side], cells.failed[at]!, cells.kept[at]!);
    return false;
  });
  for (const at of used.toReversed()) {
    const [day, site] = [cells.day[at]!, cells.site[at]!];
    queues[site]!.push(laidOut(day, site, cells.failed[at]!, cells.kept[at]!));
    flow[site]! += cells.failed[at]! + cells.kept[at]!;
  }
  return { start, queues, flow, after, scale, ...tallies };
}

function lacking(counts: EffectCounts): number {
  return counts.marked >= keptForScale ? 0 : keptForScale - counts.marked;
}

function none(): { failed: number; marked: number } {
  return { failed: 0, marked: 0 };
}

function count(into: { failed: number; marked: number }, failed: number, kept: number): void {
  into.failed += failed;
  into.marked += failed + kept;
}
