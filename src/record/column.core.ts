// Kinds of columns: how a cell is read, and the sentence where it can't be. A sentence never repeats a cell's words,
// which may be a person's name; only ids that are on record are suggested.
import { isDay } from '../kernel/moment.ts';
import type { Known, KnownIds } from './known.core.ts';
import type { Cell } from './record.core.ts';
import type { DayOrder } from './zoned.core.ts';
import { isTimeZone, slashedDay, timeZones, zonedMoment } from './zoned.core.ts';
import { nearest } from './nearest.core.ts';

interface CellProblem {
  readonly expected: string;
  readonly remedy: string;
}

export type CellRead<T> = { readonly value: T } | CellProblem;

/** What a cell may be read against. */
export interface Surroundings {
  readonly known: Known;
  readonly dayOrder: DayOrder;
  /** The time zone for clock times of this row; null where its place isn't known. */
  readonly zone: string | null;
  readonly warn: (sentence: string) => void;
}

export interface Column<T> {
  readonly required: boolean;
  /** Other names that the column may have, in kebab-case. */
  readonly also: readonly string[];
  /** Clock times are read after everything else of the row, when its place is known. */
  readonly clock?: boolean;
  /** What an empty cell means, where it isn't required. */
  readonly empty: T;
  readonly read: (cell: string, cells: readonly string[], around: Surroundings) => CellRead<T>;
  /** Reads one value of it. */
  readonly reader: Reader<unknown>;
  readonly several: boolean;
}

export interface Reader<T> {
  (cell: string, around: Surroundings): CellRead<T>;
  /** The words that it knows, where there are only a few. */
  readonly choices?: readonly string[];
}

/** A column that must have a value in every row. */
export function required<T>(read: Reader<T>, ...also: string[]): Column<T> {
  // `empty` of a required column is never used: an empty cell is refused before.
  return {
    required: true,
    also,
    empty: undefined as T,
    read: (cell, _, around) => read(cell, around),
    reader: read,
    several: false,
  };
}

/** A column that may be left out or empty. */
export function optional<T>(read: Reader<T>, ...also: string[]): Column<T | undefined> {
  return {
    required: false,
    also,
    empty: undefined,
    read: (cell, _, around) => read(cell, around),
    reader: read,
    several: false,
  };
}

/** A column of several values: a YAML list, or one cell with `;` between (ids also with `,`). Empty means none. */
export function several<T>(read: Reader<T>, ...also: string[]): Column<readonly T[]> {
  return {
    required: false,
    also,
    empty: [],
    reader: read,
    several: true,
    read: (_, cells, around) => {
      const values: T[] = [];
      // Free texts may hold commas of their own; ids never do.
      for (const cell of read === text ? cells : cells.flatMap((one) => one.split(',')).map((one) => one.trim())) {
        if (cell === '') continue;
        const one = read(cell, around);
        if (!('value' in one)) return one;
        if (!values.includes(one.value)) values.push(one.value);
      }
      return { value: values };
    },
  };
}

/** The same column, read once the row's place and so its time zone is known. */
export function onTheClock<T>(column: Column<T>): Column<T> {
  return { ...column, clock: true };
}

export const text: Reader<string> = (cell) => ({ value: cell });

export const id: Reader<string> = (cell) =>
  /^[\p{L}\p{N}][\p{L}\p{N}._:@/+-]{0,119}$/u.test(cell)
    ? { value: cell }
    : {
        expected: 'an id: letters, digits, dots, dashes or underscores, without spaces',
        remedy: 'Write a short id, for example p-104 or bay-street.',
      };

export const day: Reader<string> = (cell, around) => {
  const value = isDay(cell) ? cell : slashedDay(cell, around.dayOrder);
  if (value !== null && isDay(value)) return { value };
  const unclear = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(cell);
  return {
    expected: 'a day of the calendar, written year-month-day',
    remedy: unclear
      ? 'Nothing in this file tells whether the day or the month comes first: write it as 2026-03-14.'
      : 'Write it as 2026-03-14.',
  };
};

export const month: Reader<string> = (cell) => {
  const value = /^\d{4}-\d{2}-01$/.test(cell) ? cell.slice(0, 7) : cell;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
    ? { value }
    : { expected: 'a month, written year-month', remedy: 'Write it as 2026-03.' };
};

/** An instant: with its own zone, else on the clock of the row's site. */
export const moment: Reader<string> = (cell, around) => {
  const [first = '', ...rest] = cell.split(' ');
  const slashed = slashedDay(first, around.dayOrder);
  const value = zonedMoment(slashed === null ? cell : [slashed, ...rest].join(' '), around.zone ?? 'UTC');
  if (value === null) {
    return { expected: 'a day and a time', remedy: 'Write it as 2026-03-14 09:30, in the local time of the site.' };
  }
  if (around.zone === null) around.warn('No site tells the time zone of this row, so its times were read as UTC.');
  return { value };
};

