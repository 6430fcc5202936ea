// What is left of a stretch of time without the holds in it, and the turn behind a moment: the same as by a look at every one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Encounter } from '../encounter.core.ts';
import { Clock } from './clock.ts';
import { firstTurnFrom, HoldTimes } from './hold-times.ts';

const moment = fc.integer({ min: 0, max: 40 });
const holds = fc.array(
  fc.record({ from: moment, to: moment, kind: fc.constantFrom('hold' as const, 'pause' as const) }),
);
const turns = fc.array(
  fc.record(
    {
      speaker: fc.constantFrom('rep' as const, 'customer' as const, 'other' as const),
      text: fc.constant('a'),
      start: moment,
    },
    { requiredKeys: ['speaker', 'text'] },
  ),
);

it('takes every hold off a stretch, in whatever order they are told, and whether they overlap or end before they begin', () => {
  fc.assert(
    fc.property(holds, moment, moment, (all, from, to) => {
      const off = all.map((one) => Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)));
      expect(new HoldTimes(all).without(from, to)).toBe(off.reduce((left, one) => left - one, to - from));
    }),
  );
});

it('finds the first turn that begins at a moment or later', () => {
  fc.assert(
    fc.property(turns, moment, (all, at) => {
      const plain = all.findIndex((one) => one.speaker !== 'other' && one.start !== undefined && one.start >= at);
      expect(firstTurnFrom(all)(at)).toBe(plain < 0 ? null : plain);
    }),
  );
});

it('measures a contact of very many turns and holds at once', { timeout: 10_000 }, () => {
  const call: Encounter = {
    channel: 'phone',
    language: 'en',
    timing: 'full',
    turns: Array.from({ length: 50_000 }, (_, at) => ({
      speaker: at % 2 === 0 ? 'rep' : 'customer',
      text: 'yes',
      start: 10 * at,
      end: 10 * at + 1,
    })),
    answers: [],
    holds: Array.from({ length: 300_000 }, (_, at) => ({ from: 2 * at + 1.5, to: 2 * at + 2, kind: 'hold' })),
    repCertainty: 1,
  };
  const clock = new Clock(call, { rep: 25_000, customer: 25_000, anyone: 50_000 });
  const lengths = (kind: 'silence' | 'reply-time' | 'hold'): unknown[] => {
    const found = clock.stretches(kind, 'anyone');
    return typeof found === 'string' ? [found] : [found.length, found[1]];
  };
  expect(lengths('silence')).toEqual([49_999, { amount: 6.5, turn: 2, from: 0 }]);
  expect(lengths('reply-time')).toEqual([49_999, { amount: 6.5, turn: 2, from: 0 }]);
  expect(lengths('hold')).toEqual([300_000, { amount: 0.5, turn: 1, from: 0 }]);
});
