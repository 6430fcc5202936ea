// What is said to have turned in a week, and what is left to chance.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { whatTurned, type StandardWeeks } from './turned.core.ts';

const steady = (failed: number, met: number, weeks = 8) => Array.from({ length: weeks }, () => ({ failed, met }));
const one = (standard: string, week: StandardWeeks['week'], before = steady(20, 30)): StandardWeeks => ({
  standard,
  week,
  before,
});

it('a large change of one standard is told with its share before; a small one is not', () => {
  const [told, ...others] = whatTurned([
    one('asked', { failed: 5, met: 45 }),
    one('greeted', { failed: 19, met: 31 }),
    one('thanked', { failed: 22, met: 28 }),
  ]);
  expect(others).toEqual([]);
  expect(told).toMatchObject({ standard: 'asked', how: 'better', failed: 5, of: 50, share: 0.1, before: 0.4 });
  expect(told!.range.low).toBeLessThan(0.1);
  expect(told!.range.high).toBeGreaterThan(0.1);
});

it('nothing is told of few marks, nor of what never failed', () => {
  expect(whatTurned([one('asked', { failed: 3, met: 0 })])).toEqual([]);
  expect(whatTurned([one('asked', { failed: 10, met: 0 }, steady(1, 1, 3))])).toEqual([]);
  expect(whatTurned([one('asked', { failed: 0, met: 50 }, steady(0, 50))])).toEqual([]);
  expect(whatTurned([])).toEqual([]);
});

it('where weeks differ much anyway, a week as wild as they is nothing new', () => {
  const wild = Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? { failed: 5, met: 45 } : { failed: 35, met: 15 }));
  expect(whatTurned([one('asked', { failed: 5, met: 45 }, wild)])).toEqual([]);
});

it('what got worse is told as it is, and what changed most marks comes first', () => {
  const told = whatTurned([
    one('small', { failed: 12, met: 0 }, steady(10, 90)),
    one('large', { failed: 180, met: 20 }, steady(80, 120)),
  ]);
  expect(told.map(({ standard, how }) => [standard, how])).toEqual([
    ['large', 'worse'],
    ['small', 'worse'],
  ]);
});

it('of forty standards in which nothing changed, hardly a week tells of any', () => {
  // Binomial weeks by a fixed source: the count of weeks with a false word is itself known.
  let state = 7;
  const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const drawn = (): { failed: number; met: number } => {
    const failed = Array.from({ length: 40 }, chance).filter((value) => value < 0.3).length;
    return { failed, met: 40 - failed };
  };
  const weeks = Array.from({ length: 60 }, () =>
    whatTurned(
      Array.from({ length: 40 }, (_, nth) => ({
        standard: `s${nth}`,
        week: drawn(),
        before: Array.from({ length: 8 }, drawn),
      })),
    ),
  );
  expect(weeks.filter((told) => told.length > 0).length).toBeLessThanOrEqual(9);
});

it('turning the verdicts round turns better into worse', () => {
  const counts = fc.record({ met: fc.nat(80), failed: fc.nat(80) });
  fc.assert(
    fc.property(counts, fc.array(counts, { minLength: 4, maxLength: 8 }), (week, before) => {
      const round = ({ met, failed }: typeof week) => ({ met: failed, failed: met });
      const [told] = whatTurned([{ standard: 's', week, before }]);
      const [turned] = whatTurned([{ standard: 's', week: round(week), before: before.map(round) }]);
      expect(turned?.how).toBe(told && (told.how === 'better' ? 'worse' : 'better'));
    }),
  );
});
