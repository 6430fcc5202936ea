import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.core.ts';

it('finds the known word with the fewest edits, and none where all are far', () => {
  const known = ['enquiry.need-before-price', 'close.thanked', 'p-104', 'p-105'];
  expect(nearest('enquiry.need-befor-price', known)).toBe('enquiry.need-before-price');
  expect(nearest('Close.Thnaked', known)).toBe('close.thanked');
  expect(nearest('p-14', known)).toBe('p-104');
  expect(nearest('weather', known)).toBeNull();
});

it('is a distance: zero for the same, alike both ways, and a swap of neighbours is one', () => {
  expect(editDistance('abcd', 'abdc')).toBe(1);
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, a)).toBe(0);
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
