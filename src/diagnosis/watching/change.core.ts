// Has a rate changed, and when? A risk-adjusted sum over the days in both directions, how long it would have run with nothing
// changed, and the days between which the change likely lies.
import type { Day } from '../../kernel/moment.ts';
import { riskAdjustedStep } from '../../stats/cusum.core.ts';
import { chainRunLength, mixOf } from '../../stats/run-length.ts';
import type { Series } from './series.core.ts';

export type Direction = 'worse' | 'better';

export interface Change {
  readonly direction: Direction;
  /** The likeliest first day of the change: the day after the sum last stood at nought. */
  readonly since: Day;
  /** Between which days it likely began, inclusive. */
  readonly earliest: Day;
  readonly latest: Day;
  /** The day on which the sum stood highest: by then it was plain. */
  readonly plainBy: Day;
  readonly peak: number;
  /** Chance of such a peak in so many marks with nothing changed. */
  readonly p: number;
  /** What was missed before, and from `since` to `plainBy`: a change may have ended again. */
  readonly before: { readonly failed: number; readonly marked: number };
  readonly after: { readonly failed: number; readonly marked: number };
}

/**
 * What the sums are set to see. Odds that double lie a root of two below the whole time's before and as much above it after,
 * and it is the whole time that each day is held against.
 */
export const oddsRatio = Math.SQRT2;
/** With fewer failures (or marks met) than this no change could be told. */
export const fewestOfEach = 8;
/** A change has at least so many marks before it and from it on. */
const fewestBeside = 20;
/** By so many standard errors, in logarithms, what was missed must differ on the two sides. */
const fewestErrors = 2.5;
/** A peak so low comes about by chance in a few hundred marks, and is told of nobody. */
const lowPeak = 3;
/** A log likelihood within this of the best is as likely a beginning: about 95 % of one unknown day. */
const likely = 1.92;

/** Can a series be watched at all? */
export function canBeWatched({ failed, marked, days }: Series): boolean {
  return failed >= fewestOfEach && marked - failed >= fewestOfEach && days.length >= 10;
}

/** The likeliest change of a series in a direction; null where the sum never rose or the change has no days on both its sides. */
export function changeOf(series: Series, direction: Direction): Change | null {
  const ratio = direction === 'worse' ? oddsRatio : 1 / oddsRatio;
  // A day's step: all its marks', since which of them failed first isn't kept.
  const steps = series.days.map(({ failed, marked, expected }) => {
    const base = expected.reduce((sum, one) => sum + one.marks * riskAdjustedStep(false, one.chance, ratio), 0);
    return base + (marked === 0 ? 0 : failed * Math.log(ratio));
  });
  const whole = prefixSums(steps);
  let [sum, since] = [0, 0];
  let best = { peak: 0, since: 0, at: -1 };
  steps.forEach((step, at) => {
    if (sum === 0) since = at;
    sum = Math.max(0, sum + step);
    if (sum > best.peak) best = { peak: sum, since, at };
  });
  if (best.at < 0 || best.since === 0) return null;
  // The change at a day explains all from there to the peak: as good as what it leaves out is low.
  const range = series.days.flatMap((_, day) =>
    day > 0 && day <= best.at && whole[best.at + 1]! - whole[day]! >= best.peak - likely ? [day] : [],
  );
  const [before, after] = [sideOf(series, 0, best.since), sideOf(series, best.since, best.at + 1)];
  if (Math.min(before.marked, after.marked) < fewestBeside) return null;
  // Days that are low only beside others that are high later also lift the sum that looks for lower ones: that is no fall.
  const sign = direction === 'worse' ? 1 : -1;
  if (sign * apart(before, after) < fewestErrors) return null;
  const day = (at: number): Day => series.days[at]!.day;
  return {
    direction,
    since: day(best.since),
    earliest: day(range[0] ?? best.since),
    latest: day(range.at(-1) ?? best.since),
    plainBy: day(best.at),
    peak: best.peak,
    p: chanceOfPeak(series, ratio, best.peak),
    before: { failed: before.failed, marked: before.marked },
    after: { failed: after.failed, marked: after.marked },
  };
}

/** How far apart what was missed (beside what was to be expected) stands on the two sides, in standard errors. */
function apart(before: ReturnType<typeof sideOf>, after: ReturnType<typeof sideOf>): number {
  const error = Math.sqrt(1 / (before.failed + 0.5) + 1 / (after.failed + 0.5));
  return Math.log((after.missed + 1e-9) / (before.missed + 1e-9)) / error;
}

/** Failures and marks of some days, and how often was missed beside what those contacts would be expected to miss. */
function sideOf({ days }: Series, from: number, to: number): { failed: number; marked: number; missed: number } {
  let [failed, marked, expected] = [0, 0, 0];
  for (const one of days.slice(from, to)) {
    failed += one.failed;
    marked += one.marked;
    expected += one.expected.reduce((sum, { chance, marks }) => sum + chance * marks, 0);
  }
  return { failed, marked, missed: expected > 0 ? failed / expected : 0 };
}

/** The mix of chances that stands for all marks of a series, for run lengths. */
export function mixOfSeries(series: Series, groups: number): { expected: number; share: number }[] {
  const chances = series.days.flatMap((one) => one.expected);
  const spread = chances.flatMap(({ chance, marks }) => (marks > 0 ? [{ chance, marks }] : []));
  const distinct = mixOf(
    spread.map((one) => one.chance),
    groups,
  );
  // Shares by marks and not by rows: a kind with many marks is many cases.
  const total = spread.reduce((sum, one) => sum + one.marks, 0);
  const bounds = distinct.map((one) => one.expected);
  const shares = bounds.map(() => 0);
  for (const { chance, marks } of spread) {
    let nearest = 0;
    for (let at = 1; at < bounds.length; at++)
      if (Math.abs(bounds[at]! - chance) < Math.abs(bounds[nearest]! - chance)) nearest = at;
    shares[nearest]! += marks / total;
  }
  return distinct.map(({ expected }, at) => ({ expected, share: shares[at]! })).filter((one) => one.share > 0);
}

/**
 * Runs between alarms are nearly memoryless, so in n marks one comes with 1 − exp(−n / mean run). The mean run of such a sum
 * grows by e for each unit of its limit (D. Siegmund 1985, Sequential Analysis, chapter 2), so it is worked out at a limit
 * where a coarse grid is exact enough, and carried on from there.
 */
function chanceOfPeak(series: Series, ratio: number, peak: number): number {
  if (peak < lowPeak) return 1;
  const limit = Math.min(peak, 5);
  const run = chainRunLength(mixOfSeries(series, 4), ratio, limit, { cells: 60 }) * Math.exp(peak - limit);
  return -Math.expm1(-series.marked / run);
}

function prefixSums(steps: readonly number[]): number[] {
  const sums = [0];
  for (const step of steps) sums.push(sums.at(-1)! + step);
  return sums;
}
