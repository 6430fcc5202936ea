import { expect, it } from 'vitest';
import { stillToCome } from './still-to-come.core.ts';

const none = { siteMonths: [], acknowledgements: [], observations: [], attempts: [], outcomes: [] };
const month = (name: string, row: number) => ({
  row: { site: 'elm', month: name },
  from: { file: 'site-months.csv', row },
});
const outcome = (on: string, row: number) => ({ row: { contact: 'c1', on }, from: { file: 'outcomes.csv', row } });

it('says which rows are of a month or a day that has not come, once a file, at the first of them', () => {
  expect(stillToCome(none, '2026-11-23')).toEqual([]);
  const siteMonths = [month('2026-11', 2), month('2026-12', 3), month('2031-01', 4)];
  const outcomes = [outcome('2026-11-23', 2), outcome('2026-11-24', 3)];
  expect(stillToCome({ ...none, siteMonths, outcomes }, '2026-11-23')).toEqual([
    {
      file: 'site-months.csv',
      row: 3,
      sentence: 'This row and 1 more are of a month that is still to come: it is left out until that month is over.',
    },
    {
      file: 'outcomes.csv',
      row: 3,
      sentence: 'It is of a day that is still to come: correct the day and bring it again.',
    },
  ]);
});
