import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timesOf } from './times.core.ts';

const turn = (speaker: 'rep' | 'customer' | 'other', start: number, end: number) => ({
  speaker,
  text: 'x',
  start,
  end,
});

it('counts who spoke, silence between them and time on hold', () => {
  const times = timesOf({
    timing: 'full',
    turns: [turn('rep', 2, 6), turn('customer', 7, 12), turn('rep', 32, 40)],
    holds: [{ from: 12, to: 30, kind: 'hold' }],
    durationSeconds: 45,
  });
  expect(times).toEqual({ seconds: 45, rep: 12, customer: 5, other: 0, silence: 5, after: 5, onHold: 18, paused: 0 });
});

it('takes a pause inside a turn for silence', () => {
  const times = timesOf({
    timing: 'full',
    turns: [{ ...turn('rep', 0, 10), pauses: [{ at: 3, seconds: 4 }] }],
  });
  expect(times).toMatchObject({ seconds: 10, rep: 6, silence: 4 });
});

it('says nothing where the clock of the turns is not known', () => {
  expect(timesOf({ timing: 'starts', turns: [turn('rep', 0, 1)] })).toBeNull();
  expect(timesOf({ timing: 'full', turns: [] })).toBeNull();
});

it('never gives a negative time, nor more silence than there was time', () => {
  const turns = fc.array(
    fc
      .tuple(fc.constantFrom('rep' as const, 'customer' as const), fc.nat(500), fc.nat(60))
      .map(([who, from, long]) => ({
        ...turn(who, from, from + long),
        pauses: long > 4 ? [{ at: from + 1, seconds: 3 }] : [],
      })),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(turns, fc.array(fc.tuple(fc.nat(500), fc.nat(90)), { maxLength: 3 }), (said, held) => {
      const holds = held.map(([from, long]) => ({ from, to: from + long, kind: 'hold' as const }));
      const times = timesOf({ timing: 'full', turns: said, holds })!;
      for (const value of Object.values(times)) expect(value).toBeGreaterThanOrEqual(0);
      expect(times.silence).toBeLessThanOrEqual(times.seconds - times.after);
    }),
  );
});
