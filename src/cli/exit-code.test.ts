import { expect, it } from 'vitest';
import { codeOfAnswer } from './exit-code.ts';

it('is not ready where nothing can be said, whatever is missing; that nothing failed is an answer', () => {
  expect(codeOfAnswer({ kind: 'nothing', why: 'no-marks' })).toBe(3);
  expect(codeOfAnswer({ kind: 'nothing', why: 'no-outcomes' })).toBe(3);
  expect(codeOfAnswer({ kind: 'nothing', why: 'too-few' })).toBe(3);
  expect(codeOfAnswer({ kind: 'nothing', why: 'no-failures' })).toBe(0);
  expect(codeOfAnswer({ kind: 'shares' })).toBe(0);
});
