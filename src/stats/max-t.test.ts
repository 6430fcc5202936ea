import { expect, it } from 'vitest';
import { maxT } from './max-t.ts';
import { chanceOf } from './normal-draws.ts';

const inGroup = Array.from({ length: 12 }, (_, unit) => Number(unit < 4));

function noise(seed: number, units: number, figures: number): Float64Array[] {
  const chance = chanceOf(seed);
  return Array.from({ length: units }, () => Float64Array.from({ length: figures }, () => chance.normal()));
}

it('of thirty figures of pure chance, some difference stands in one search of twenty', () => {
  let named = 0;
  for (let seed = 1; seed <= 120; seed++)
    if (maxT(noise(seed, 12, 30), inGroup, 0.9).some(({ p }) => p <= 0.05)) named++;
  // Six are expected; thirteen or more would come once in two hundred tests.
  expect(named).toBeLessThan(13);
});

it('a difference that is there stands, and its interval and its p-value say the same', () => {
  const values = noise(3, 12, 10);
  for (let unit = 0; unit < 4; unit++) values[unit]![6]! += 6;
  const found = maxT(values, inGroup, 0.9);
  expect(found[6]!.p).toBeLessThanOrEqual(0.05);
  for (const { p, from } of found) expect(from! > 0).toBe(p <= 0.05);
});

it('for two groups the slope is the difference of their means', () => {
  const values = noise(9, 12, 1);
  const mean = (group: number): number =>
    values.filter((_, unit) => inGroup[unit] === group).reduce((sum, row, _at, all) => sum + row[0]! / all.length, 0);
  expect(maxT(values, inGroup, 0.9)[0]!.slope).toBeCloseTo(mean(1) - mean(0), 10);
});

it('a figure that rises with a score stands among many that don’t', () => {
  const values = noise(4, 14, 20);
  const scores = values.map((_, unit) => unit / 14);
  for (const [unit, row] of values.entries()) row[3]! += 6 * scores[unit]!;
  const found = maxT(values, scores, 0.9);
  expect(found[3]!.p).toBeLessThanOrEqual(0.05);
  expect(found.filter((one) => one.p <= 0.05)).toHaveLength(1);
});

it('a group of one, or a figure that few have, has no difference', () => {
  const values = noise(5, 6, 2);
  for (const row of values.slice(1)) row[1] = Number.NaN;
  expect(maxT(values, [1, 0, 0, 0, 0, 0], 0.9)[0]!.slope).toBeNull();
  expect(maxT(values, [1, 1, 0, 0, 0, 0], 0.9)[1]!.slope).toBeNull();
});

it('many ways of dealing out are drawn from, the same for the same seed', () => {
  const values = noise(7, 40, 3);
  const half = values.map((_, unit) => unit % 2);
  expect(maxT(values, half, 0.9, 4)).toEqual(maxT(values, half, 0.9, 4));
});
