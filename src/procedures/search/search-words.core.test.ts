// What fits a search: beginnings of words, but for a letter where they are long; never words that say nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askedWords, nearlyFits, wordsOf } from './search-words.core.ts';

const words = wordsOf({
  id: 'x',
  version: '1',
  title: 'A lost key',
  trigger: 'They’ve locked themselves out',
  from: '2025-01-01',
  roles: [],
  sites: [],
  steps: [{ id: '1', text: 'Café door: cut the lock.', serves: [], obstructs: [], say: 'Don’t worry.' }],
});

it.each([
  ['lost keys', false],
  ['lost ke', true],
  ['what do i do with a lost key', true],
  ['loked', true],
  ['lcoked', true],
  ['lockeed out', true],
  ['cafe', true],
  ['worry', true],
  ['kex', false],
  ['boat', false],
])('%s', (asked, fits) => expect(nearlyFits(words, askedWords(asked))).toBe(fits));

it('asks for nothing of an empty text, and for what there is where there is nothing better', () => {
  expect(askedWords(' -- ')).toEqual([]);
  expect(askedWords('how to')).toEqual(['how', 'to']);
  expect(nearlyFits(words, [])).toBe(false);
});

it('a word with one letter changed, left out or added is near whatever it is', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const word = fc.array(letter, { minLength: 6, maxLength: 9 }).map((all) => all.join(''));
  fc.assert(
    fc.property(word, fc.nat(5), letter, (one, at, other) => {
      const changed = [
        one.slice(0, at) + other + one.slice(at + 1),
        one.slice(0, at) + one.slice(at + 1),
        one.slice(0, at) + other + one.slice(at),
      ];
      for (const asked of changed) expect(nearlyFits(` ${one}`, [asked])).toBe(true);
    }),
  );
});
