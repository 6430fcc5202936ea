import { expect, it } from 'vitest';
import { counted, countOf, finePercent, hundredths } from './counts.ts';

it('a number is parted from a thousand on and stands with its noun', () => {
  expect(counted(1234.6)).toBe('1,235');
  expect([1, 0, 1204].map((value) => countOf(value, 'call'))).toEqual(['1 call', '0 calls', '1,204 calls']);
  expect(countOf(2, 'row or file', 'rows or files')).toBe('2 rows or files');
});

it('a share is whole per cent, and nothing has no sign', () => {
  expect([0.314, 1, -0.12].map(hundredths)).toEqual([31, 100, -12]);
  expect([0.0432, 0.314].map(finePercent)).toEqual(['4.3 %', '31 %']);
  expect(Object.is(hundredths(-0.001), 0)).toBe(true);
});
