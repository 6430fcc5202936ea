import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustedBenjaminiHochberg,
  benjaminiHochberg,
  benjaminiYekutieli,
  eBenjaminiHochberg,
} from './multiple.core.ts';

/** Benjamini and Hochberg 1995, section 4: fifteen tests of a trial of two treatments of the heart. */
const fifteen = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('benjaminiHochberg', () => {
  it('rejects the four that the paper rejects', () => {
    expect(benjaminiHochberg(fifteen, 0.05)).toEqual([0, 1, 2, 3]);
  });
  it('adjusts as R does', () => {
    // p.adjust(c(.01, .02, .03, .04, .05), "BH") and of the fifteen.
    for (const one of adjustedBenjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05])) expect(one).toBeCloseTo(0.05, 12);
    expect(adjustedBenjaminiHochberg(fifteen)[3]).toBeCloseTo(0.035625, 10);
    expect(adjustedBenjaminiHochberg(fifteen)[4]).toBeCloseTo(0.0603, 10);
  });
  it('rejects no more where dependence is unknown, and at least what Bonferroni would', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const bh = new Set(benjaminiHochberg(given, 0.1));
        expect(benjaminiYekutieli(given, 0.1).every((place) => bh.has(place))).toBe(true);
        given.forEach((p, place) => {
          if (p <= 0.1 / given.length) expect(bh.has(place)).toBe(true);
        });
      }),
    );
  });
  it('doesn’t depend on the order of the list', () => {
    const turned = [...fifteen].reverse();
    expect(benjaminiHochberg(turned, 0.05)).toEqual([11, 12, 13, 14]);
  });
  it('has nothing to say of an empty list', () => {
    expect(benjaminiHochberg([], 0.05)).toEqual([]);
    expect(eBenjaminiHochberg([], 0.05)).toEqual([]);
  });
});

describe('benjaminiYekutieli', () => {
  it('rejects the three of the paper’s fifteen that hold in any dependence', () => {
    expect(benjaminiYekutieli(fifteen, 0.05)).toEqual([0, 1, 2]);
  });
});

describe('eBenjaminiHochberg', () => {
  it('asks m / q of one alone, and less of each where several stand', () => {
    expect(eBenjaminiHochberg([60, 1, 1], 0.05)).toEqual([0]);
    expect(eBenjaminiHochberg([59, 1, 1], 0.05)).toEqual([]);
    expect(eBenjaminiHochberg([30, 1, 30], 0.05)).toEqual([0, 2]);
  });
  it('rejects what step-up rejects of 1/e as p-values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.5, max: 500, noNaN: true }), { minLength: 1, maxLength: 20 }), (e) => {
        const p = e.map((one) => 1 / one);
        // Away from the edge, where rounding of 1/e could decide.
        expect(benjaminiHochberg(p, 0.05).length).toBeGreaterThanOrEqual(eBenjaminiHochberg(e, 0.0499).length);
        expect(benjaminiHochberg(p, 0.05).length).toBeLessThanOrEqual(eBenjaminiHochberg(e, 0.0501).length);
      }),
    );
  });
});
