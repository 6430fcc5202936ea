// A rate of things done by several people, with an interval that knows that what one person does is alike: many times by
// few people say less than as many times by many.
import { type Interval, wilson } from './rate.core.ts';
import { betaQuantile, normalQuantile } from './special.core.ts';

/** Times kept (x) of times it came up (n), summed over people: all that the rate and its interval need. */
export interface ClusteredSums {
  /** People who had it come up at all. */
  readonly people: number;
  /** Sum of n. */
  readonly times: number;
  /** Sum of x. */
  readonly kept: number;
  /** Sums of n², of n · x and of x². */
  readonly timesSquared: number;
  readonly timesKept: number;
  readonly keptSquared: number;
}

export interface ClusteredRate extends Interval {
  readonly rate: number;
}

/** The sums of people, each with how often it came up and was kept. */
export function sumsOf(people: readonly { readonly times: number; readonly kept: number }[]): ClusteredSums {
  const sum = (of: (one: { times: number; kept: number }) => number): number =>
    people.reduce((total, one) => total + of(one), 0);
  return {
    people: people.length,
    times: sum(({ times }) => times),
    kept: sum(({ kept }) => kept),
    timesSquared: sum(({ times }) => times ** 2),
    timesKept: sum(({ times, kept }) => times * kept),
    keptSquared: sum(({ kept }) => kept ** 2),
  };
}

/**
 * kept / times with Wilson's interval on as many times as the people are worth: times divided by the design effect (never
 * below 1) and by the squared ratio of Student's to the normal quantile, for the few people it is estimated from.
 * Source: E. L. Korn and B. I. Graubard 1998, Survey Methodology 24:193, with Wilson's in place of the exact interval.
 * Where all or none was kept, people's differences can't be estimated and only the second correction is made.
 * @param level coverage, 0 to 1 exclusive
 * @returns null where it never came up; the whole range 0 to 1 of one person alone
 */
export function clusteredRate(sums: ClusteredSums, level = 0.9): ClusteredRate | null {
  const { people, times, kept } = sums;
  if (times === 0) return null;
  const rate = kept / times;
  if (people < 2) return { rate, low: 0, high: 1 };
  const between = Math.max(0, sums.keptSquared - 2 * rate * sums.timesKept + rate ** 2 * sums.timesSquared);
  const clustered = (people / (people - 1)) * (between / times ** 2);
  const plain = (rate * (1 - rate)) / times;
  const designEffect = plain > 0 ? Math.max(1, clustered / plain) : 1;
  const tail = (1 + level) / 2;
  const worth = (times / designEffect) * (normalQuantile(tail) / studentQuantile(tail, people - 1)) ** 2;
  return { rate, ...wilson(rate * worth, worth, level) };
}

/** Student's quantile for p above a half, by the beta distribution. */
export function studentQuantile(p: number, degrees: number): number {
  const x = betaQuantile(2 * (1 - p), degrees / 2, 0.5);
  return Math.sqrt(degrees * (1 / x - 1));
}

/**
 * By how much the first rate is above the second, with an interval from both.
 * Source: R. G. Newcombe 1998, Statistics in Medicine 17:873, method 10, on whatever intervals the two have.
 */
export function differenceOf(first: ClusteredRate, second: ClusteredRate): Interval & { readonly by: number } {
  const by = first.rate - second.rate;
  return {
    by,
    low: Math.max(-1, by - Math.hypot(first.rate - first.low, second.high - second.rate)),
    high: Math.min(1, by + Math.hypot(first.high - first.rate, second.rate - second.low)),
  };
}
