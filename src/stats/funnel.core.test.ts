import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnel, funnelLimits } from './funnel.core.ts';

describe('funnel', () => {
  it('follows the published formulas on an example worked by hand', () => {
    // Two groups of 100 at 40 and 60 of 100: θ₀ = .5, s² = .0025, z = ∓2, Φ = 4, w = 400,
    // τ² = (2·4 − 1) / (800 − 320000/800) = 7/400.
    const shape = funnel([
      { k: 40, n: 100 },
      { k: 60, n: 100 },
    ])!;
    expect(shape.target).toBe(0.5);
    expect(shape.dispersion).toBeCloseTo(4, 12);
    expect(shape.between).toBeCloseTo(0.0175, 12);
    const limits = funnelLimits(shape, 100, 0.95);
    expect(limits.high).toBeCloseTo(0.5 + 1.959964 * Math.sqrt(0.0025 + 0.0175), 6);
  });
  it('adds nothing where groups differ by no more than chance', () => {
    const shape = funnel(Array.from({ length: 20 }, (_, i) => ({ k: i % 2 ? 26 : 24, n: 50 })))!;
    expect(shape.between).toBe(0);
    expect(funnelLimits(shape, 50, 0.998).high).toBeCloseTo(0.5 + 3.0902323 * Math.sqrt(0.25 / 50), 6);
  });
  it('is not widened for all by a single odd group', () => {
    const usual = Array.from({ length: 19 }, (_, i) => ({ k: 9 + (i % 3), n: 50 }));
    const shape = funnel([...usual, { k: 45, n: 50 }])!;
    expect(0.9).toBeGreaterThan(funnelLimits(shape, 50, 0.998).high);
  });
  it('narrows with the number of marks and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 80 })), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 500 }),
        (rows, n) => {
          const shape = funnel(rows.map(([k, size]) => ({ k: Math.min(k, size), n: size })))!;
          const [wide, narrow] = [funnelLimits(shape, n, 0.95), funnelLimits(shape, n + 10, 0.95)];
          expect(wide.low).toBeGreaterThanOrEqual(0);
          expect(wide.high).toBeLessThanOrEqual(1);
          expect(narrow.high).toBeLessThanOrEqual(wide.high + 1e-12);
          expect(narrow.low).toBeGreaterThanOrEqual(wide.low - 1e-12);
        },
      ),
    );
  });
  it('stands at the target for endless marks without overdispersion', () => {
    const limits = funnelLimits({ target: 0.3, dispersion: 1, between: 0, groups: 9 }, 1e12, 0.998);
    expect(limits.high - limits.low).toBeLessThan(1e-5);
  });
});
