// Numbers as pages say them.
import { expect, it } from 'vitest';
import { aboutShare, agreed, agreedWithin, between, countOf, day, money, percent, taskWord } from './words.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it.each([
  [0.314, '31 %'],
  [1, '100 %'],
  [0.0099, 'under 1 %'],
  [0, 'under 1 %'],
  [-0.02, 'under 1 %'],
  [null, 'not known'],
])('a share of %s is said as %s', (share, said) => expect(plain(percent(share))).toBe(said));

it('a range is said in words, and never below nothing', () => {
  expect(between(0.24, 0.38)).toBe('likely between 24 and 38');
  expect(between(-0.05, 0.02)).toBe('likely between 0 and 2');
  expect(between(-0.001, 0.001)).toBe('likely no more');
  expect(plain(aboutShare(0.31, 0.24, 0.38))).toBe('about 31 %, likely between 24 and 38');
  expect(plain(aboutShare(0.001, 0, 0.002))).toBe('under 1 %, likely no more');
});

it('sums and counts claim no more than is known', () => {
  expect(money(33_456.68, 'USD')).toBe('$33,500');
  expect(countOf(1, 'call')).toBe('1 call');
  expect(countOf(1204, 'call')).toBe('1,204 calls');
  expect(day('2026-03-02')).toBe('2 March 2026');
  expect(taskWord('new-enquiry')).toBe('new enquiry');
});

it('agreement below chance has a minus, and what nobody could work out is said so', () => {
  expect(agreedWithin(-0.104, { low: -0.3, high: 0.1 })).toBe('−0.10 (−0.30 to 0.10)');
  expect(agreedWithin(0.84, null)).toBe('0.84');
  expect(agreed(null)).toBe('not known');
});
