// Holds and paused recording of one contact, found by their times: however many there are, what lies between two moments is looked up.
import type { Encounter, Turn } from '../encounter.core.ts';

type Hold = NonNullable<Encounter['holds']>[number];

export class HoldTimes {
  private readonly holds: readonly Hold[];
  /** By hold, the latest end of it and those before it. */
  private readonly ends: readonly number[];

  constructor(holds: readonly Hold[]) {
    const inOrder = holds.every((one, at) => at === 0 || holds[at - 1]!.from <= one.from);
    this.holds = inOrder ? holds : holds.toSorted((a, b) => a.from - b.from);
    this.ends = latestSoFar(this.holds.map((one) => one.to));
  }

  /** Seconds from one moment to another without those that were hold or paused recording. */
  without(from: number, to: number): number {
    const { holds, ends } = this;
    let seconds = to - from;
    for (let at = firstFrom(ends, from); at < holds.length && holds[at]!.from < to; at++)
      seconds -= Math.max(0, Math.min(to, holds[at]!.to) - Math.max(from, holds[at]!.from));
    return seconds;
  }
}

/** Finds the first turn, but none of others, that begins at a moment or later; null where there is none. */
export function firstTurnFrom(turns: readonly Turn[]): (moment: number) => number | null {
  const starts = latestSoFar(
    turns.map(({ speaker, start }) => (speaker === 'other' || start === undefined ? -Infinity : start)),
  );
  return (moment) => {
    const turn = firstFrom(starts, moment);
    return turn < turns.length ? turn : null;
  };
}

function latestSoFar(moments: readonly number[]): readonly number[] {
  let latest = -Infinity;
  return moments.map((one) => (latest = Math.max(latest, one)));
}

// Where the first of moments in order stands that is `least` or later; their number where there is none.
function firstFrom(moments: readonly number[], least: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (moments[middle]! >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}
