// When a Monday page is due, and of which week it tells.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../kernel/moment.ts';
import { isAfterSending, mondayAt, mondayOf, weekBefore, zoneOf } from './week.core.ts';

it('is due from seven on Monday by the clock there, also when the clocks were changed the night before', () => {
  const at = (now: string) => mondayAt(now, 'America/Los_Angeles');
  expect(at('2026-03-02T14:59:59.000Z')).toEqual({ monday: '2026-03-02', isDue: false });
  expect(at('2026-03-02T15:00:00.000Z')).toEqual({ monday: '2026-03-02', isDue: true });
  // Summer time began on 8 March: seven is an hour earlier by the world's clock.
  expect(at('2026-03-09T13:59:59.000Z').isDue).toBe(false);
  expect(at('2026-03-09T14:00:00.000Z').isDue).toBe(true);
  expect(at('2026-03-15T23:00:00.000Z')).toEqual({ monday: '2026-03-09', isDue: true });
});

it('a Sunday night there belongs to the old week, though it is Monday by the world’s clock', () => {
  expect(mondayAt('2026-03-16T03:00:00.000Z', 'America/New_York').monday).toBe('2026-03-09');
});

it('tells of the seven days before the Monday', () => {
  expect(weekBefore('2026-03-09')).toEqual({ from: '2026-03-02', to: '2026-03-08' });
});

it('goes by the zone of most sites, by UTC where there are none', () => {
  const zones = ['America/Denver', 'Europe/Paris', 'Europe/Paris'].map((timeZone) => ({ timeZone }));
  expect(zoneOf(zones)).toBe('Europe/Paris');
  expect(zoneOf(zones.slice(0, 2))).toBe('America/Denver');
  expect(zoneOf([])).toBe('UTC');
});

it('every day has one Monday, at most six days before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 50_000 }), (days) => {
      const day = addDays('2000-01-03', days);
      const monday = mondayOf(day);
      expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(monday <= day && day < addDays(monday, 7)).toBe(true);
    }),
  );
});

it('whoever came after the sending waits for the next', () => {
  expect(isAfterSending('2026-03-09T08:00:00.000Z', '2026-03-09', 'UTC')).toBe(true);
  expect(isAfterSending('2026-03-09T06:00:00.000Z', '2026-03-09', 'UTC')).toBe(false);
});