export const timeZone: Reader<string> = (cell) => {
  if (isTimeZone(cell)) return { value: cell };
  const close = nearest(cell, timeZones());
  return {
    expected: 'the name of a time zone, for example America/New_York',
    remedy: close ? `Did you mean ${close}?` : 'Use the name of a large city in the zone: Area/City.',
  };
};

function amount(cell: string): number {
  const bare = cell.replace(/[\s$€£]/g, '').replace(/^([A-Z]{3})|([A-Z]{3})$/g, '');
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare)) return Number.NaN;
  return Number(bare.replaceAll(',', ''));
}

/** More of any currency in one cell is a slip of the pen, and every figure would rest on it. */
const mostMoney = 1e12;
const mostCounted = 1e9;

/** A sum of money, 0 to a million million. */
export const money: Reader<number> = (cell) => {
  const value = amount(cell);
  if (value > mostMoney)
    return {
      expected:
        'a sum of money, up to 1,000,000,000,000: a larger one is taken for a slip, since every figure would rest on it',
      remedy: 'Check the number, and write it in whole units of the currency.',
    };
  return value >= 0
    ? { value }
    : { expected: 'a sum of money, 0 or more', remedy: 'Write only the number, for example 1450.00.' };
};

/** A currency's three letters. */
export const currency: Reader<string> = (cell) =>
  /^[A-Za-z]{3}$/.test(cell)
    ? { value: cell.toUpperCase() }
    : { expected: 'the three letters of a currency', remedy: 'Write for example USD, EUR or GBP.' };

/** A whole number, 0 to a thousand million. */
export const count: Reader<number> = (cell) => {
  const value = amount(cell);
  if (value > mostCounted)
    return {
      expected: 'a whole number, up to 1,000,000,000: a larger one is taken for a slip',
      remedy: 'Check the number.',
    };
  return Number.isSafeInteger(value) && value >= 0
    ? { value }
    : { expected: 'a whole number, 0 or more', remedy: 'Write only digits, for example 12.' };
};

/** A share of a whole, kept as 0 to 1. */
export const share: Reader<number> = (cell) => {
  const percent = cell.trim().endsWith('%');
  const value = amount(percent ? cell.trim().slice(0, -1) : cell) / (percent ? 100 : 1);
  return value >= 0 && value <= 1
    ? { value }
    : { expected: 'a share between 0 and 1, or a percentage with its sign', remedy: 'Write 0.91 or 91%.' };
};

/** One of a few words; `alike` maps other words that people write for them. */
export function choice<const T extends string>(
  words: readonly T[],
  alike: Readonly<Record<string, NoInfer<T>>> = {},
): Reader<T> {
  const read = (cell: string): CellRead<T> => {
    const written = cell
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    const value = words.find((word) => word === written) ?? alike[written];
    if (value !== undefined) return { value };
    const close = nearest(written, words);
    return {
      expected: `one of: ${words.join(', ')}`,
      remedy: close ? `Did you mean ${close}?` : 'Use one of these words as they stand.',
    };
  };
  return Object.assign(read, { choices: words });
}

export const person: Reader<string> = (cell, around) =>
  reference(cell, around.known.people, 'the id of a person in the record', 'people');

export const site: Reader<string> = (cell, around) =>
  reference(cell, around.known.sites, 'the id of a site in the record', 'sites');

export const standard: Reader<string> = (cell, around) =>
  around.known.standards === null
    ? { value: cell }
    : reference(cell, around.known.standards, 'the id of a standard', null);

/** The id of a standard, or the name of a pack for all of its standards. */
export const standardOrPack: Reader<string> = (cell, around) =>
  cell === 'all' || around.known.packs.has(cell) ? { value: cell } : standard(cell, around);

/** A role in the organisation's own word; one that nobody holds is taken in, and said. */
export const role: Reader<string> = (cell, around) => {
  const value = cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (around.known.roles.has(value)) return { value };
  const close = around.known.roles.nearest(value);
  around.warn(`Nobody on record holds this role${close ? `; the nearest that somebody holds is ${close}` : ''}.`);
  return { value };
};

/** A role where people are given theirs: it becomes known. */
export const ownRole: Reader<string> = (cell) => ({
  value: cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-'),
});

function reference(cell: string, ids: KnownIds, expected: string, table: string | null): CellRead<string> {
  const value = ids.resolve(cell);
  if (value !== null) return { value };
  if (ids.wasRefused(cell)) return { expected, remedy: `Its own row was refused: correct that row in ${table} first.` };
  const close = ids.nearest(cell);
  if (close !== null) return { expected, remedy: `Did you mean ${close}?` };
  const remedy =
    table === null ? 'List them with "customary standards list".' : `Add it to ${table}, or correct the id.`;
  return { expected, remedy };
}

/** The texts of a cell, trimmed, without empty ones. One text is split at `;`. */
export function textsOf(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return [];
  const texts = typeof cell === 'string' ? cell.split(/[;\n]/) : cell;
  return texts.map((one) => one.trim()).filter((one) => one !== '');
}
