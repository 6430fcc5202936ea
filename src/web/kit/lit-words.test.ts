// Laws of cutting a turn at its marks.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from './lit-words.ts';

const place = fc.record({
  mark: fc.constantFrom('a', 'b', 'c'),
  from: fc.integer({ min: -3, max: 30 }),
  to: fc.integer({ min: -3, max: 30 }),
});

it('pieces put together are the text, and each letter has just the marks that cover it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(place, { maxLength: 6 }), (text, places) => {
      const pieces = piecesOf(text, places);
      expect(pieces.map((one) => one.text).join('')).toBe(text);
      for (const piece of pieces)
        for (let at = piece.from; at < piece.from + piece.text.length; at += 1)
          expect([...piece.marks].toSorted()).toEqual(
            [...new Set(places.filter((one) => one.from <= at && at < one.to).map((one) => one.mark))].toSorted(),
          );
    }),
  );
});

it('words that two marks rest on are one piece with both', () => {
  expect(
    piecesOf('Thank you for calling.', [
      { mark: 'a', from: 0, to: 21 },
      { mark: 'b', from: 0, to: 9 },
    ]).map((one) => [one.text, one.marks]),
  ).toEqual([
    ['Thank you', ['a', 'b']],
    [' for calling', ['a']],
    ['.', []],
  ]);
});
