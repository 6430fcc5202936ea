// From counts to what the effect test reads: who changed when, what is before, and what luck alone would have given.
import { describe, expect, it } from 'vitest';
import type { DailyCount } from '../marking/daily-count.core.ts';
import { dailyCounts, type PlacedMark } from '../marking/daily-count.core.ts';
import { addDays } from '../kernel/moment.ts';
import { dayNumber, dayOf, testedOf, type TestedFix } from './daily-counts.core.ts';
import { driftOf } from './drift.core.ts';

const counts = (site: string, from: string, days: number, failed: number, kept: number): DailyCount[] =>
  Array.from({ length: days }, (_, nth) => ({ day: addDays(from, nth), site, failed, kept, byPeople: 0 }));
const fix: TestedFix = {
  begunOn: '2026-03-01',
  doneOn: new Map([['bay', '2026-03-05']]),
  expected: 0.1,
  notUnchanged: new Set(),
};

describe('days', () => {
  it('are numbers and back', () => {
    expect(dayOf(dayNumber('2026-03-01'))).toBe('2026-03-01');
    expect(dayNumber('1970-01-02')).toBe(1);
  });
});

describe('what is tested', () => {
  const both = [...counts('bay', '2026-01-01', 90, 2, 2), ...counts('lake', '2026-01-01', 90, 1, 3)];

  it('changes where the fix stands and nowhere else', () => {
    const { sites, design } = testedOf(both, fix, '2026-12-31');
    expect(sites).toEqual(['bay', 'lake']);
    expect(design.changedFrom).toEqual([dayNumber('2026-03-05'), Number.POSITIVE_INFINITY]);
    expect(design.before.to).toBe(dayNumber('2026-03-01'));
  });

  it('compares with no site where another fix of the same standard is under way, and reads no day to come', () => {
    const { sites, cells } = testedOf(both, { ...fix, notUnchanged: new Set(['lake']) }, '2026-03-10');
    expect(sites).toEqual(['bay']);
    expect(Math.max(...Array.from(cells.day))).toBe(dayNumber('2026-03-10'));
  });

  it('leaves the picking days out of before, and takes no luck off then', () => {
    const { design, luck } = testedOf(both, { ...fix, pickedFrom: '2026-02-01', pickedTo: '2026-02-28' }, '2026-12-31');
    expect(design.leftOut).toEqual({ from: dayNumber('2026-02-01'), to: dayNumber('2026-02-28') });
    expect(luck).toBe(0);
  });

  it('takes off what luck gives those picked at their worst, where before is what they were picked by', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].flatMap((site) => counts(site, '2026-02-01', 28, 1, 3));
    const worst = counts('bay', '2026-02-01', 7, 2, 2);
    const { design, luck } = testedOf(
      [...many, ...worst],
      { ...fix, pickedFrom: '2026-01-01', pickedTo: '2026-02-28' },
      '2026-12-31',
    );
    expect(design.leftOut).toBeUndefined();
    expect(luck).toBeGreaterThan(0.05);
    expect(design.margin).toBe(luck);
  });
});

describe('marks of a day', () => {
  const mark = (contact: string, marker: PlacedMark['marker'], verdict: PlacedMark['verdict']): PlacedMark => ({
    contact,
    day: '2026-03-01',
    site: 'bay',
    marker,
    verdict,
  });

  it('count a contact once, by the machine where it marked, and tell who marked twice', () => {
    const { counts: found, twice } = dailyCounts([
      mark('1', 'cue', 'failed'),
      mark('1', 'reviewer', 'met'),
      mark('2', 'cue', 'met'),
      mark('3', 'shopper', 'failed'),
    ]);
    expect(found).toEqual([{ day: '2026-03-01', site: 'bay', failed: 2, kept: 1, byPeople: 1 }]);
    expect(twice).toEqual([{ day: '2026-03-01', site: 'bay', machine: 1, person: 0 }]);
  });
});

describe('drift', () => {
  const twice = (day: string, count: number, wrong: number) =>
    Array.from({ length: count }, (_, nth) => ({
      day,
      site: 'bay',
      machine: nth < wrong ? (0 as const) : (1 as const),
      person: 1 as const,
    }));
  const period = { begunOn: '2026-03-01', doneOn: new Map([['bay', '2026-03-05']]), through: '2026-12-31' };

  it('is unchecked below thirty reviews on either side', () => {
    expect(driftOf([...twice('2026-02-01', 30, 0), ...twice('2026-04-01', 29, 0)], period, 0).verdict).toBe(
      'unchecked',
    );
  });
  it('is sound where the machine errs alike, and found where it has gone blind', () => {
    expect(driftOf([...twice('2026-02-01', 40, 5), ...twice('2026-04-01', 40, 6)], period, 0).verdict).toBe('sound');
    expect(driftOf([...twice('2026-02-01', 40, 2), ...twice('2026-04-01', 40, 20)], period, 0).verdict).toBe('drifted');
  });
  it('cannot be where people made the marks', () => {
    expect(driftOf([], period, 1).verdict).toBe('people');
  });
});
