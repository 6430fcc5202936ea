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

describe('what draws expect', () => {
  /** Few marks each of many people and contacts, seldom failed: every effect is unsure. */
  function unsure(seed: number): MixedData {
    const chance = chanceOf(seed);
    const rows = 1500;
    const person = Int32Array.from({ length: rows }, (_, i) => Math.floor(i / 4) % 60);
    const ofPerson = Array.from({ length: 60 }, () => 0.5 * chance.normal());
    const x = Float64Array.from({ length: rows }, () => (chance.uniform() < 0.3 ? 1 : 0));
    return {
      rows,
      outcome: Uint8Array.from({ length: rows }, (_, i) =>
        chance.uniform() < 1 / (1 + Math.exp(2.2 - ofPerson[person[i]!]! - 0.9 * x[i]!)) ? 1 : 0,
      ),
      fixed: [{ name: 'x', values: x }],
      groups: [
        { name: 'person', level: person, levels: 60 },
        { name: 'contact', level: Int32Array.from({ length: rows }, (_, i) => i >> 2), levels: rows >> 2 },
      ],
      slopes: [],
    };
  }

  it('is in the mean what was seen: unsure effects add no failures', () => {
    for (const seed of [1, 2, 3]) {
      const data = unsure(seed);
      const seen = data.outcome.reduce((sum, one) => sum + one, 0);
      const fit = fitMixedLogistic(data, { shy: true });
      const expected = fit
        .draws(300, 1)
        .map((draw) => fit.linear(draw).reduce((sum, one) => sum + 1 / (1 + Math.exp(-one)), 0));
      const mean = expected.reduce((sum, one) => sum + one, 0) / expected.length;
      expect(Math.abs(mean / seen - 1)).toBeLessThan(0.02);
    }
  });

  it('is the same on some rows whether or not the other rows are drawn for', () => {
    const data = unsure(4);
    const fit = fitMixedLogistic(data);
    const rows = Int32Array.from({ length: 300 }, (_, i) => i);
    const whole = fit.draws(400, 2);
    const some = fit.draws(400, 2, rows);
    const failing = (draws: readonly MixedDraw[]): number =>
      draws.reduce((sum, draw) => {
        const linear = fit.linear(draw);
        return sum + rows.reduce((all, row) => all + 1 / (1 + Math.exp(-linear[row]!)), 0);
      }, 0) / draws.length;
    expect(failing(some) / failing(whole)).toBeCloseTo(1, 1);
    expect(spread(some, (draw) => draw.groups[1]![10]!).deviation).toBeGreaterThan(0);
    expect(spread(some, (draw) => draw.groups[1]![374]!).deviation).toBeLessThan(1e-9);
  });

  it('begins away from none where deviations are to be shy of it, and near the likeliest where much is known', () => {
    const data = unsure(5);
    const none = { ...data, outcome: data.outcome.map((_, i) => (i % 7 === 0 ? 1 : 0)) };
    expect(fitMixedLogistic(none).groups[0]!.deviation).toBeLessThan(0.05);
    const shy = fitMixedLogistic(none, { shy: true });
    expect(shy.groups[0]!.deviation).toBeGreaterThan(0.05);
    expect(shy.converged).toBe(true);
    const known = siteMarks(2, 60, 3000);
    const [likeliest, kept] = [fitMixedLogistic(known), fitMixedLogistic(known, { shy: true })];
    expect(kept.groups[0]!.deviation / likeliest.groups[0]!.deviation).toBeGreaterThan(0.99);
    expect(kept.groups[0]!.deviation / likeliest.groups[0]!.deviation).toBeLessThan(1.05);
    expect(kept.logLikelihood).toBeLessThanOrEqual(likeliest.logLikelihood + 1e-3);
    expect(kept.logLikelihood).toBeGreaterThan(likeliest.logLikelihood - 0.5);
  });
});
