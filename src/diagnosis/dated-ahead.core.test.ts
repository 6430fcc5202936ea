// What is said of contacts dated after today.
import { expect, it } from 'vitest';
import { datedAheadSays, latestDay } from './dated-ahead.core.ts';

it('says how many are dated after today, the last day, and what to do', () => {
  expect(datedAheadSays({ contacts: 60, last: '2028-11-29' })).toBe(
    "60 contacts are dated after today (the last on 29 November 2028): their days can't be right; correct them and bring them again.",
  );
  expect(datedAheadSays({ contacts: 1, last: '2028-01-01' })).toMatch(
    /^1 contact is dated after today \(on 1 January 2028\)/,
  );
});

it('lets it be tomorrow already where the site is', () => {
  expect(latestDay('2026-12-31T12:00:00.000Z')).toBe('2027-01-01');
});
