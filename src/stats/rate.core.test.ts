import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jeffreys, rateOf, wilson } from './rate.core.ts';

describe('wilson', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3, 95 %.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published limits for %i of %i', (k, n, low, high) => {
    const found = wilson(k, n, 0.95);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
  it('stays inside 0 to 1 and around the rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const k = Math.round(share * n);
        const { low, high } = wilson(k, n, 0.9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
      }),
    );
  });
  it('rises with k and narrows with n', () => {
    for (let k = 1; k <= 50; k++) expect(wilson(k, 50, 0.9).low).toBeGreaterThan(wilson(k - 1, 50, 0.9).low);
    const width = (n: number) => wilson(n / 4, n, 0.9).high - wilson(n / 4, n, 0.9).low;
    expect(width(400)).toBeLessThan(width(100));
    expect(width(4e8)).toBeLessThan(1e-3);
  });
  it('knows nothing where nothing was marked', () => {
    expect(wilson(0, 0, 0.9)).toEqual({ low: 0, high: 1 });
  });
});

describe('jeffreys', () => {
  // Quantiles as R's qbeta gives them; 5 of 10 is also the published check of the R package tern.
  it.each([
    [0, 7, 0, 0.2924],
    [1, 7, 0.0159, 0.5008],
    [2, 7, 0.0647, 0.6477],
    [3, 7, 0.1389, 0.7655],
    [0, 10, 0, 0.2172],
    [5, 10, 0.2235, 0.7765],
  ])('gives the known limits for %i of %i', (k, n, low, high) => {
    const found = jeffreys(k, n, 0.95);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
  it('knows nothing where nothing was marked', () => {
    expect(jeffreys(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
  });
});

describe('rateOf', () => {
  it('leaves unsure marks out of the rate and says what they could move', () => {
    const rate = rateOf({ met: 6, failed: 2, unsure: 2 });
    expect(rate.rate).toBe(0.75);
    expect(rate.marked).toBe(8);
    expect(rate.ifUnsureFailed).toBe(0.6);
    expect(rate.ifUnsureMet).toBe(0.8);
  });
  it('has no rate where every mark is unsure', () => {
    const rate = rateOf({ met: 0, failed: 0, unsure: 3 });
    expect(rate.rate).toBeNull();
    expect([rate.ifUnsureFailed, rate.ifUnsureMet]).toEqual([0, 1]);
  });
});
