import fc from 'fast-check';
import { expect, it } from 'vitest';
import { modelWeight, weighted } from './stacking.core.ts';

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

const share = fc.double({ min: 0, max: 1, noNaN: true });

it('prevents no more than is expected, by any reason or by all of them', () => {
  const anyCell = fc.record({
    model: share,
    sixMonths: share,
    parts: fc.array(share, { maxLength: 3 }),
    weight: share,
  });
  fc.assert(
    fc.property(anyCell, ({ model, sixMonths, parts, weight }) => {
      const reasons = parts.map((part, at) => reason(`r${at}`, part * model));
      const [one] = weighted([forecastOf(model, sixMonths, reasons)], weight);
      const together = one!.reasons.reduce((sum, { prevents }) => sum + prevents, 0);
      expect(together).toBeLessThanOrEqual(one!.rate + 1e-9);
      expect(one!.reasons.every(({ prevents }) => prevents >= 0.01)).toBe(true);
    }),
  );
});

it('a reason is a part of what is expected: less where the mean expects less, not told below 1 in 100', () => {
  const reasons = [reason('large', 0.8), reason('small', 0.011)];
  const [less] = weighted([forecastOf(0.9, 0.45, reasons)], 0);
  expect(less!.reasons.map(({ exposure }) => exposure)).toEqual(['large']);
  expect(less!.reasons[0]!.prevents).toBeCloseTo(0.4);
  const [same] = weighted([forecastOf(0.9, 0.45, reasons)], 1);
  expect(same!.reasons.map(({ prevents }) => prevents)).toEqual([0.8, 0.011]);
});

function reason(exposure: string, prevents: number) {
  return { exposure, says: exposure, prevents, change: 0 };
}

function forecastOf(model: number, sixMonths: number, reasons: ReturnType<typeof reason>[]) {
  const of = { site: 'bay', standard: 'close.thanked', marks: 30, expectedMarks: 30 };
  return { ...of, rate: model, model, sixMonths, lastMonth: sixMonths, reasons };
}
