// Laws of the effect test: it finds what is there, is seldom fooled by what isn't, and reads counts, not orders.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeChange, type MadeChange } from './made-changes.test-data.ts';
import { effectOf, type Effect } from './effect.core.ts';
import { effectInterval } from './effect-interval.core.ts';

const made: MadeChange = {
  sites: 12,
  fixed: 4,
  perMonth: 40,
  monthsBefore: 6,
  monthsAfter: 6,
  from: 0.2,
  to: 0.2,
  sitesDiffer: 0.3,
  monthsMove: 0,
  drift: 0,
  worstFirst: true,
};
const run = (change: MadeChange, seed: number, expected = 0.1): Effect => {
  const { cells, design } = madeChange(change, seed);
  return effectOf(cells, { ...design, expected });
};
const everFell = (effect: Effect): boolean => effect.days.some((day) => day.logFell >= Math.log(20));
const everRose = (effect: Effect): boolean => effect.days.some((day) => day.logRose >= Math.log(20));
const times = (count: number, of: (seed: number) => boolean): number =>
  Array.from({ length: count }, (_, seed) => of(seed + 1)).filter(Boolean).length;

describe('the effect of a change', () => {
  it('is found where failing was halved, and its size is near the truth', () => {
    expect(times(40, (seed) => everFell(run({ ...made, from: 0.3, to: 0.15 }, seed, 0.15)))).toBeGreaterThanOrEqual(38);
    const changes = Array.from(
      { length: 20 },
      (_, seed) => run({ ...made, from: 0.3, to: 0.15, worstFirst: false }, seed + 1, 0.15).change!,
    );
    expect(changes.reduce((sum, one) => sum + one, 0) / 20).toBeCloseTo(0.15, 1);
  });

  it('is found as harm where failing doubled', () => {
    expect(times(40, (seed) => everRose(run({ ...made, from: 0.15, to: 0.3 }, seed, 0.1)))).toBeGreaterThanOrEqual(38);
  });

  it('is seldom claimed where nothing changed, the worst sites having been picked and every day looked at', () => {
    // 120 organisations: 5 % would be 6; over 12 would be a chance of less than one in a hundred.
    expect(times(120, (seed) => everFell(run(made, seed)))).toBeLessThanOrEqual(12);
  });

  it('is seldom claimed where months of sites move by themselves', () => {
    expect(times(80, (seed) => everFell(run({ ...made, monthsMove: 0.2, perMonth: 120 }, seed)))).toBeLessThanOrEqual(
      9,
    );
  });

  it('is not claimed where everybody got better alike', () => {
    expect(times(100, (seed) => everFell(run({ ...made, drift: -0.5 }, seed)))).toBeLessThanOrEqual(10);
  });

  it('holds wealth whose mean is no more than 1 on any fixed day where nothing changed', () => {
    const wealth = Array.from({ length: 200 }, (_, seed) =>
      Math.exp(run({ ...made, monthsAfter: 2 }, seed + 1).days.at(-1)!.logFell),
    );
    expect(wealth.reduce((sum, one) => sum + one, 0) / 200).toBeLessThan(1.25);
  });

  it('does not depend on the order of contacts, days or sites in what it is given', () => {
    const { cells, design } = madeChange({ ...made, monthsBefore: 2, monthsAfter: 1 }, 3);
    const straight = effectOf(cells, { ...design, expected: 0.1 });
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = cells.day.length;
        const places = Array.from({ length: order }, (_, at) => at).toSorted(
          (a, b) => Math.sin(seed + a * 12.9898) - Math.sin(seed + b * 12.9898),
        );
        const mixed = {
          day: places.map((at) => cells.day[at]!),
          site: places.map((at) => cells.site[at]!),
          failed: places.map((at) => cells.failed[at]!),
          kept: places.map((at) => cells.kept[at]!),
        };
        expect(effectOf(mixed, { ...design, expected: 0.1 })).toEqual(straight);
      }),
      { numRuns: 10 },
    );
  });

  it('never changes what it said of a day when later days are added', () => {
    const { cells, design } = madeChange(made, 5);
    const last = Math.max(...Array.from(cells.day)) - 60;
    const keep = Array.from(cells.day, (day, at) => [day, at] as const)
      .filter(([day]) => day <= last)
      .map(([, at]) => at);
    const sooner = {
      day: keep.map((at) => cells.day[at]!),
      site: keep.map((at) => cells.site[at]!),
      failed: keep.map((at) => cells.failed[at]!),
      kept: keep.map((at) => cells.kept[at]!),
    };
    // What months do by themselves is read from all days, so it is held still here.
    const early = effectOf(sooner, { ...design, expected: 0.1, shock: 0.2 });
    const late = effectOf(cells, { ...design, expected: 0.1, shock: 0.2 });
    expect(late.days.slice(0, early.days.length)).toEqual(early.days);
  });

  it('leaves the picking days out of before', () => {
    const { cells, design } = madeChange({ ...made, worstFirst: false }, 7);
    const { from, to } = design.leftOut!;
    const worse = {
      ...cells,
      failed: Array.from(cells.failed, (failed, at) =>
        cells.day[at]! >= from && cells.day[at]! <= to ? failed + 1 : failed,
      ),
    };
    expect(effectOf(worse, { ...design, expected: 0.1 }).changedBefore).toEqual(
      effectOf(cells, { ...design, expected: 0.1 }).changedBefore,
    );
  });

  it('says when there is nobody to compare with, and when contacts from before are used up', () => {
    const { cells, design } = madeChange({ ...made, sites: 3, fixed: 3, monthsBefore: 1, monthsAfter: 8 }, 1);
    const effect = effectOf(cells, { ...design, expected: 0.1 });
    expect(effect.control).toBe(false);
    expect(effect.beforeUsedUp).toBe(true);
  });

  it('comes to nothing, not to an error, without contacts', () => {
    const none = { day: [], site: [], failed: [], kept: [] };
    const effect = effectOf(none, {
      changedFrom: [10, Number.POSITIVE_INFINITY],
      before: { from: 0, to: 10 },
      expected: 0.1,
    });
    expect(effect).toMatchObject({ days: [], change: null, standardError: null, siteMonths: 0 });
    expect(effectInterval(effect, 0.9, 100)).toBeNull();
  });

  it('takes sites that change later for unchanged until then', () => {
    const { cells, design } = madeChange({ ...made, from: 0.3, to: 0.15, worstFirst: false }, 11);
    const start = Math.min(...Array.from(design.changedFrom));
    // Every site changes in the end: those that the fix never reached, long after.
    const changedFrom = Array.from(design.changedFrom, (from) => (Number.isFinite(from) ? from : start + 150));
    const effect = effectOf(cells, { ...design, changedFrom, expected: 0.15 });
    expect(effect.control).toBe(true);
    expect(everFell(effect)).toBe(true);
  });

  it('has an interval that holds the truth on all days together', () => {
    const missed = times(100, (seed) => {
      const effect = run({ ...made, worstFirst: false }, seed);
      const at = effectInterval(effect, 0.9, 200)!;
      return at.low > 0 || at.high < 0;
    });
    expect(missed).toBeLessThanOrEqual(10);
  });
});
