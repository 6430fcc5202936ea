import { describe, expect, it } from 'vitest';
import { agreementOf, type RatedUnit } from './agreement-draws.ts';
import { chanceOf } from './normal-draws.ts';
import { gammaDraw } from './gamma-draw.ts';
import { gwetsAc1OfMany, krippendorffAlpha } from './krippendorff.core.ts';

const pairs = (...counts: readonly [answers: number[], times: number][]): RatedUnit[] =>
  counts.flatMap(([answers, times], sort) =>
    Array.from({ length: times }, (_, nth) => ({ answers, cluster: `${sort} ${nth}` })),
  );

describe('agreement with draws', () => {
  it('gives the published figures where all units weigh alike', () => {
    const units = pairs([[0, 0], 30], [[1, 1], 8], [[0, 1], 6], [[2, 2, 0], 3], [[1], 5]);
    const found = agreementOf(units, { answers: 4 });
    const two = units.map((one) => one.answers).filter((one) => one.length > 1);
    expect(found.alpha).toBeCloseTo(krippendorffAlpha(two, 'nominal')!, 10);
    expect(found.ac1).toBeCloseTo(gwetsAc1OfMany(two)!, 10);
    expect(found.units).toBe(47);
    expect(found.alphaInterval!.low).toBeLessThan(found.alpha!);
    expect(found.alphaInterval!.high).toBeGreaterThan(found.alpha!);
  });

  it('is not sure of a few pairs that all agree, and tells nothing where one answer was ever given', () => {
    const agreed = agreementOf(pairs([[0, 0], 25], [[1, 1], 5]), { answers: 4 });
    expect(agreed.alpha).toBe(1);
    expect(agreed.alphaInterval!.low).toBeLessThan(0.9);
    const never = agreementOf(pairs([[0, 0], 40]), { answers: 4 });
    expect(never).toMatchObject({ alpha: null, alphaInterval: null, same: 1 });
    expect(agreementOf([], { answers: 4 })).toMatchObject({ units: 0, alpha: null, ac1: null, same: null });
  });

  it('is wider where what one person served is drawn together', () => {
    const units = pairs([[0, 0], 60], [[1, 1], 20], [[0, 1], 20]);
    const together = units.map((unit, nth) => ({ ...unit, cluster: `rep ${Math.floor(nth / 5)}` }));
    const width = (found: readonly RatedUnit[]): number => {
      const { low, high } = agreementOf(found, { answers: 4 }).alphaInterval!;
      return high - low;
    };
    expect(width(together)).toBeGreaterThan(1.3 * width(units));
  });

  it('counts a unit that was drawn with half the chance twice', () => {
    const weighed = pairs([[0, 0], 10], [[1, 1], 10], [[0, 1], 5]).map((unit) => ({
      ...unit,
      weight: unit.answers[0] === unit.answers[1] && unit.answers[0] === 0 ? 4 : 2,
    }));
    const found = agreementOf(weighed, { answers: 4 });
    const doubled = agreementOf(pairs([[0, 0], 20], [[1, 1], 10], [[0, 1], 5]), { answers: 4 });
    expect(found.same).toBeCloseTo(doubled.same!, 10);
    expect(found.ac1).toBeCloseTo(doubled.ac1!, 10);
    expect(found.alpha).toBeCloseTo(doubled.alpha!, 1);
  });

  it('takes no difference between standards for agreement', () => {
    // Each standard's answers are a coin; but one is met by nature and the other failed.
    const coin = (usual: number, other: number, stratum: string): RatedUnit[] =>
      pairs([[usual, usual], 64], [[other, other], 4], [[usual, other], 32]).map((unit) => ({
        ...unit,
        cluster: `${stratum} ${unit.cluster}`,
        stratum,
      }));
    const both = [...coin(0, 1, 'a'), ...coin(1, 0, 'b')];
    expect(Math.abs(agreementOf(both, { answers: 4 }).alpha!)).toBeLessThan(0.02);
    const blurred = both.map(({ stratum: _stratum, ...unit }) => unit);
    expect(agreementOf(blurred, { answers: 4 }).alpha!).toBeGreaterThan(0.3);
  });

  it('draws gamma variables of the right mean and spread', () => {
    const chance = chanceOf(7);
    for (const shape of [0.5, 1, 12]) {
      const drawn = Array.from({ length: 20_000 }, () => gammaDraw(shape, chance));
      const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
      const spread = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
      expect(Math.abs(mean / shape - 1)).toBeLessThan(0.05);
      expect(Math.abs(spread / shape - 1)).toBeLessThan(0.08);
    }
  });
});
