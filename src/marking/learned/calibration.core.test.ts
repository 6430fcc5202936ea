import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, chanceOf, enoughForSteps } from './calibration.core.ts';

describe('calibrated', () => {
  it('gives chances between 0 and 1 that never fall where the sum rises', () => {
    const cases = fc.array(fc.tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.boolean()), {
      minLength: 10,
      maxLength: enoughForSteps * 2,
    });
    fc.assert(
      fc.property(cases, (some) => {
        const found = calibrated(
          some.map(([sum]) => sum),
          some.map(([, yes]) => Number(yes)),
        );
        expect(found.kind).toBe(some.length >= enoughForSteps ? 'isotonic' : 'platt');
        const chances = [-20, -8, -3, -1, 0, 0.5, 2, 8, 20].map((sum) => chanceOf(found, sum));
        for (const [at, chance] of chances.entries()) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          if (at > 0) expect(chance).toBeGreaterThanOrEqual(chances[at - 1]! - 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });
  it.each([100, 400])('says how often it comes true, of %i contacts', (count) => {
    // Sums that are twice as bold as they should be.
    const sums = Array.from({ length: count }, (_, at) => (at / count) * 8 - 4);
    const yes = sums.map((sum, at) => Number((at * 0.618) % 1 < 1 / (1 + Math.exp(-sum / 2))));
    const found = calibrated(sums, yes);
    expect(chanceOf(found, 2)).toBeCloseTo(1 / (1 + Math.exp(-1)), 0.9);
    expect(chanceOf(found, 0)).toBeCloseTo(0.5, 0.9);
  });
});
