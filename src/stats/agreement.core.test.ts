import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementTable, cohensKappa, gwetsAc1, rawAgreement } from './agreement.core.ts';

const table = (categories: number, ...counts: number[]) => ({ categories, counts: Float64Array.from(counts) });
const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
  minLength: 2,
  maxLength: 80,
});

describe('cohensKappa', () => {
  it('gives the published values', () => {
    // Cohen 1968, table 1; Fleiss, Cohen and Everitt 1969, table 1.
    expect(cohensKappa(table(3, 88, 14, 18, 10, 40, 10, 2, 6, 12))).toBeCloseTo(0.492, 3);
    expect(cohensKappa(table(3, 53, 5, 2, 11, 14, 5, 1, 6, 3))).toBeCloseTo(0.429, 3);
    // Gwet 2002, "Kappa statistic is not satisfactory", table 2.
    expect(cohensKappa(table(2, 118, 5, 2, 0))).toBeCloseTo(-0.0234, 4);
  });
  it('with quadratic weights forgives near misses', () => {
    const near = table(3, 10, 5, 0, 5, 10, 5, 0, 5, 10);
    const far = table(3, 10, 0, 5, 5, 10, 5, 5, 5, 10);
    expect(cohensKappa(near, 'quadratic')!).toBeGreaterThan(cohensKappa(far, 'quadratic')!);
    // Two categories have no near miss, so the weights change nothing.
    expect(cohensKappa(table(2, 20, 5, 10, 15), 'quadratic')).toBeCloseTo(0.4, 12);
  });
  it('is one where all agree, and nothing where there was only one answer to give', () => {
    expect(cohensKappa(table(2, 7, 0, 0, 3))).toBe(1);
    expect(cohensKappa(table(2, 7, 0, 0, 0))).toBeNull();
    expect(cohensKappa(table(2, 0, 0, 0, 0))).toBeNull();
  });
  it('does not care who is first, nor what the categories are called', () => {
    fc.assert(
      fc.property(answers, (pairs) => {
        const first = pairs.map(([a]) => a);
        const second = pairs.map(([, b]) => b);
        const kappa = cohensKappa(agreementTable(first, second, 4));
        const turned = cohensKappa(agreementTable(second, first, 4));
        const renamed = cohensKappa(
          agreementTable(
            first.map((a) => 3 - a),
            second.map((b) => 3 - b),
            4,
          ),
        );
        if (kappa === null) expect([turned, renamed]).toEqual([null, null]);
        else {
          expect(turned).toBeCloseTo(kappa, 12);
          expect(renamed).toBeCloseTo(kappa, 12);
          expect(kappa).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('gwetsAc1', () => {
  it('gives the published value where kappa collapses', () => {
    expect(gwetsAc1(table(2, 118, 5, 2, 0))).toBeCloseTo(0.9408, 4);
    expect(rawAgreement(table(2, 118, 5, 2, 0))).toBeCloseTo(0.944, 12);
  });
  it('is one where all agree and null where nothing was rated', () => {
    expect(gwetsAc1(table(2, 9, 0, 0, 0))).toBe(1);
    expect(gwetsAc1(table(2, 0, 0, 0, 0))).toBeNull();
    expect(rawAgreement(table(2, 0, 0, 0, 0))).toBeNull();
  });
});

describe('agreementTable', () => {
  it('weighs rows as if they stood there that many times', () => {
    const weighed = agreementTable([0, 1, 1], [0, 1, 0], 2, [2, 1, 3]);
    const written = agreementTable([0, 0, 1, 1, 1, 1], [0, 0, 1, 0, 0, 0], 2);
    expect(weighed).toEqual(written);
  });
});
