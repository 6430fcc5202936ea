import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOrder, isTimeZone, slashedDay, zonedMoment } from './zoned.core.ts';

describe('a time on a site’s clock', () => {
  it('is read with the offset of that day', () => {
    expect(zonedMoment('2026-01-15 09:00', 'America/New_York')).toBe('2026-01-15T14:00:00.000Z');
    expect(zonedMoment('2026-07-15T09:00', 'America/New_York')).toBe('2026-07-15T13:00:00.000Z');
    expect(zonedMoment('2026-07-15 1:30 PM', 'America/New_York')).toBe('2026-07-15T17:30:00.000Z');
    expect(zonedMoment('2026-07-15 12:05 am', 'UTC')).toBe('2026-07-15T00:05:00.000Z');
  });

  it('that carries its own zone keeps it', () => {
    expect(zonedMoment('2026-01-15T09:00-08:00', 'America/New_York')).toBe('2026-01-15T17:00:00.000Z');
    expect(zonedMoment('2026-01-15 09:00Z', 'America/New_York')).toBe('2026-01-15T09:00:00.000Z');
  });

  it('that the clock skips in spring is an hour later, and one it strikes twice is the first', () => {
    expect(zonedMoment('2026-03-08 02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(zonedMoment('2026-11-01 01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('is nothing where the text is none', () => {
    for (const text of ['soon', '2026-02-03', '2026-02-30x 10:00', '25:00'])
      expect(zonedMoment(text, 'UTC')).toBeNull();
  });

  it('shows the same wall clock again in its zone', () => {
    const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 8759 }), (zone, hour) => {
        const wall = new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 16).replace('T', ' ');
        const shown = new Date(zonedMoment(wall, zone)!).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
        const skipped =
          new Date(`${shown.replace(' ', 'T')}Z`).getTime() - new Date(`${wall.replace(' ', 'T')}Z`).getTime();
        // Only a time that the clock skips may read otherwise: an hour later, or half an hour on Lord Howe.
        return skipped === 0 || skipped === 3_600_000 || skipped === 1_800_000;
      }),
    );
  });
});

describe('days with slashes', () => {
  it('are read by whatever day above 12 the file has', () => {
    expect(dayOrder(['3/4/2026', '3/14/2026'])).toBe('month-first');
    expect(dayOrder(['3/4/2026', '14/3/2026 09:00'])).toBe('day-first');
    expect(dayOrder(['3/4/2026'])).toBe('unknown');
    expect(dayOrder(['3/14/2026', '14/3/2026'])).toBe('contradictory');
    expect(slashedDay('3/4/2026', 'month-first')).toBe('2026-03-04');
    expect(slashedDay('3/4/2026', 'day-first')).toBe('2026-04-03');
    expect(slashedDay('3/4/2026', 'unknown')).toBeNull();
    expect(slashedDay('4/4/2026', 'unknown')).toBe('2026-04-04');
  });
});

it('knows time zones by their full names only', () => {
  expect(['America/New_York', 'UTC', 'Europe/Berlin'].every(isTimeZone)).toBe(true);
  expect(['EST', 'New York', 'America/Newyork', ''].some(isTimeZone)).toBe(false);
});
