import { expect, it } from 'vitest';
import { maxT } from './max-t.ts';
import { chanceOf } from './normal-draws.ts';

const inGroup = Array.from({ length: 12 }, (_, unit) => unit < 4);

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

it('a group of one, or a figure that few have, has no difference', () => {
  const values = noise(5, 6, 2);
  for (const row of values.slice(1)) row[1] = Number.NaN;
  expect(maxT(values, [true, false, false, false, false, false], 0.9)[0]!.difference).toBeNull();
  expect(maxT(values, [true, true, false, false, false, false], 0.9)[1]!.difference).toBeNull();
});

it('many ways of dealing out are drawn from, the same for the same seed', () => {
  const values = noise(7, 40, 3);
  const half = values.map((_, unit) => unit % 2 === 0);
  expect(maxT(values, half, 0.9, 4)).toEqual(maxT(values, half, 0.9, 4));
});
