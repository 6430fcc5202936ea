// What to fix first: patterns in the order of what they are worth, with two rules for the head of the list, so that it
// neither puts a trifle before a serious act nor says the same thing three times.
import type { Cause } from './finding.core.ts';
import type { FailedStandard } from './failure.core.ts';

export interface Fixable {
  readonly id: string;
  readonly standard: Pick<FailedStandard, 'id' | 'kind' | 'weight' | 'few'>;
  readonly cause: Cause;
  /** The reason within the cause: the same reason asks for the same fix. */
  readonly detail: string;
  readonly failures: number;
  readonly expected: number;
}

/** The customary few come first among equals: they are what an organisation has set out to do. */
const fewCount = 1.5;

/** How many patterns are shown as cards, and how many of these may have one cause. */
const cards = 3;
const mostOfOneCause = 2;

/** Expected failures times the standard's weight, half as much again for one of the customary few. */
export function worthOf({ expected, standard }: Pick<Fixable, 'expected' | 'standard'>): number {
  return expected * standard.weight * (standard.few ? fewCount : 1);
}

/**
 * In the order to fix them in: what is worth most first, except that a standard of weight 1 never stands before a serious
 * act with at least half as many failures, and that of the first three no more than two have one cause and none repeats
 * another's reason or standard, while there are others to show.
 */
export function inFixOrder<T extends Fixable>(patterns: readonly T[]): T[] {
  const serious = patterns.filter(isSerious);
  const worth = new Map(patterns.map((one) => [one, worthOf(one)]));
  for (const one of patterns.filter(isSmall)) {
    const above = serious.filter((act) => outranks(act, one)).map((act) => worth.get(act)!);
    worth.set(one, Math.min(worth.get(one)!, ...above));
  }
  const ordered = patterns.toSorted(
    (a, b) => worth.get(b)! - worth.get(a)! || Number(isSmall(a)) - Number(isSmall(b)) || (a.id < b.id ? -1 : 1),
  );
  const first: T[] = [];
  const passed: T[] = [];
  for (const one of ordered) {
    if (first.length === cards) break;
    const repeats =
      first.filter((other) => other.cause === one.cause).length >= mostOfOneCause ||
      first.some((other) => other.standard.id === one.standard.id || isSameReason(other, one));
    if (repeats || passed.some((act) => outranks(act, one))) passed.push(one);
    else first.push(one);
  }
  return [...first, ...ordered.filter((one) => !first.includes(one))];
}

function isSameReason(a: Fixable, b: Fixable): boolean {
  return a.cause === b.cause && a.detail === b.detail;
}

function isSmall({ standard }: Fixable): boolean {
  return standard.weight <= 1;
}

function isSerious({ standard }: Fixable): boolean {
  return standard.kind === 'atrocity' && standard.weight >= 3;
}

function outranks(act: Fixable, one: Fixable): boolean {
  return isSerious(act) && isSmall(one) && act.failures * 2 >= one.failures;
}
