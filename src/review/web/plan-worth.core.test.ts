import fc from 'fast-check';
import { expect, it } from 'vitest';
import { worthOf } from './plan-worth.core.ts';

const plan = { aWeek: 20, atRandom: 0.5, seenByTwo: 0.1, targetedAWeek: 2, reviewers: 3 };

it('tells how well a rate is known, and how long reviewers sit at it', () => {
  const worth = worthOf(plan);
  expect(worth.after).toEqual([
    { weeks: 4, reviews: 80, points: 12 },
    { weeks: 13, reviews: 260, points: 7 },
  ]);
  // 20 contacts, 2 of them twice, 2 on purpose: 24 of two minutes.
  expect([worth.minutesAWeek, worth.minutesEach, worth.pairsAQuarter]).toEqual([48, 16, 26]);
});

it('no more are reviewed than there are, and nobody named means nobody’s share', () => {
  expect(worthOf({ ...plan, contacts: 50 }).after.map((one) => one.reviews)).toEqual([50, 50]);
  expect(worthOf({ ...plan, reviewers: 0 }).minutesEach).toBeNull();
});

it('more a week never tells less', () => {
  const asked = fc.record({
    aWeek: fc.integer({ min: 0, max: 500 }),
    atRandom: fc.double({ min: 0.1, max: 1, noNaN: true }),
    seenByTwo: fc.double({ min: 0, max: 1, noNaN: true }),
    targetedAWeek: fc.integer({ min: 0, max: 50 }),
    reviewers: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(asked, (one) => {
      const [less, more] = [worthOf(one), worthOf({ ...one, aWeek: one.aWeek + 5 })];
      for (const [at, after] of more.after.entries()) expect(after.points).toBeLessThanOrEqual(less.after[at]!.points);
      for (const { points } of less.after) expect(points).toBeGreaterThan(0);
    }),
  );
});
