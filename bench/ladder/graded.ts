// What findings are worth against planted truth: is the top cause one of the necessary, are odds what they say, how far off
// are they, and how many causes must be named to hold a necessary one.
import { type Cause, causes, type Odds } from '../../src/diagnosis/finding.core.ts';

/** Odds beside the necessary causes; each of several has an equal part of the truth, so that both add up to one. */
export interface Graded {
  readonly organisation: number;
  readonly odds: Odds;
  readonly necessary: readonly Cause[];
}

export function topIsNecessary({ odds, necessary }: Graded): boolean {
  return necessary.includes(byOdds(odds)[0]!);
}

function byOdds(odds: Odds): Cause[] {
  return causes.toSorted((a, b) => odds[b] - odds[a]);
}

function truth({ necessary }: Graded, cause: Cause): number {
  return necessary.includes(cause) ? 1 / necessary.length : 0;
}

/** Brier score over the five causes (G. W. Brier 1950): 0 is certain and right, 2 certain and wrong. */
export function brier(graded: readonly Graded[]): number {
  return mean(graded.map((one) => causes.reduce((sum, cause) => sum + (one.odds[cause] - truth(one, cause)) ** 2, 0)));
}

export interface Bin {
  readonly said: number;
  readonly found: number;
  readonly count: number;
}

/** All odds in ten bins of equal count, what they say against what was found. */
export function bins(graded: readonly Graded[]): Bin[] {
  const all = graded
    .flatMap((one) => causes.map((cause) => ({ said: one.odds[cause], found: truth(one, cause) })))
    .toSorted((a, b) => a.said - b.said);
  return Array.from({ length: 10 }, (_, bin) => {
    const part = all.slice(Math.floor((bin * all.length) / 10), Math.floor(((bin + 1) * all.length) / 10));
    return { said: mean(part.map((one) => one.said)), found: mean(part.map((one) => one.found)), count: part.length };
  });
}

/** Expected calibration error: the mean distance between what the odds say and what was found, by tenths. */
export function calibrationError(graded: readonly Graded[]): number {
  return mean(bins(graded).map(({ said, found }) => Math.abs(said - found)));
}

/** The most that all odds of one cause together are off: said on average, less found on average. */
export function worstCause(graded: readonly Graded[]): { readonly cause: Cause; readonly off: number } {
  return causes
    .map((cause) => ({ cause, off: mean(graded.map((one) => one.odds[cause] - truth(one, cause))) }))
    .toSorted((a, b) => Math.abs(b.off) - Math.abs(a.off))[0]!;
}

/** Causes named from the top until their odds add up to `least`: how often one is necessary, and how many are named. */
export function sets(graded: readonly Graded[], least: number): { readonly covered: number; readonly size: number } {
  const named = graded.map(({ odds, necessary }) => {
    let sum = 0;
    const set: Cause[] = [];
    for (const cause of byOdds(odds)) {
      if (sum >= least) break;
      set.push(cause);
      sum += odds[cause];
    }
    return { covers: set.some((cause) => necessary.includes(cause)), size: set.length };
  });
  return { covered: named.filter((one) => one.covers).length, size: mean(named.map((one) => one.size)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
}
