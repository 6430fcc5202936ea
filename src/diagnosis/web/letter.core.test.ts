// The letter that is begun: it says how often, quotes the words, asks for one change, and names nobody.
import { expect, it } from 'vitest';
import type { Overview } from '../overview/overview.shape.ts';
import { beginLetter } from './letter.core.ts';
import { oneIn } from './one-in.core.ts';

const told = {
  organisation: { name: 'Harbor', customer: 'tenant' },
  speaksOf: {
    standard: 'close.asked',
    title: 'Asked for the business',
    says: 'Asks the customer to rent.',
    failing: 'the caller was never asked to rent',
    met: 800,
    failed: 400,
    example: { mark: 'm1', quote: { before: 'It is ', words: '$129', after: '. Bye.', speaker: 'rep' } },
  },
  fixes: [
    {
      standard: 'close.asked',
      sentence: 'Nothing in writing asked for it.',
      fix: 'Write it into a procedure and have it read: "Asked for the business"',
    },
  ],
} as unknown as Overview;

it('has what is wrong, why, and a solution, from what customers meet most', () => {
  expect(beginLetter(told, 'About 1 time in 3', 'about $41,000 a month')).toEqual({
    wrong:
      'About 1 time in 3, the caller was never asked to rent (400 of 1,200 times). One of them heard: “It is $129. Bye.”',
    why: 'Our own standard says: Asks the customer to rent. Failing costs us about $41,000 a month, all standards together. What the record shows: nothing in writing asked for it.',
    solution:
      'Write it into a procedure and have it read: “Asked for the business”. Then look again in eight weeks whether fewer tenants meet it.',
    aboutMark: 'm1',
  });
});

it('is none where nothing was missed', () => {
  expect(beginLetter({ ...told, speaksOf: null }, '', null)).toBeNull();
});

it.each([
  [1, 3, 'About 1 time in 3'],
  [60, 100, 'About 3 times in 5'],
  [97, 100, 'Almost every time'],
  [4, 100, 'About 1 time in 25'],
  [52, 100, 'About 1 time in 2'],
])('%i of %i is said as %s', (times, of, said) => expect(oneIn(times, of)).toBe(said));
