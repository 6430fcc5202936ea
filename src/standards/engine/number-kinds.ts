// Words that count, and what kind of number figures are: the shape that numbers share which no phrase names.
import { labelWords, lengthWords, teens, tens, units, yearWords } from './english-numbers.ts';
import { is } from './word-classes.ts';

/**
 * How a word counts as a number: 1 unit, 2 teen, 3 tens, 4 hundred, 5 thousand; 0 not at all. Below 0: what it does to a number
 * beside it, -1 makes it a label ("unit 105"), -2 a year where it can be one ("in 2019"), -3 it is a length ("ten feet").
 */
const numberKind = {
  unit: 1,
  teen: 2,
  tens: 3,
  hundred: 4,
  thousand: 5,
  labels: -1,
  datesYear: -2,
  length: -3,
} as const;

/** Every word that counts or does something to a number beside it; with its value where it has one. */
export function numberWords(): { word: string; kind: number; value?: number }[] {
  const valued = (words: readonly string[], kind: number, value: (index: number) => number) =>
    words.map((word, index) => ({ word, kind, value: value(index) }));
  const beside = (words: readonly string[], kind: number) => words.map((word) => ({ word, kind }));
  return [
    ...valued(units, numberKind.unit, (index) => index),
    ...valued(teens, numberKind.teen, (index) => 10 + index),
    ...valued(tens, numberKind.tens, (index) => 20 + 10 * index),
    ...valued(['hundred'], numberKind.hundred, () => 100),
    ...valued(['thousand'], numberKind.thousand, () => 1000),
    ...beside(labelWords, numberKind.labels),
    ...beside(yearWords, numberKind.datesYear),
    ...beside(lengthWords, numberKind.length),
  ];
}

/** Where the shape of numbers that are not whole stands among the shapes. */
const decimal = 0;

/** By how many figures a number has and whether it can be an hour or a day, the number of its shape, and the kinds of word it is. */
export function shapeOf(value: number, digits: number): { shape: number; classes: number } {
  let classes = is.any | is.number | is.numberValue | is.amount;
  if (!Number.isInteger(value)) return { shape: decimal, classes };
  const hour = value >= 1 && value <= 12;
  const day = value >= 1 && value <= 31;
  if (digits === 1) classes |= is.digit;
  if (digits === 3) classes |= is.digits3;
  if (digits === 4) classes |= is.digits4;
  if (digits >= 7) classes |= is.longNumber;
  if (hour) classes |= is.hour;
  if (day) classes |= is.dayNumber;
  return { shape: Math.min(digits, 7) * 4 + (hour ? 2 : 0) + (day ? 1 : 0), classes };
}

/** "st" of "21st". */
export function suffix(day: number): string {
  if (day === 21 || day === 31) return 'st';
  return day === 22 ? 'nd' : day === 23 ? 'rd' : 'th';
}
