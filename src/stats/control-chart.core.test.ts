import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneyChart, pChart, xmrChart } from './control-chart.core.ts';

/** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: ten batches. */
const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

describe('xmrChart', () => {
  it('gives the published limits', () => {
    const chart = xmrChart(flow)!;
    expect(chart.centre).toBeCloseTo(50.81, 6);
    expect(chart.meanRange).toBeCloseTo(1.8778, 4);
    expect(chart.points[0]!.high).toBeCloseTo(55.8041, 3);
    expect(chart.points[0]!.low).toBeCloseTo(45.8159, 3);
    expect(chart.points.every((one) => one.outside === null)).toBe(true);
  });
  it('has nothing to say of one value', () => {
    expect(xmrChart([1])).toBeNull();
  });
});

describe('pChart', () => {
  it('gives the published limits', () => {
    // NIST/SEMATECH e-Handbook, 6.3.3.2: thirty wafers of fifty chips each.
    const failed = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
    ];
    const chart = pChart(failed.map((k) => ({ k, n: 50 })))!;
    expect(chart.centre).toBeCloseTo(0.2313, 4);
    expect(chart.points[0]!.high).toBeCloseTo(0.4102, 4);
    expect(chart.points[0]!.low).toBeCloseTo(0.0524, 4);
    expect(chart.points.flatMap((one, at) => (one.outside ? [at + 1] : []))).toEqual([15, 23]);
  });
});

describe('laneyChart', () => {
  it('is the individuals chart where the groups are of one size, as Laney says', () => {
    // The same ten batches, read as per mille of a thousand each: the published limits come out again.
    const chart = laneyChart(flow.map((value) => ({ k: value * 10, n: 1000 })))!;
    expect(chart.points[0]!.high).toBeCloseTo(0.558041, 5);
    expect(chart.points[0]!.low).toBeCloseTo(0.458159, 5);
  });
  it('has the plain limits times how much more neighbours differ than by chance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 4, maxLength: 12 }), (sizes) => {
        const groups = sizes.map((n, at) => ({ k: Math.round(n * (at % 2 ? 0.3 : 0.4)), n }));
        const laney = laneyChart(groups)!;
        const plain = pChart(groups)!;
        const half = (chart: typeof plain) => chart.points[0]!.high - chart.centre;
        if (half(plain) * laney.sigmaZ + plain.centre < 1)
          expect(half(laney)).toBeCloseTo(half(plain) * laney.sigmaZ, 10);
      }),
    );
  });
  it('widens at large groups, where the plain chart cries at everything', () => {
    const groups = [8950, 9100, 8960, 9180, 8940, 9120].map((k) => ({ k, n: 10_000 }));
    expect(pChart(groups)!.points.filter((one) => one.outside).length).toBeGreaterThan(1);
    expect(laneyChart(groups)!.points.filter((one) => one.outside)).toEqual([]);
    expect(laneyChart(groups)!.sigmaZ).toBeGreaterThan(2);
  });
  it('has nothing to say where nothing failed, all did, or there is one group', () => {
    const of = (...ks: number[]) => laneyChart(ks.map((k) => ({ k, n: 10 })));
    expect([of(0, 0, 0), of(10, 10), of(3)]).toEqual([null, null, null]);
  });
});
