import { expect, it } from 'vitest';
import { departures, type GroupFigure } from './departures.ts';
import { chanceOf } from './normal-draws.ts';

const size = { mean: 1, deviation: 0.2 };

function made(seed: number, groups: number, spread: number): { figures: GroupFigure[]; truth: number[] } {
  const chance = chanceOf(seed);
  const truth: number[] = [];
  const figures = Array.from({ length: groups }, (): GroupFigure => {
    const column = 0.3 * chance.normal();
    const own = spread * chance.normal();
    truth.push(own);
    return { value: 10 + column + own + 0.03 * chance.normal(), variance: 0.03 ** 2, columns: [column] };
  });
  return { figures, truth };
}

it('intervals cover how far groups truly lie from the line', () => {
  let covered = 0;
  let asked = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { figures, truth } = made(seed, 10, 0.1);
    for (const [g, { from, to }] of departures(figures, [size], 0.9)!.groups.entries()) {
      asked++;
      if (from <= truth[g]! && truth[g]! <= to) covered++;
    }
  }
  // 600 of .9, with groups of one organisation alike: three standard errors on the safe side.
  expect(covered / asked).toBeGreaterThan(0.85);
  expect(covered / asked).toBeLessThan(0.95);
});

it('a group far below is told from its chance, and what lies in its size is not held against it', () => {
  const figures = Array.from({ length: 8 }, (_, g): GroupFigure => ({
    value: 10 + 0.1 * g + (g === 3 ? -0.4 : g % 2 === 0 ? 0.02 : -0.02),
    variance: 1e-4,
    columns: [0.1 * g],
  }));
  const found = departures(figures, [size], 0.9)!;
  expect(found.groups[3]!.estimate).toBeLessThan(-0.25);
  expect(found.groups[3]!.below(-0.05)).toBeGreaterThan(0.97);
  expect(found.groups.filter((one) => one.below(-0.05) > 0.9)).toHaveLength(1);
  expect(Math.abs(found.coefficients[0]!.estimate - 1)).toBeLessThan(0.2);
});

it('figures that are known badly are drawn to the line', () => {
  const figure = (value: number): GroupFigure => ({ value, variance: 0.5, columns: [] });
  const found = departures([9.6, 10, 10.1, 10.2, 9.9, 10.2].map(figure), [], 0.9)!;
  for (const one of found.groups) expect(Math.abs(one.estimate)).toBeLessThan(0.1);
});

it('one group departs from nothing', () => {
  expect(departures([{ value: 1, variance: 0, columns: [] }], [], 0.9)).toBeNull();
});

it('groups without any difference keep finite figures', () => {
  const found = departures(
    Array.from({ length: 5 }, () => ({ value: 3, variance: 0, columns: [] })),
    [],
    0.9,
  )!;
  for (const one of found.groups) expect([one.estimate, one.from, one.to].every(Number.isFinite)).toBe(true);
});
