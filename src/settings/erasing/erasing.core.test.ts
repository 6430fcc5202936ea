import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../kernel/moment.ts';
import { firstDayKept } from './erasing.core.ts';

describe('the first day that is kept', () => {
  it('is the same day so many months before', () => {
    expect(firstDayKept('2026-11-22', 6)).toBe('2026-05-22');
    expect(firstDayKept('2026-01-15', 1)).toBe('2025-12-15');
    expect(firstDayKept('2026-03-01', 24)).toBe('2024-03-01');
  });

  it('is the last day of a month that is shorter, so that nothing goes early', () => {
    expect(firstDayKept('2026-03-31', 1)).toBe('2026-02-28');
    expect(firstDayKept('2024-03-31', 1)).toBe('2024-02-29');
    expect(firstDayKept('2026-12-31', 1)).toBe('2026-11-30');
  });

  it('is always a day, never later for more months', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 599 }), (date, months) => {
        const today = date.toISOString().slice(0, 10);
        const kept = firstDayKept(today, months);
        expect(isDay(kept)).toBe(true);
        expect(kept < today).toBe(true);
        expect(firstDayKept(today, months + 1) < kept).toBe(true);
      }),
    );
  });
});
