import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementTable, gwetsAc1 } from './agreement.core.ts';
import { gwetsAc1OfMany, krippendorffAlpha } from './krippendorff.core.ts';
import { fourByTwelve } from './krippendorff.test-data.ts';

describe('krippendorffAlpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('gives the published %s alpha', (measurement, alpha) => {
    expect(krippendorffAlpha(fourByTwelve, measurement)).toBeCloseTo(alpha, 3);
  });
  it('gives the published alpha of two observers and two answers', () => {
    // Krippendorff 2011, section A: ten units.
    const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    const units = first.map((one, at) => [one, second[at]!]);
    expect(krippendorffAlpha(units, 'nominal')).toBeCloseTo(0.095, 3);
  });
  it('is one where all agree, and nothing where nobody could differ', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        'ordinal',
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
      ),
    ).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
    ).toBeNull();
  });
  it('doesn’t ask who gave which answer', () => {
    const turned = fourByTwelve.map((unit) => [...unit].reverse());
    expect(krippendorffAlpha(turned, 'interval')).toBeCloseTo(krippendorffAlpha(fourByTwelve, 'interval')!, 12);
  });
});

describe('gwetsAc1OfMany', () => {
  it('gives the published value of the same table', () => {
    expect(gwetsAc1OfMany(fourByTwelve)).toBeCloseTo(0.775, 3);
  });
  it('is that of two raters where there are two', () => {
    const answer = fc.integer({ min: 0, max: 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 30 }), (pairs) => {
        const table = agreementTable(
          pairs.map(([one]) => one),
          pairs.map(([, two]) => two),
          3,
        );
        expect(gwetsAc1OfMany(pairs, 3)).toBeCloseTo(gwetsAc1(table)!, 10);
      }),
    );
  });
});
