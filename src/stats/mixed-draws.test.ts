import { describe, expect, it } from 'vitest';
import type { MixedData, MixedDraw } from './mixed-data.ts';
import { fitMixedLogistic } from './mixed-logistic.ts';
import { chanceOf } from './normal-draws.ts';

/** A column that only sites can be compared for, and one by row. */
function siteMarks(seed: number, sites: number, rows: number): MixedData {
  const chance = chanceOf(seed);
  const ofSite = Array.from({ length: sites }, () => 0.5 * chance.normal());
  const site = Int32Array.from({ length: rows }, () => Math.floor(chance.uniform() * sites));
  const bySite = Float64Array.from(site, (one) => one % 2);
  const byRow = Float64Array.from({ length: rows }, () => (chance.uniform() < 0.5 ? 1 : 0));
  const contact = Int32Array.from({ length: rows }, (_, i) => Math.floor(i / 5));
  const linear = (i: number): number => -0.5 + 0.4 * bySite[i]! + 0.3 * byRow[i]! + ofSite[site[i]!]!;
  return {
    rows,
    outcome: Uint8Array.from({ length: rows }, (_, i) => (chance.uniform() < 1 / (1 + Math.exp(-linear(i))) ? 1 : 0)),
    fixed: [
      { name: 'site', values: bySite },
      { name: 'row', values: byRow },
    ],
    groups: [
      { name: 'place', level: site, levels: sites },
      { name: 'contact', level: contact, levels: Math.ceil(rows / 5) },
    ],
    slopes: [],
  };
}

function spread(
  draws: readonly MixedDraw[],
  read: (draw: MixedDraw) => number,
): { mean: number; deviation: number; far: number } {
  const values = draws.map(read).toSorted((a, b) => a - b);
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
  const at = (part: number): number => values[Math.floor(part * (values.length - 1))]!;
  return { mean, deviation, far: (at(0.99) - at(0.01)) / (at(0.75) - at(0.25)) };
}

describe('joint draws of a mixed fit', () => {
  it('are the same for the same seed, and not for another', () => {
    const fit = fitMixedLogistic(siteMarks(1, 8, 800));
    const [one, same, other] = [fit.draws(5, 7), fit.draws(5, 7), fit.draws(5, 8)];
    expect(one).toEqual(same);
    expect(one[0]!.intercept).not.toBe(other[0]!.intercept);
    expect(one[0]!.groups.map(({ length }) => length)).toEqual([8, 160]);
  });

  it('lie around the estimates as wide as their standard errors, where deviations are well known', () => {
    const fit = fitMixedLogistic(siteMarks(2, 60, 3000));
    const draws = fit.draws(1500, 1);
    for (const [f, { estimate, standardError }] of fit.fixed.entries()) {
      const { mean, deviation } = spread(draws, (draw) => draw.fixed[f]!);
      expect(Math.abs(mean - estimate)).toBeLessThan(0.1 * standardError);
      expect(deviation / standardError).toBeGreaterThan(0.93);
      expect(deviation / standardError).toBeLessThan(1.1);
    }
    const { deviation, modes, standardErrors } = fit.groups[0]!;
    const effect = spread(draws, (draw) => draw.groups[0]![3]!);
    expect(Math.abs(effect.mean - modes[3]!)).toBeLessThan(0.15 * standardErrors[3]!);
    expect(effect.deviation / standardErrors[3]!).toBeGreaterThan(0.9);
    expect(effect.deviation / standardErrors[3]!).toBeLessThan(1.15);
    const drawn = spread(draws, (draw) => draw.deviations![0]!);
    expect(Math.abs(drawn.mean - deviation)).toBeLessThan(0.1 * deviation);
    expect(drawn.deviation / deviation).toBeGreaterThan(0.06);
    expect(drawn.deviation / deviation).toBeLessThan(0.2);
  });

  it('have heavy tails for what only a few sites can tell, and light ones for what every row tells', () => {
    const draws = fitMixedLogistic(siteMarks(3, 6, 1000)).draws(2000, 1);
    // A normal's 1 to 99 % is 3.45 times its quartiles' distance; t with 4 degrees of freedom has 5.1.
    expect(spread(draws, (draw) => draw.fixed[0]!).far).toBeGreaterThan(3.8);
    expect(spread(draws, (draw) => draw.fixed[1]!).far).toBeLessThan(3.8);
  });

  it('allow for a difference that was not seen: a deviation of 0 is only the likeliest', () => {
    const data = siteMarks(4, 5, 400);
    const chance = chanceOf(9);
    const none = { ...data, outcome: Uint8Array.from({ length: 400 }, () => (chance.uniform() < 0.4 ? 1 : 0)) };
    const fit = fitMixedLogistic(none);
    const drawn = fit.draws(500, 1).map((draw) => draw.deviations![0]!);
    expect(fit.groups[0]!.deviation).toBeLessThan(0.05);
    expect(Math.max(...drawn)).toBeGreaterThan(0.2);
    expect(fit.draws(500, 1).every((draw) => draw.groups[0]!.every(Number.isFinite))).toBe(true);
  });

  it('give the linear predictor that they stand for', () => {
    const data = siteMarks(5, 8, 800);
    const fit = fitMixedLogistic(data);
    const [draw] = fit.draws(1, 3);
    const linear = fit.linear(draw);
    const of = (i: number): number =>
      draw!.intercept +
      draw!.fixed[0]! * data.fixed[0]!.values[i]! +
      draw!.fixed[1]! * data.fixed[1]!.values[i]! +
      draw!.groups[0]![data.groups[0]!.level[i]!]! +
      draw!.groups[1]![data.groups[1]!.level[i]!]!;
    for (let i = 0; i < 800; i += 97) expect(linear[i]).toBeCloseTo(of(i), 9);
  });
});
