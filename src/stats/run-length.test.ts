import { describe, expect, it } from 'vitest';
import { chainRunLength, limitFor, mixOf, simulatedRunLength } from './run-length.ts';

// Chances of dying where the score is Beta(1, 3) over 0 to 71, by its quantiles: 1 − (1 − u)^(1/3).
const surgery = Array.from({ length: 400 }, (_, at) => {
  const score = 1 - (1 - (at + 0.5) / 400) ** (1 / 3);
  return 1 / (1 + Math.exp(3.6798 - 0.0768 * 71 * score));
});
const evenly = surgery.map((expected) => ({ expected, share: 1 / surgery.length }));

describe('chainRunLength', () => {
  // Knoth, Wittenberg and Gan 2019, Statistics in Medicine 38:2206, as their package vlad states them: limit 4.5.
  it.each([
    [2, 4474.738],
    [0.5, 5658.854],
  ])('gives the published run length for odds times %d', (ratio, published) => {
    const found = chainRunLength(evenly, ratio, 4.5, { cells: 400 });
    expect(Math.abs(found / published - 1)).toBeLessThan(0.01);
  });
});

describe('simulatedRunLength', () => {
  it('agrees with the chain within its own error', () => {
    for (const truth of [1, 2]) {
      const simulated = simulatedRunLength({ expected: [0.05], ratio: 2, limit: 3, truth, runs: 2000, seed: 7 });
      const exact = chainRunLength([{ expected: 0.05, share: 1 }], 2, 3, { truth });
      expect(Math.abs(simulated.mean - exact)).toBeLessThan(4 * simulated.standardError);
    }
  });
  it('is the same for the same seed, and stops at its longest', () => {
    const given = { expected: [0.1, 0.2], ratio: 2, limit: 3, runs: 20, seed: 3 };
    expect(simulatedRunLength(given)).toEqual(simulatedRunLength(given));
    expect(simulatedRunLength({ ...given, limit: 1e9, longest: 50 }).mean).toBe(50);
  });
});

describe('limitFor', () => {
  it('finds the limit that runs as long as wanted', () => {
    const limit = limitFor(surgery, 2, 4474.738);
    expect(Math.abs(limit - 4.5)).toBeLessThan(0.05);
  });
  it('works with one chance and with many', () => {
    expect(mixOf([0.1], 20)).toEqual([{ expected: 0.1, share: 1 }]);
    const mix = mixOf(surgery, 20);
    expect(mix).toHaveLength(20);
    expect(mix.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 12);
  });
});
