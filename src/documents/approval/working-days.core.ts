// Working days: Monday to Friday. Holidays differ from site to site, so a clock that runs on one more day is never too short.
import { addDays, type Day } from '../../kernel/moment.ts';

/** The last day of a clock of so many working days that began on a day; the day itself doesn't count. */
export function workingDaysAfter(day: Day, count: number): Day {
  let left = count;
  let last = day;
  while (left > 0) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

/** How many working days lie between two days, the first not counted, the last counted; none where it comes before. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

function isWorkingDay(day: Day): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
