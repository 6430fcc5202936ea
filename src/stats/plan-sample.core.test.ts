// How much is enough, against published figures and against the intervals themselves.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  designEffectOf,
  marksForRate,
  marksForReliability,
  marksToTellApart,
  reliability,
  reviewsForRate,
} from './plan-sample.core.ts';
import { wilson } from './rate.core.ts';

it('tells two rates apart with the textbook numbers', () => {
  expect(marksToTellApart(0.1, 0.05, 0.95, 0.8)).toBe(435);
  expect(marksToTellApart(0.2, 0.1, 0.95, 0.8)).toBe(199);
  expect(marksToTellApart(0.3, 0.2, 0.95, 0.8)).toBe(294);
  expect(marksToTellApart(0.3, 0.15, 0.95, 0.8)).toBe(121);
  expect(marksToTellApart(0.2, 0.2, 0.95, 0.8)).toBeNull();
});

it("makes a person's rate fair after 76, 196, 36 and 16 marks", () => {
  expect([0.05, 0.02, 0.1, 0.2].map((icc) => marksForReliability(icc, 0.8))).toEqual([76, 196, 36, 16]);
  expect(reliability(5, 0.05)).toBeCloseTo(0.208, 3);
  expect(marksForReliability(0, 0.8)).toBeNull();
});

it('is the fewest marks at which the interval is as narrow as asked', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.02, max: 0.3, noNaN: true }),
      (rate, within) => {
        const n = marksForRate(rate, within, 0.9)!;
        const half = (count: number): number =>
          (wilson(rate * count, count, 0.9).high - wilson(rate * count, count, 0.9).low) / 2;
        expect(half(n)).toBeLessThanOrEqual(within);
        if (n > 1) expect(half(n - 1)).toBeGreaterThan(within);
      },
    ),
  );
});

it('asks for more where marks of one person resemble each other', () => {
  const alone = marksForRate(0.3, 0.05, 0.9)!;
  expect(designEffectOf(21, 0.05)).toBeCloseTo(2, 10);
  expect(marksForRate(0.3, 0.05, 0.9, 2)).toBe(alone * 2);
});

it('asks for fewer reviews the better the machine, for never fewer than fifty, and says when no number is enough', () => {
  const plan = { rate: 0.3, within: 0.05, level: 0.9, machineMarks: 5000 };
  const counts = [0, 0.6, 0.8, 0.9].map((rho) => reviewsForRate({ ...plan, rho })!);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  // 1/(1 - rho²) with many machine marks: about 2.8 times fewer at .8.
  expect(counts[0]! / counts[2]!).toBeGreaterThan(2.4);
  expect(reviewsForRate({ ...plan, within: 0.2, rho: 0.9 })).toBe(50);
  expect(reviewsForRate({ ...plan, within: 0.01, rho: 0.5, machineMarks: 300 })).toBeNull();
});
