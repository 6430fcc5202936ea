import fc from 'fast-check';
import { expect, it } from 'vitest';
import { modelWeight } from './stacking.core.ts';

const cell = fc.record({
  model: fc.double({ min: 0, max: 1, noNaN: true }),
  mean: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  came: fc.nat(500).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) })),
});

it('is a weight between none and all, whatever came', () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const weight = modelWeight(cells);
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(weight).toBeLessThanOrEqual(1);
    }),
  );
});

it('goes to what was right, the more the more is known', () => {
  const months = (n: number, k: number) =>
    Array.from({ length: 40 }, () => ({ model: 0.4, mean: 0.2, came: { n, k } }));
  expect(modelWeight([])).toBe(0.6);
  expect(modelWeight(months(100, 40))).toBeGreaterThan(0.9);
  expect(modelWeight(months(100, 20))).toBeLessThan(0.1);
  expect(modelWeight(months(5, 1))).toBeGreaterThan(modelWeight(months(100, 20)));
});
