import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdMark, tidyHolds } from './holds.core.ts';

test.each([
  '[hold]',
  '(Hold music)',
  '[ON HOLD]',
  '♪',
  '♪♪ [Music] ♪♪',
  '*hold music playing*',
  '[Customer placed on hold]',
  '[call on hold 0:45]',
  '[music]',
])('%s stands for a hold', (text) => expect(holdMark(text)).toBe('hold'));
test.each(['[recording paused]', '(Recording has been stopped)', '[pause in recording]', '[PCI pause]'])(
  '%s stands for paused recording',
  (text) => expect(holdMark(text)).toBe('pause'),
);
test.each([
  'hold',
  'please hold',
  'Hold music',
  '[inaudible]',
  '[pause]',
  '[laughs]',
  '[hold] okay thanks',
  '[I was on hold for an hour]',
  '[NAME 1]',
  '',
])('%s is words, or nothing of the kind', (text) => expect(holdMark(text)).toBeNull());

test('tidied holds cover what they covered, in order and apart', () => {
  const hold = fc
    .record({
      from: fc.nat(50),
      length: fc.integer({ min: 1, max: 20 }),
      kind: fc.constantFrom('hold' as const, 'pause' as const),
    })
    .map(({ from, length, kind }) => ({ from, to: from + length, kind }));
  const covers = (holds: readonly { from: number; to: number }[], at: number): boolean =>
    holds.some((one) => one.from <= at && at < one.to);
  fc.assert(
    fc.property(fc.array(hold, { maxLength: 8 }), (holds) => {
      const tidy = tidyHolds(holds);
      for (let at = 0; at < 75; at++) expect(covers(tidy, at)).toBe(covers(holds, at));
      tidy.forEach((one, index) => {
        expect(one.to).toBeGreaterThan(one.from);
        if (index > 0) expect(one.from).toBeGreaterThanOrEqual(tidy[index - 1]!.to);
      });
      expect(tidyHolds(tidy)).toEqual(tidy);
    }),
  );
});
