// Verified, not verified, too early or harmed: what the effect of a fix allows to be said, and why.
import type { Effect, EffectDay } from '../stats/effect.core.ts';
import type { Interval } from '../stats/rate.core.ts';
import type { Drift } from './drift.core.ts';
import type { Verdict } from './fix.core.ts';

export interface Evidence {
  readonly effect: Effect;
  /** Where the change likely lies, safe to look at on any day; null while nothing can be said. */
  readonly interval: Interval | null;
  readonly expected: number;
  /** ln of the e-value needed, all open fixes together allowed for (`barOf`). */
  readonly bar: number;
  /** Contacts after at the changed sites that four in five such effects are proved by; null where none is foreseen. */
  readonly enough: number | null;
  /** Standards among the guardrails that got worse by the fix. */
  readonly worse: readonly string[];
  readonly drift: Drift;
}

export type Because =
  | 'nothing-after'
  | 'waiting'
  | 'holding'
  | 'not-held'
  | 'few-site-months'
  | 'unchecked'
  | 'held'
  | 'rose'
  | 'guardrail'
  | 'no-control'
  | 'drifted'
  | 'less-than-half'
  | 'used-up'
  | 'waited-enough';

export interface Judged {
  readonly verdict: Verdict;
  readonly because: Because;
  /** The first day from which the evidence was enough, as a day's number; it must hold four weeks from there. */
  readonly movedOn?: number;
}

/** Four weeks: so long must an effect hold after it was seen, in contacts, not on the calendar alone. */
export const daysToHold = 28;
/** Under so many changed sites times months, nobody knows how months of these sites differ by themselves. */
export const fewestSiteMonths = 4;
/** After so many times the contacts that four in five effects need, no effect of the expected size is there. */
const patience = 2;
const chanceOfError = 0.05;

/** The first of these that holds stands; harm is looked for before good. */
export function judge(given: Evidence): Judged {
  const { effect, interval, expected, bar, enough, worse, drift } = given;
  const last = effect.days.at(-1);
  if (!last) return { verdict: 'too-early', because: 'nothing-after' };
  if (last.logRose >= bar && effect.control) return { verdict: 'harmed', because: 'rose' };
  if (worse.length > 0) return { verdict: 'harmed', because: 'guardrail' };
  const waitedEnough = enough !== null && effect.changedAfter.marked >= patience * enough;
  if (last.logFell >= bar) {
    const moved = effect.days.find((day) => day.logFell >= bar)!;
    const movedOn = moved.day;
    if (!effect.control) return { verdict: 'not-verified', because: 'no-control', movedOn };
    if (effect.siteMonths < fewestSiteMonths) return { verdict: 'too-early', because: 'few-site-months', movedOn };
    if (last.day < movedOn + daysToHold) return { verdict: 'too-early', because: 'holding', movedOn };
    if (!held(moved, last))
      return { verdict: waitedEnough ? 'not-verified' : 'too-early', because: 'not-held', movedOn };
    if (drift.verdict === 'drifted') return { verdict: 'not-verified', because: 'drifted', movedOn };
    if (drift.verdict === 'unchecked') return { verdict: 'too-early', because: 'unchecked', movedOn };
    return { verdict: 'verified', because: 'held', movedOn };
  }
  if (interval && interval.high < expected / 2) return { verdict: 'not-verified', because: 'less-than-half' };
  if (waitedEnough) return { verdict: 'not-verified', because: 'waited-enough' };
  if (effect.beforeUsedUp && enough !== null && effect.changedAfter.marked >= enough)
    return { verdict: 'not-verified', because: 'used-up' };
  return { verdict: 'too-early', because: 'waiting' };
}

/** In what came after the day it was seen, failing was still lower. */
function held(moved: EffectDay, last: EffectDay): boolean {
  return last.blocks > moved.blocks && last.sum - moved.sum > 0;
}

/**
 * ln of the e-value that a fix needs when m of them are looked at together: m/(k q) for the largest k of which k reach it
 * (e-BH: Wang and Ramdas 2022, JRSS B 84:822), q = .05; with one fix it is 20.
 * @param logs ln of each fix's e-value today
 */
export function barOf(logs: readonly number[]): number {
  const m = Math.max(1, logs.length);
  const sorted = logs.toSorted((a, b) => b - a);
  let kept = 1;
  for (let k = 1; k <= sorted.length; k++) if (sorted[k - 1]! >= Math.log(m / (k * chanceOfError))) kept = k;
  return Math.log(m / (kept * chanceOfError));
}
