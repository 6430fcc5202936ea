import { expect, it } from 'vitest';
import { dayWords } from './day-words.ts';

it('a day is said with its month as a word, and a moment by its day', () => {
  expect([dayWords('2026-11-23'), dayWords('2026-03-02T23:59:00.000Z')]).toEqual(['23 November 2026', '2 March 2026']);
});
