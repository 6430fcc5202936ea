import { describe, expect, it } from 'vitest';
import * as column from './column.core.ts';
import type { Surroundings } from './column.core.ts';
import { Known } from './known.core.ts';

function around(more: Partial<Surroundings> = {}): Surroundings & { said: string[] } {
  const known = new Known(['close.thanked', 'enquiry.need-before-price']);
  known.people.add('p-1', 'Ada Quill');
  known.people.add('p-2', 'Sam Reed');
  known.people.add('p-3', 'Sam Reed');
  known.addSite('bay', 'Bay Street', 'America/New_York');
  known.roles.add('rep');
  const said: string[] = [];
  return { known, dayOrder: 'unknown', zone: 'UTC', warn: (sentence) => said.push(sentence), said, ...more };
}

type Reader = (cell: string, around: Surroundings) => column.CellRead<unknown>;
const value = (read: Reader, cell: string, place = around()) => {
  const got = read(cell, place);
  return 'value' in got ? got.value : null;
};
const sentence = (read: Reader, cell: string, place = around()) => {
  const got = read(cell, place);
  return 'value' in got ? null : `${got.expected} | ${got.remedy}`;
};

describe('what a cell may be', () => {
  it('reads shares with or without the sign of per cent, and never guesses which was meant', () => {
    expect([value(column.share, '0.91'), value(column.share, '91%'), value(column.share, '1')]).toEqual([
      0.91, 0.91, 1,
    ]);
    expect(sentence(column.share, '91')).toBe(
      'a share between 0 and 1, or a percentage with its sign | Write 0.91 or 91%.',
    );
  });

  it('reads money with its sign and its commas', () => {
    expect([value(column.money, '$1,450.50'), value(column.money, 'USD 20'), value(column.money, '0')]).toEqual([
      1450.5, 20, 0,
    ]);
    expect(value(column.money, '1,000,000,000,000')).toBe(1e12);
    expect(sentence(column.money, '100000000000000000000')).toMatch(/taken for a slip/);
    expect(sentence(column.count, '1000000001')).toMatch(/taken for a slip/);
    for (const bad of ['-5', 'much', '1,45', '']) expect(sentence(column.money, bad)).toMatch(/^a sum of money/);
  });

  it('reads whole numbers only', () => {
    expect(value(column.count, '1,200')).toBe(1200);
    for (const bad of ['1.5', '-1', 'NaN', '1e3']) expect(sentence(column.count, bad)).toMatch(/^a whole number/);
  });

  it('refuses days that no calendar has, and days that could be two', () => {
    expect(value(column.day, '2026-03-14')).toBe('2026-03-14');
    expect(sentence(column.day, '2026-02-30')).toBe(
      'a day of the calendar, written year-month-day | Write it as 2026-03-14.',
    );
    expect(sentence(column.day, '3/4/2026')).toMatch(/whether the day or the month comes first/);
    expect(value(column.day, '3/4/2026', around({ dayOrder: 'month-first' }))).toBe('2026-03-04');
    expect(sentence(column.day, '13/13/2026', around({ dayOrder: 'day-first' }))).toMatch(/^a day of the calendar/);
  });

  it('refuses months and time zones that are none, and names the nearest zone', () => {
    expect(value(column.month, '2026-03')).toBe('2026-03');
    expect(sentence(column.month, '2026-13')).toBe('a month, written year-month | Write it as 2026-03.');
    expect(sentence(column.timeZone, 'America/New_Yrok')).toMatch(/Did you mean America\/New_York\?$/);
    expect(sentence(column.timeZone, 'EST')).toMatch(/Area\/City/);
  });

  it('knows a currency by its three letters', () => {
    expect(value(column.currency, 'usd')).toBe('USD');
    expect(sentence(column.currency, '$')).toBe('the three letters of a currency | Write for example USD, EUR or GBP.');
  });

  it('refuses ids with spaces', () => {
    expect(value(column.id, 'p-104')).toBe('p-104');
    expect(sentence(column.id, 'Ada Quill')).toMatch(/^an id/);
  });

  it('names the choices, and the nearest', () => {
    const read = column.choice(['customer-service', 'house-rules', 'exempt'], { rules: 'house-rules' });
    expect([value(read, 'House rules'), value(read, 'rules')]).toEqual(['house-rules', 'house-rules']);
    expect(sentence(read, 'exmept')).toBe('one of: customer-service, house-rules, exempt | Did you mean exempt?');
  });

  it('says that times were read as UTC where no site tells the zone', () => {
    const place = around({ zone: null });
    expect(value(column.moment, '2026-03-02 09:00', place)).toBe('2026-03-02T09:00:00.000Z');
    expect(place.said).toHaveLength(1);
    expect(sentence(column.moment, 'noon')).toMatch(/^a day and a time/);
  });
});

describe('what a cell may point at', () => {
  it('is found by id, or by a name that only one has', () => {
    expect([
      value(column.person, 'p-1'),
      value(column.person, ' ada  quill'),
      value(column.person, 'Sam Reed'),
    ]).toEqual(['p-1', 'p-1', null]);
    expect(value(column.site, 'bay street')).toBe('bay');
  });

  it('is refused with the nearest id, and without a word of what was written', () => {
    expect(sentence(column.person, 'p-11')).toBe('the id of a person in the record | Did you mean p-1?');
    expect(sentence(column.person, 'Wilhelmina Thorne')).not.toMatch(/Thorne/);
    expect(sentence(column.site, 'somewhere-else')).toBe(
      'the id of a site in the record | Add it to sites, or correct the id.',
    );
    expect(sentence(column.standard, 'close.thankd')).toBe('the id of a standard | Did you mean close.thanked?');
    expect(sentence(column.standard, 'weather.fine')).toMatch(/customary standards list/);
  });

  it('says so where its own row was refused', () => {
    const place = around();
    place.known.people.refuse('p-9');
    expect(sentence(column.person, 'p-9', place)).toMatch(/Its own row was refused/);
  });

  it('takes a role that nobody holds, and says it', () => {
    const place = around();
    expect(value(column.role, 'Reps', place)).toBe('reps');
    expect(place.said).toEqual(['Nobody on record holds this role; the nearest that somebody holds is rep.']);
  });

  it('takes any standard where none are given to check against', () => {
    expect(value(column.standard, 'weather.fine', around({ known: new Known(null) }))).toBe('weather.fine');
  });
});
