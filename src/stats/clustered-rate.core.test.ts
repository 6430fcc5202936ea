// Rates of people who each did something several times: laws of the interval, and a table of Student's quantiles.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusteredRate, differenceOf, sumsOf } from './clustered-rate.core.ts';
import { wilson } from './rate.core.ts';

const person = fc
  .record({ times: fc.integer({ min: 1, max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ times, share }) => ({ times, kept: Math.round(times * share) }));
const people = fc.array(person, { minLength: 2, maxLength: 30 });

it('the rate is kept of times, inside its interval, inside 0 to 1, and never surer than of as many strangers', () => {
  fc.assert(
    fc.property(people, (group) => {
      const sums = sumsOf(group);
      const { rate, low, high } = clusteredRate(sums)!;
      expect(rate).toBeCloseTo(sums.kept / sums.times, 12);
      expect(low >= 0 && low <= rate + 1e-12 && rate <= high + 1e-12 && high <= 1).toBe(true);
      const strangers = wilson(sums.kept, sums.times, 0.9);
      expect(high - low).toBeGreaterThanOrEqual(strangers.high - strangers.low - 1e-9);
    }),
  );
});

it('the order of people changes nothing', () => {
  fc.assert(
    fc.property(people, (group) => {
      expect(sumsOf(group.toReversed())).toEqual(sumsOf(group));
    }),
  );
});

it('people who differ make it less sure than people who are alike', () => {
  const alike = clusteredRate(sumsOf(Array.from({ length: 10 }, () => ({ times: 20, kept: 10 }))))!;
  const differing = clusteredRate(
    sumsOf(Array.from({ length: 10 }, (_, nth) => ({ times: 20, kept: nth < 5 ? 0 : 20 }))),
  )!;
  expect(differing.rate).toBe(alike.rate);
  expect(differing.high - differing.low).toBeGreaterThan(2 * (alike.high - alike.low));
});

it('few people are worth fewer times, by Student’s quantile', () => {
  // 30 of 60 by three people alike: t for 2 degrees at 95 % is 2.9200, the normal 1.6449, so 60 times count as 19.04.
  const { low, high } = clusteredRate(sumsOf([1, 2, 3].map(() => ({ times: 20, kept: 10 }))))!;
  const expected = wilson(0.5 * 19.0388, 19.0388, 0.9);
  expect(low).toBeCloseTo(expected.low, 4);
  expect(high).toBeCloseTo(expected.high, 4);
});

it('nothing that never came up has a rate; one person alone says nothing of others', () => {
  expect(clusteredRate(sumsOf([]))).toBeNull();
  expect(clusteredRate(sumsOf([{ times: 50, kept: 40 }]))).toEqual({ rate: 0.8, low: 0, high: 1 });
});

it('a difference holds the difference of the rates, and turns round with its sides', () => {
  fc.assert(
    fc.property(people, people, (a, b) => {
      const [first, second] = [clusteredRate(sumsOf(a))!, clusteredRate(sumsOf(b))!];
      const there = differenceOf(first, second);
      const back = differenceOf(second, first);
      expect(there.low <= there.by + 1e-12 && there.by <= there.high + 1e-12).toBe(true);
      expect(back.by).toBeCloseTo(-there.by, 12);
      expect(back.low).toBeCloseTo(-there.high, 12);
    }),
  );
});
