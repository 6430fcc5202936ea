// Days as spreadsheets count them: 45000 is 15 March 2023, the part behind the point is the time of day. Read as such only in a
// column that says it holds days and where every value is one; a number alone could be anything.
import { headerWords } from './column-words.ts';
import type { TableKind } from './read-item.ts';

/** Days from the spreadsheets' beginning to 1970. */
const to1970 = 25_569;
/** 1990 to 2050: earlier and later days are no contacts'. */
const sane = [32_874, 54_789] as const;
const dayLength = 86_400_000;

const saysDay = /\b(?:dates?|day|datetime)\b/;
const saysTime = /\btime\b/;

export type SerialKind = 'day' | 'time-of-day';

/**
 * Whether a column of times holds such numbers. In a table of turns a bare number is seconds from the start, unless the header
 * says day or date.
 * @param values those that are not blank
 */
export function serialKind(header: string, values: readonly string[], table: TableKind): SerialKind | null {
  const words = headerWords(header);
  const numbers = values.map((value) => (/^\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN));
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return null;
  const within = ([from, to]: readonly [number, number]): boolean => numbers.every((one) => one >= from && one < to);
  if (within(sane)) return table !== 'turns' || saysDay.test(words) ? 'day' : null;
  // All noughts are no time of day that anybody wrote.
  const fractions = within([0, 1]) && numbers.some((one) => one > 0);
  return fractions && table !== 'turns' && saysTime.test(words) ? 'time-of-day' : null;
}

/** The number as a time is written: `2023-03-15`, `2023-03-15T14:05:00`, `14:05:00`. What is none stays. */
export function serialWritten(value: string, kind: SerialKind): string {
  const number = Number(value.trim());
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (kind === 'day' && (number < sane[0] || number >= sane[1])) return value;
  const seconds = Math.round(number * (dayLength / 1000));
  const written = new Date((kind === 'day' ? -to1970 * dayLength : 0) + seconds * 1000).toISOString().slice(0, 19);
  if (kind === 'time-of-day') return number >= 1 ? value : written.slice(11);
  return Number.isInteger(number) ? written.slice(0, 10) : written;
}

/** What is said of such a column, with its first value as an example. */
export function serialTold(header: string, first: string, kind: SerialKind): string {
  const what = kind === 'day' ? 'days' : 'times of day';
  return `In the column "${header.slice(0, 120)}" ${what} stand as a spreadsheet's numbers and were read as such: ${first.trim()} is ${serialWritten(first, kind).replace('T', ' ')}.`;
}
