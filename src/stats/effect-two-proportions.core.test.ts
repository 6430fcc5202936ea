// Two rates, one block after the other: by hand where a hand can, and against published sizes.
import { expect, it } from 'vitest';
import { twoProportions } from './effect-two-proportions.core.ts';
import { chanceOf } from './normal-draws.ts';

const block = (a: number, b: number) => ({ failedA: a, markedA: 1, failedB: b, markedB: 1 });

it('begins at 1 and grows by what a hand computes', () => {
  // Both guesses are 1/2 before anything is seen: the first block says nothing.
  const [first, second] = twoProportions([block(1, 0), block(1, 0)]);
  expect(first).toBeCloseTo(0, 12);
  // Then (1.5)/(2) = 3/4 against 1/4, mean 1/2: (3/4)/(1/2) * (3/4)/(1/2) = 9/4.
  expect(Math.exp(second!)).toBeCloseTo(9 / 4, 10);
});

it('proves 10 to 5 % at a median of about 463 each, 20 to 10 at 220, 30 to 20 at 364, and claims nothing in at most 5 % of the rest', () => {
  const chance = chanceOf(7);
  const until = (a: number, b: number, most: number): number => {
    const blocks = Array.from({ length: most }, () =>
      block(Number(chance.uniform() < a), Number(chance.uniform() < b)),
    );
    const at = twoProportions(blocks).findIndex((log) => log >= Math.log(20));
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
  };
  const median = (a: number, b: number): number =>
    Array.from({ length: 400 }, () => until(a, b, 3000)).toSorted((one, other) => one - other)[200]!;
  expect(Math.abs(median(0.1, 0.05) / 463 - 1)).toBeLessThan(0.12);
  expect(Math.abs(median(0.2, 0.1) / 220 - 1)).toBeLessThan(0.12);
  expect(Math.abs(median(0.3, 0.2) / 364 - 1)).toBeLessThan(0.12);
  const fooled = Array.from({ length: 300 }, () => until(0.1, 0.1, 1500)).filter(Number.isFinite).length;
  expect(fooled).toBeLessThanOrEqual(22);
});
