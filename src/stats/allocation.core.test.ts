import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeProbabilities, neymanAllocation } from './allocation.core.ts';

describe('neymanAllocation', () => {
  it('gives more where there is more to learn, and to each its floor', () => {
    expect(
      neymanAllocation(
        [
          { size: 900, guess: 0.5 },
          { size: 100, guess: 0.5 },
        ],
        100,
      ),
    ).toEqual([90, 10]);
    expect(
      neymanAllocation(
        [
          { size: 990, guess: 0.5 },
          { size: 10, guess: 0.1 },
        ],
        60,
      ),
    ).toEqual([55, 5]);
  });
  it('adds up to what was asked, within sizes', () => {
    const strata = fc.array(
      fc.record({ size: fc.integer({ min: 0, max: 300 }), guess: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 400 }), (given, n) => {
        const shares = neymanAllocation(given, n);
        const all = given.reduce((sum, one) => sum + one.size, 0);
        const floors = given.reduce((sum, one) => sum + Math.min(5, one.size), 0);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(Math.max(floors, Math.min(n, all)));
        shares.forEach((one, at) => expect(one).toBeLessThanOrEqual(given[at]!.size));
      }),
    );
  });
});

describe('activeProbabilities', () => {
  it('draws about as many as asked, the unsure more often, and leaves no one out', () => {
    const found = activeProbabilities([0.5, 0.5, 0.01, 0.99, 0, 1], 2);
    expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2, 10);
    expect(found[0]!).toBeGreaterThan(found[2]!);
    expect(Math.min(...found)).toBeGreaterThan(0);
  });
  it('draws evenly where the machine is sure of everything', () => {
    const found = activeProbabilities([0, 1, 0, 0], 2);
    for (const one of found) expect(one).toBeCloseTo(0.5, 12);
  });
});
