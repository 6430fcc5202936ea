import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSpread, type Group } from './beta-binomial.core.ts';
import { shrinker } from './shrink.core.ts';
import { betaQuantile } from './special.core.ts';

describe('fitSpread', () => {
  it('finds the published fit of the sexes of 6,115 Saxon families of twelve', () => {
    // Geissler's data as in Lindsey and Altham 1998: α = 34.09558, β = 31.5715.
    const families = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7];
    const groups = families.flatMap((count, boys) => Array.from({ length: count }, () => ({ k: boys, n: 12 })));
    const fit = fitSpread(groups);
    expect(fit?.mean).toBeCloseTo(34.09558 / (34.09558 + 31.5715), 5);
    expect(fit?.size).toBeCloseTo(34.09558 + 31.5715, 1);
  });
  it('reads groups that differ by no more than chance as alike', () => {
    const groups = Array.from({ length: 30 }, () => ({ k: 10, n: 40 }));
    const fit = fitSpread(groups);
    expect(fit?.icc).toBeLessThan(1e-4);
    expect(fit?.mean).toBeCloseTo(0.25, 6);
  });
  it('has nothing to fit without a mark', () => {
    expect(fitSpread([{ k: 0, n: 0 }])).toBeNull();
  });
});

const someGroups = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([n, p]) => ({ k: Math.round(n * p), n })),
  { minLength: 3, maxLength: 15 },
);

describe('shrinker', () => {
  it('puts every estimate between the own rate and the mean, inside its interval, inside 0 to 1', () => {
    fc.assert(
      fc.property(someGroups, (groups: Group[]) => {
        const fit = shrinker(groups, 0.9);
        if (!fit) throw new Error('groups with marks must fit');
        for (const group of groups) {
          const one = fit.shrink(group);
          const own = group.k / group.n;
          expect(one.estimate).toBeGreaterThanOrEqual(Math.min(own, fit.spread.mean) - 1e-9);
          expect(one.estimate).toBeLessThanOrEqual(Math.max(own, fit.spread.mean) + 1e-9);
          expect(one.low).toBeGreaterThanOrEqual(0);
          expect(one.high).toBeLessThanOrEqual(1);
          expect(one.low).toBeLessThanOrEqual(one.high);
          expect(one.ownWeight).toBeLessThan(1);
        }
      }),
      { numRuns: 40 },
    );
  });
  it('trusts a group more the more marks it has, and wholly in the limit', () => {
    const fit = shrinker(
      [
        { k: 2, n: 20 },
        { k: 9, n: 20 },
        { k: 5, n: 20 },
        { k: 14, n: 20 },
      ],
      0.9,
    );
    const at = (n: number) => fit!.shrink({ k: n * 0.9, n });
    expect(at(1000).estimate).toBeGreaterThan(at(10).estimate);
    expect(at(1e7).estimate).toBeCloseTo(0.9, 4);
    expect(at(1e7).ownWeight).toBeCloseTo(1, 4);
  });
  it('gives wider intervals than the plug-in, which forgets that the fit is a fit', () => {
    const groups = [
      { k: 3, n: 12 },
      { k: 6, n: 12 },
      { k: 4, n: 12 },
      { k: 9, n: 12 },
    ];
    const fit = shrinker(groups, 0.9)!;
    const [a, b] = [fit.spread.mean * fit.spread.size, (1 - fit.spread.mean) * fit.spread.size];
    const one = fit.shrink(groups[0]!);
    const plugIn = betaQuantile(0.95, 3 + a, 9 + b) - betaQuantile(0.05, 3 + a, 9 + b);
    expect(one.high - one.low).toBeGreaterThan(plugIn);
  });
  it('covers the truth about as often as it says', () => {
    // 200 organisations of 8 people with 15 marks, true rates drawn from Beta(2, 4); a plain linear congruential draw.
    let state = 12_345;
    const draw = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    let inside = 0;
    for (let run = 0; run < 200; run++) {
      const truths = Array.from({ length: 8 }, () => betaQuantile(draw(), 2, 4));
      const groups = truths.map((p) => ({ k: Array.from({ length: 15 }, draw).filter((u) => u < p).length, n: 15 }));
      const fit = shrinker(groups, 0.9)!;
      truths.forEach((p, i) => {
        const one = fit.shrink(groups[i]!);
        if (one.low <= p && p <= one.high) inside++;
      });
    }
    expect(inside / 1600).toBeGreaterThan(0.86);
    expect(inside / 1600).toBeLessThan(0.97);
  });
});
