import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorise, invert, solveLower, solvePositive, solveUpper } from './cholesky.ts';
import { chanceOf } from './normal-draws.ts';

/** A positive definite matrix of a size that may be no multiple of the tile. */
function positive(n: number, seed: number): Float64Array {
  const chance = chanceOf(seed);
  const b = Float64Array.from({ length: n * n }, () => chance.normal());
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 1 : 0;
      for (let t = 0; t < n; t++) sum += (b[i * n + t]! * b[j * n + t]!) / n;
      a[i * n + j] = sum;
    }
  return a;
}

const size = fc.integer({ min: 1, max: 40 }).map((quarter) => quarter * 4);

describe('a dense positive definite system', () => {
  it('is the product of its factor with itself', () => {
    fc.assert(
      fc.property(size, fc.nat(), (n, seed) => {
        const a = positive(n, seed);
        const l = a.slice();
        expect(factorise(l, n)).toBe(true);
        for (let i = 0; i < n; i++)
          for (let j = 0; j <= i; j++) {
            let sum = 0;
            for (let t = 0; t <= j; t++) sum += l[i * n + t]! * l[j * n + t]!;
            expect(Math.abs(sum - a[i * n + j]!)).toBeLessThan(1e-10);
          }
      }),
      { numRuns: 5 },
    );
  });

  it('times its inverse is the identity, for the whole and for a leading part', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (n, seed, part) => {
        const a = positive(n, seed);
        const l = a.slice();
        factorise(l, n);
        const m = Math.max(4, Math.floor((n / 4) * part) * 4);
        const inverse = invert(l, n, m);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < m; j++) {
            let sum = 0;
            for (let t = 0; t < m; t++) sum += a[i * n + t]! * inverse[t * n + j]!;
            expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-9);
          }
      }),
      { numRuns: 5 },
    );
  });

  it('is solved by going down the factor and up again', () => {
    const n = 132;
    const a = positive(n, 3);
    const l = a.slice();
    factorise(l, n);
    const x = Float64Array.from({ length: n }, (_, i) => i % 7);
    const b = new Float64Array(n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) b[i]! += a[i * n + j]! * x[j]!;
    solveLower(l, n, b);
    solveUpper(l, n, b);
    for (let i = 0; i < n; i++) expect(b[i]).toBeCloseTo(x[i]!, 9);
  });

  it('is refused where it is not positive definite, at any place', () => {
    for (const n of [4, 68, 140]) {
      const a = positive(n, 1);
      a[(n - 1) * n + n - 1] = -1;
      expect(factorise(a, n)).toBe(false);
    }
  });

  it('of a small size that is not positive definite still gives a direction of descent', () => {
    const b = Float64Array.from([1, -2, 3]);
    const x = solvePositive(Float64Array.from([1, 2, 0, 2, 1, 0, 0, 0, -1]), 3, b);
    expect(x[0]! * b[0]! + x[1]! * b[1]! + x[2]! * b[2]!).toBeGreaterThan(0);
  });
});
