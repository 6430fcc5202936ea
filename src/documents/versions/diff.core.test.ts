// What a change weighs: numbers, duties, actors and parts are material; spelling and punctuation are not.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentWith, type DraftPart } from '../drafts/draft.core.ts';
import { diffContents, isMaterial, weightOf } from './diff.core.ts';
import { wordsChanged } from './words.core.ts';

it.each([
  ['The rep must say the price.', 'The rep must say, the price.', 'editorial'],
  ['The rep must say the price.', 'the rep must say the price', 'editorial'],
  ['The rep must recieve the price.', 'The rep must receive the price.', 'editorial'],
  ['It costs 10 dollars.', 'It costs 12 dollars.', 'material'],
  ['It costs $10.', 'It costs €10.', 'material'],
  ['The rep may waive a fee.', 'The rep must waive a fee.', 'material'],
  ['The rep may waive a fee.', 'The rep may not waive a fee.', 'material'],
  ['The rep says it.', 'The manager says it.', 'material'],
  ['Waive it within two days.', 'Waive it in two days.', 'material'],
  ['Refunds are legal.', 'Refunds are illegal.', 'material'],
  ['The tenant is able to leave.', 'The tenant is unable to leave.', 'material'],
] as const)('from “%s” to “%s” is %s', (before, after, weight) => {
  expect(weightOf(before, after).weight).toBe(weight);
});

const part = (id: string, text: string, fields = {}): DraftPart => ({ id, text, serves: [], obstructs: [], fields });
const of = (parts: DraftPart[], more = {}) => contentWith({ title: 'Fees', parts, ...more });

it('names the part, what became of it, and why it weighs', () => {
  const before = of([part('1', 'One.'), part('2', 'Two.'), part('3', 'Three.')]);
  const after = of([part('3', 'Three.'), part('1', 'One!'), part('4', 'Four.')], { roles: ['rep'] });
  expect(diffContents(before, after).map(({ part: id, field, what, weight }) => [id, field, what, weight])).toEqual([
    ['', 'roles', 'changed', 'material'],
    ['1', 'place', 'moved', 'editorial'],
    ['1', 'text', 'changed', 'editorial'],
    ['4', 'text', 'added', 'material'],
    ['2', 'text', 'removed', 'material'],
  ]);
  expect(isMaterial(diffContents(before, before))).toBe(false);
  expect(isMaterial(diffContents(null, before))).toBe(true);
  const why = diffContents(
    of([part('1', 'x', { purpose: 'a' })]),
    of([part('1', 'x', { purpose: 'b', limit: 'up to 50' })]),
  );
  expect(why.map(({ field, weight }) => [field, weight])).toEqual([
    ['limit', 'material'],
    ['purpose', 'editorial'],
  ]);
});

it('gives both texts back from its pieces, and says nothing changed of the same', () => {
  const words = fc
    .array(fc.constantFrom('a', 'the', 'must', '10', ',', '.', '\n', 'é'), { maxLength: 30 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordsChanged(before, after);
      const without = (was: string): string =>
        pieces
          .filter((piece) => piece.was !== was)
          .map((piece) => piece.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
      expect(weightOf(before, before).weight).toBe('editorial');
    }),
  );
});
