// A spreadsheet's day numbers are read in columns of days, told, and never mistaken for seconds.
import { expect, test } from 'vitest';
import { readAll } from './reading.fixture.ts';
import { serialKind, serialWritten } from './serial-days.ts';

test('days and times of day in a table of facts are read, and told with an example', async () => {
  const csv = 'call id,date,call time,site\na1,45000,0.586805555,pier\na2,45001,0.25,pier\n';
  const { facts, said, rejects } = await readAll(csv);
  expect(rejects).toEqual([]);
  expect(facts.map((one) => one.facts.startedLocal)).toEqual(['2023-03-15T14:05:00', '2023-03-16T06:00:00']);
  expect(said).toEqual([
    'In the column "date" days stand as a spreadsheet\'s numbers and were read as such: 45000 is 2023-03-15.',
    'In the column "call time" times of day stand as a spreadsheet\'s numbers and were read as such: 0.586805555 is 14:05:00.',
  ]);
});

test('a day with its time in one number starts a visit', async () => {
  const csv =
    'visit id,started at,Was the greeting friendly?,Was a unit offered?,Was the name asked?\n1,45992.4375,yes,no,yes\n2,45993.5,no,no,yes\n';
  const { contacts } = await readAll(csv);
  expect(contacts.map((one) => one.facts.startedLocal)).toEqual(['2025-12-01T10:30:00', '2025-12-02T12:00:00']);
});

test('in a table of turns a bare number is seconds, unless the header says day', async () => {
  const turns = (header: string, values: readonly number[]): string =>
    [
      `call id,speaker,text,${header}`,
      ...values.map((one, at) => `c1,${at % 2 ? 'rep' : 'customer'},hello again,${one}`),
    ].join('\n');
  const seconds = await readAll(turns('start', [40_000, 40_004, 40_009]));
  expect(seconds.contacts[0]!.turns.map((turn) => turn.start)).toEqual([0, 4, 9]);
  expect(seconds.said).toEqual([]);
  const days = await readAll(turns('call date', [45_000, 45_000, 45_000]));
  expect(days.contacts[0]!.facts.startedLocal).toBe('2023-03-15');
});

test('a number that is no day where days stand is refused by row, not dropped', async () => {
  const { facts, rejects } = await readAll('call id,date,site\na1,12345,pier\na2,2023-03-16,pier\n');
  expect(rejects).toMatchObject([{ row: 2, field: 'date' }]);
  expect(facts[1]!.facts.startedLocal).toBe('2023-03-16');
});

test.each([
  ['date', ['45000', '45001.5'], 'facts', 'day'],
  ['started', ['45000'], 'visits', 'day'],
  ['date', ['45000', 'soon'], 'facts', null],
  ['date', ['45000', '12'], 'facts', null],
  ['date', ['20230315'], 'facts', null],
  ['call time', ['0', '0.5'], 'facts', 'time-of-day'],
  ['start', ['0', '0.5'], 'facts', null],
  ['date', [], 'facts', null],
] as const)('a column %s of %j in a table of %s holds %s', (_header, values, table, kind) => {
  expect(serialKind(_header, values, table)).toBe(kind);
});

test.each([
  ['45000', 'day', '2023-03-15'],
  ['45000.999999', 'day', '2023-03-16T00:00:00'],
  ['', 'day', ''],
  ['n/a', 'day', 'n/a'],
  ['7', 'day', '7'],
  ['0.75', 'time-of-day', '18:00:00'],
] as const)('%s as a %s is %s', (value, kind, written) => expect(serialWritten(value, kind)).toBe(written));
