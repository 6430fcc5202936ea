import { expect, it } from 'vitest';
import { whenOf } from './state-words.core.ts';

it('says since when a document stands as it does: suspended from the day after its review', () => {
  const [from, due] = ['2026-11-23', '2026-12-23'];
  expect(whenOf({ from, to: null, due, state: 'in-force' })).toBe('since 23 November 2026');
  expect(whenOf({ from, to: null, due, state: 'suspended' })).toBe('since 24 December 2026');
  expect(whenOf({ from, to: '2027-01-01', due, state: 'ended' })).toBe('23 November 2026 until 1 January 2027');
  expect(whenOf({ from, to: from, due, state: 'ended' })).toBe(
    'before it held for a day: replaced on 23 November 2026',
  );
  expect(whenOf({ from, to: null, due: null, state: 'to-come' })).toBe('from 23 November 2026');
  expect(whenOf({ from: null, to: null, due: null, state: 'draft' })).toBe('');
});
