import { describe, expect, it } from 'vitest';
import type { MixedData } from './mixed-data.ts';
import { fitMixedLogistic } from './mixed-logistic.ts';
import { chanceOf } from './normal-draws.ts';

/** A yes-and-no column whose slope differs by standard; contacts of four rows, so that a grouping is eliminated. */
function marks(seed: number, rows = 4000, standards = 12): MixedData {
  const chance = chanceOf(seed);
  const level = Array.from({ length: standards }, () => 0.7 * chance.normal());
  const slope = Array.from({ length: standards }, () => 1 + 0.5 * chance.normal());
  const standard = Int32Array.from({ length: rows }, () => Math.floor(chance.uniform() * standards));
  const x = Float64Array.from({ length: rows }, () => (chance.uniform() < 0.4 ? 1 : 0));
  const z = Float64Array.from({ length: rows }, () => chance.normal());
  return {
    rows,
    outcome: Uint8Array.from({ length: rows }, (_, i) => {
      const one = standard[i]!;
      return chance.uniform() < 1 / (1 + Math.exp(1 - level[one]! - slope[one]! * x[i]! - 0.2 * z[i]!)) ? 1 : 0;
    }),
    fixed: [
      { name: 'x', values: x },
      { name: 'z', values: z },
    ],
    groups: [
      { name: 'standard', level: standard, levels: standards },
      { name: 'person', level: Int32Array.from({ length: rows }, (_, i) => (i >> 2) % 9), levels: 9 },
      { name: 'contact', level: Int32Array.from({ length: rows }, (_, i) => i >> 2), levels: rows >> 2 },
    ],
    slopes: [
      { column: 'z', over: 'standard' },
      { column: 'x', over: 'standard' },
    ],
  };
}

/** The same with slopes looked for only where `among` says; of both columns, each its own. */
function among(data: MixedData, x: (level: number) => boolean, z: (level: number) => boolean): MixedData {
  const of = (told: (level: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: data.groups[0]!.levels }, (_, level) => (told(level) ? 1 : 0));
  return {
    ...data,
    slopes: [
      { column: 'z', over: 'standard', among: of(z) },
      { column: 'x', over: 'standard', among: of(x) },
    ],
  };
}

const close = { tolerance: 1e-8 };

describe('slopes of their own for some levels only', () => {
  it('are what they are without saying so, where all levels are named', () => {
    const data = marks(1);
    const all = fitMixedLogistic(data, close);
    const named = fitMixedLogistic(
      among(
        data,
        () => true,
        () => true,
      ),
      close,
    );
    expect(named.logLikelihood).toBe(all.logLikelihood);
    expect(named.draws(2, 1)).toEqual(all.draws(2, 1));
  });

  it('leave the levels without any at the fixed slope, and nothing is to be gained by moving the others', () => {
    const data = marks(2);
    const { level } = data.groups[0]!;
    const told = (one: number): boolean => one < 8;
    const some = fitMixedLogistic(
      among(data, told, () => true),
      close,
    );
    expect([...some.slopes[1]!.modes.subarray(8)]).toEqual([0, 0, 0, 0]);
    expect(some.slopes[1]!.modes.subarray(0, 8).some((one) => Math.abs(one) > 0.1)).toBe(true);
    const { intercept, fixed, groups, slopes } = some;
    const linear = some.linear();
    for (let i = 0; i < 60; i++) {
      const one = level[i]!;
      const of =
        intercept +
        (fixed[0]!.estimate + slopes[1]!.modes[one]!) * data.fixed[0]!.values[i]! +
        (fixed[1]!.estimate + slopes[0]!.modes[one]!) * data.fixed[1]!.values[i]! +
        groups.reduce((sum, { modes }, g) => sum + modes[data.groups[g]!.level[i]!]!, 0);
      expect(linear[i]).toBeCloseTo(of, 9);
    }
    // At the estimate nothing can be gained: the likelihood's slope by each effect is what pulls it to its middle.
    const pull = (rows: (i: number) => number): number => {
      let sum = 0;
      for (let i = 0; i < data.rows; i++) sum += (data.outcome[i]! - 1 / (1 + Math.exp(-linear[i]!))) * rows(i);
      return sum;
    };
    expect(pull((i) => data.fixed[0]!.values[i]!)).toBeCloseTo(0, 2);
    for (const one of [0, 5]) {
      const { modes, deviation } = slopes[1]!;
      const own = pull((i) => (level[i] === one ? data.fixed[0]!.values[i]! : 0));
      expect(own).toBeCloseTo(modes[one]! / deviation ** 2, 1);
    }
  });

  it('are drawn for the others as wide as slopes differ, their rows staying where they are on average', () => {
    const data = marks(3);
    const fit = fitMixedLogistic(
      among(
        data,
        (one) => one < 9,
        () => true,
      ),
      close,
    );
    const draws = fit.draws(600, 4);
    const { level } = data.groups[0]!;
    const values = draws.map((draw) => draw.slopes[1]![11]! / draw.deviations![4]!);
    const spread = Math.sqrt(values.reduce((sum, one) => sum + one * one, 0) / values.length);
    expect(spread).toBeGreaterThan(0.9);
    expect(spread).toBeLessThan(1.1);
    const failing = draws.map((draw) => {
      const linear = fit.linear(draw);
      let sum = 0;
      let count = 0;
      for (let i = 0; i < data.rows; i++) {
        if (level[i] !== 11) continue;
        sum += 1 / (1 + Math.exp(-linear[i]!));
        count++;
      }
      return sum / count;
    });
    const mean = failing.reduce((sum, one) => sum + one, 0) / failing.length;
    const deviation = Math.sqrt(failing.reduce((sum, one) => sum + (one - mean) ** 2, 0) / failing.length);
    // A rate of 333 rows is known to about .026; slopes of .5 drawn without care would add .03.
    expect(deviation).toBeLessThan(0.035);
  });
});
