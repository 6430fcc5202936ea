import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Turn } from '../encounter.core.ts';
import { timeInTurn } from './turn-time.ts';

const text = 'let me check yes we have';
const turn = (pauses: NonNullable<Turn['pauses']>): Turn => ({ speaker: 'rep', text, start: 10, end: 34, pauses });

test('words behind a silence are timed from its end, those before it up to its beginning', () => {
  const paused = turn([{ at: 12, seconds: 20, offset: 13 }]);
  expect(timeInTurn(paused, 10, 34, 0)).toBe(10);
  expect(timeInTurn(paused, 10, 34, 7)).toBeCloseTo(11.08, 1);
  expect(timeInTurn(paused, 10, 34, 13)).toBe(32);
  expect(timeInTurn(paused, 10, 34, text.length)).toBe(34);
});

test('without a place for the silence, words are evenly spoken', () => {
  expect(timeInTurn(turn([{ at: 12, seconds: 20 }]), 10, 34, 12)).toBe(22);
});

test('time never runs back as the words go on, nor out of the turn', () => {
  const pause = fc.record({
    at: fc.integer({ min: 5, max: 40 }),
    seconds: fc.integer({ min: 0, max: 9 }),
    offset: fc.nat(24),
  });
  fc.assert(
    fc.property(fc.array(pause, { maxLength: 4 }), (pauses) => {
      const sound = pauses
        .filter((one) => one.at >= 10 && one.at + one.seconds <= 34)
        .toSorted((a, b) => a.at - b.at)
        .filter(
          (one, at, all) =>
            at === 0 || (one.at >= all[at - 1]!.at + all[at - 1]!.seconds && one.offset > all[at - 1]!.offset),
        );
      let before = 10;
      for (let offset = 0; offset <= text.length; offset++) {
        const at = timeInTurn(turn(sound), 10, 34, offset);
        expect(at).toBeGreaterThanOrEqual(before - 1e-9);
        expect(at).toBeLessThanOrEqual(34 + 1e-9);
        before = at;
      }
    }),
  );
});
