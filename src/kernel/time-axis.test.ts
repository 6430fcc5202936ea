// Places of dated points: true to time, gaps where nothing is known, ticks that fit and say the year.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeAxis } from './time-axis.ts';

it('a year without contacts is as wide as a year, and no line crosses it', () => {
  const { at, runs, gaps } = timeAxis(['2024-01', '2024-02', '2025-02', '2025-03'], 'month', 5);
  expect(at[0]).toBe(0);
  expect(at[3]).toBe(1);
  expect((at[2]! - at[1]!) / (at[1]! - at[0]!)).toBeCloseTo(366 / 31, 5);
  expect(runs).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(gaps).toEqual([{ from: '2024-03', to: '2025-01' }]);
});

it.each([
  ['months', 'month', ['2025-11', '2025-12', '2026-01', '2026-02'], 5, ['Nov 2025', 'Dec', 'Jan 2026', 'Feb']],
  ['a year and a half', 'month', ['2025-01', '2026-06'], 5, ['Jan 2025', 'Jul', 'Jan 2026']],
  ['many years', 'month', ['2011-05', '2026-03'], 4, ['2015', '2020', '2025']],
  ['weeks', 'week', ['2026-01-05', '2026-03-30'], 5, ['Feb 2026', 'Mar']],
  ['days of one month', 'week', ['2026-03-02', '2026-03-23'], 5, ['Mar 2, 2026', 'Mar 23, 2026']],
  ['one point', 'month', ['2026-03'], 5, ['Mar 1, 2026']],
] as const)('says the year where it changes, of %s', (_, period, points, most, labels) => {
  expect(timeAxis([...points], period, most).ticks.map((one) => one.label)).toEqual(labels);
});

it('weeks that follow one another are one run, a week left out breaks it', () => {
  expect(timeAxis(['2026-03-02', '2026-03-09', '2026-03-23'], 'week', 5).runs).toEqual([[0, 1], [2]]);
});

it('charts of one span stand on one axis', () => {
  const { at, ticks } = timeAxis(['2026-02', '2026-03'], 'month', 5, ['2026-01', '2026-05']);
  expect(at[0]).toBeCloseTo(31 / 120, 5);
  expect(ticks[0]).toEqual({ at: 0, label: 'Jan 2026', newYear: true });
});

it('whatever the days: in order, within the axis, each point in one run, never more ticks than there is room for', () => {
  const day = fc
    .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2060, 0, 1) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      fc.uniqueArray(day, { minLength: 1, maxLength: 40 }),
      fc.constantFrom('week' as const, 'month' as const),
      fc.integer({ min: 2, max: 8 }),
      (days, period, most) => {
        const { at, runs, ticks } = timeAxis(days.toSorted(), period, most);
        expect(at).toEqual(at.toSorted((a, b) => a - b));
        expect(runs.flat()).toEqual(days.map((_, index) => index));
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(ticks.length).toBeGreaterThan(0);
        for (const place of [...at, ...ticks.map((one) => one.at)]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(1);
        }
        // A month without its year is of the year that was said last.
        let year = '';
        const told = ticks.map(({ label }) => {
          year = /\d{4}$/.exec(label)?.[0] ?? year;
          return `${label} of ${year}`;
        });
        expect(new Set(told).size).toBe(ticks.length);
      },
    ),
    { examples: [[['1990-01-01', '1991-03-01'], 'week', 8]] },
  );
});
