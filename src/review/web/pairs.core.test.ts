import { expect, it } from 'vitest';
import { paired, sameOf } from './pairs.core.ts';

const own = [
  { standard: 'open.greeting', verdict: 'met' },
  { standard: 'need.asked', verdict: 'failed' },
  { standard: 'close.thanked', verdict: 'not-applicable' },
] as const;

it('a machine that keeps no mark said that it does not apply', () => {
  const pairs = paired(own, [{ standard: 'open.greeting', verdict: 'met' }], 'not-applicable');
  expect(pairs.map((one) => one.same)).toEqual([true, false, true]);
  expect(sameOf(pairs)).toEqual({ same: 2, of: 3 });
});

it('of what is not agreed yet nothing is counted', () => {
  const pairs = paired(own, [{ standard: 'need.asked', verdict: 'met' }], null);
  expect(sameOf(pairs)).toEqual({ same: 0, of: 1 });
  expect(sameOf(paired(own, [], null))).toBeNull();
});
