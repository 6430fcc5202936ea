// The clock of answers that people owe each other, in working days: Monday to Friday, but for the days off that are set.
import { addDays, type Day } from './moment.ts';

/** Monday to Friday, where it is no day off. */
export function isWorkingDay(day: Day, daysOff: readonly Day[]): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !daysOff.includes(day);
}

/** The day that many working days after a day, which itself doesn't count. */
export function addWorkingDays(day: Day, count: number, daysOff: readonly Day[]): Day {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, daysOff)) left -= 1;
  }
  return at;
}

/** Working days from a day until another: 0 on the same, below 0 once it has passed. */
export function workingDaysUntil(from: Day, until: Day, daysOff: readonly Day[]): number {
  const [first, last] = from <= until ? [from, until] : [until, from];
  let count = 0;
  for (let at = addDays(first, 1); at <= last; at = addDays(at, 1)) if (isWorkingDay(at, daysOff)) count += 1;
  return from <= until ? count : -count;
}
