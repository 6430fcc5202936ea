// What would be if reasons were put right: never less than none, and no more prevented than expected.
import { expect, it } from 'vitest';
import { expectedWithout, type Made, reasonsOf } from './what-if.core.ts';

type Cell = Made['cells'][number];
const cell = (title: string, rate: number, expectedMarks: number, reasons: [string, number][]): Cell =>
  ({
    title,
    rate,
    expectedMarks,
    reasons: reasons.map(([exposure, prevents]) => ({ exposure, says: exposure, prevents, change: 0 })),
  }) as unknown as Cell;
const cells = [
  cell('Need before price', 0.3, 100, [
    ['lapsed', 0.2],
    ['unwritten', 0.2],
  ]),
  cell('Thanked', 0.1, 50, [
    ['lapsed', 0.02],
    ['kind', -0.05],
  ]),
];

it('nothing put right leaves what is expected', () => {
  expect(expectedWithout(cells, new Set())).toBeCloseTo(35, 9);
});

it('several prevent together no more than is expected in their place', () => {
  expect(expectedWithout(cells, new Set(['lapsed']))).toBeCloseTo(14, 9);
  expect(expectedWithout(cells, new Set(['lapsed', 'unwritten']))).toBeCloseTo(4, 9);
});

it('reasons come most first, without those that prevent nothing', () => {
  expect(reasonsOf(cells).map((one) => [one.exposure, Math.round(one.prevents), one.cells])).toEqual([
    ['lapsed', 21, 2],
    ['unwritten', 20, 1],
  ]);
});

it('a reason tells in which standards it would prevent most, the most first', () => {
  expect(reasonsOf(cells).map((one) => one.most)).toEqual([['Need before price', 'Thanked'], ['Need before price']]);
});
