// Clocks of working days where the hour changes: a day is a day, whichever zone the machine stands in and whatever its clock does that night.
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { addDays } from './moment.ts';
import { addWorkingDays, isWorkingDay, workingDaysUntil } from './working-days.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

// Nights in which the hour changes or a day is left out: the United States, Europe, Lord Howe by half an hour, Samoa past the date line.
const nights = ['2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2011-12-30'];
const zones = ['UTC', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'];

it('end on the same day in every zone, over every change of the hour', () => {
  for (const night of nights)
    for (let before = 0; before <= 6; before += 1) {
      const from = addDays(night, -before);
      const ends = zones.map((one) => {
        process.env['TZ'] = one;
        return [1, 3, 5, 10].map((count) => addWorkingDays(from, count, ['2026-03-30']));
      });
      expect(new Set(ends.map((one) => one.join())).size, from).toBe(1);
    }
});

it('pass over weekends and days off', () => {
  expect(addWorkingDays('2026-03-06', 1, [])).toBe('2026-03-09');
  expect(addWorkingDays('2026-12-24', 1, ['2026-12-25'])).toBe('2026-12-28');
});

it('count each working day once: there and back, over years, with days off anywhere', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((nth) => addDays('2020-01-01', nth));
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 40 }),
      fc.array(day, { maxLength: 12 }),
      fc.constantFrom(...zones),
      (from, count, off, one) => {
        process.env['TZ'] = one;
        const end = addWorkingDays(from, count, off);
        expect(isWorkingDay(end, off)).toBe(true);
        expect(workingDaysUntil(from, end, off)).toBe(count);
        let counted = 0;
        for (let at = addDays(from, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(at, off)) counted += 1;
        expect(counted).toBe(count);
      },
    ),
    { numRuns: 300 },
  );
});
