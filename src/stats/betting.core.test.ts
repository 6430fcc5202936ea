import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { bettingInterval } from './betting.core.ts';

const drawn = (rate: number, n: number, seed: number): number[] => {
  const random = xoroshiro128plus(seed);
  for (let skip = 0; skip < 4; skip++) random.next();
  return Array.from({ length: n }, () => Number((random.next() >>> 0) / 4294967296 < rate));
};

describe('bettingInterval', () => {
  it('holds the mean at every look, in at least as many runs as promised', () => {
    const runs = 300;
    let left = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const values = drawn(0.1, 200, seed);
      // What was ruled out once stays out, so the last interval tells of all looks before it.
      const { low, high } = bettingInterval(values);
      if (low > 0.1 || high < 0.1) left++;
    }
    expect(left / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });
  it('narrows with every look, and to the mean', () => {
    const values = drawn(0.3, 4000, 5);
    const widths = [100, 400, 4000].map((n) => {
      const { low, high } = bettingInterval(values.slice(0, n));
      return high - low;
    });
    expect(widths[1]).toBeLessThan(widths[0]!);
    expect(widths[2]).toBeLessThan(0.08);
  });
  it('works on residuals, and knows nothing of nothing', () => {
    expect(bettingInterval([])).toEqual({ low: 0, high: 1 });
    const { low, high } = bettingInterval(
      drawn(0.5, 500, 2).map((one) => one - 0.5),
      { from: -0.5, to: 0.5 },
    );
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(high - low).toBeLessThan(0.25);
  });
});
