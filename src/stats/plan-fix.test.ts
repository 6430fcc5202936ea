// The wait for a proof, planned: as long as it then takes, longer for less, and told where it never comes.
import { expect, it } from 'vitest';
import { madeChange } from './made-changes.test-data.ts';
import { effectOf } from './effect.core.ts';
import { planFix, type FixFlow } from './plan-fix.ts';

const flow: FixFlow = {
  changedSites: 5,
  unchangedSites: 15,
  changedPerDay: (5 * 40) / 28,
  unchangedPerDay: (15 * 40) / 28,
  beforeDays: 336,
  from: 0.2,
  to: 0.1,
};

it('foresees the wait that the effect test then has', () => {
  const planned = planFix(flow);
  const waits = Array.from({ length: 120 }, (_, seed) => {
    const { cells, design } = madeChange(
      {
        sites: 20,
        fixed: 5,
        perMonth: 40,
        monthsBefore: 12,
        monthsAfter: 8,
        from: 0.2,
        to: 0.1,
        sitesDiffer: 0,
        monthsMove: 0.2,
        drift: 0,
        worstFirst: false,
      },
      seed + 1,
    );
    const start = Math.min(...Array.from(design.changedFrom));
    const proved = effectOf(cells, { ...design, expected: 0.1 }).days.find((day) => day.logFell >= Math.log(20));
    return proved ? proved.day - start + 1 : Number.POSITIVE_INFINITY;
  }).toSorted((a, b) => a - b);
  expect(Math.abs(waits[60]! / planned.median!.days - 1)).toBeLessThan(0.35);
  expect(Math.abs(waits[96]! / planned.fourInFive!.days - 1)).toBeLessThan(0.35);
});

it('waits longer for a smaller change, fewer contacts, and fewer sites', () => {
  const days = (change: Partial<FixFlow>): number => planFix({ ...flow, ...change }).fourInFive!.days;
  expect(days({ to: 0.14 })).toBeGreaterThan(days({}));
  expect(days({ changedPerDay: 3, unchangedPerDay: 9 })).toBeGreaterThan(days({}));
  expect(days({ changedSites: 1, unchangedSites: 3 })).toBeGreaterThan(days({}));
});

it('is the same on every run', () => {
  expect(planFix(flow)).toEqual(planFix(flow));
});

it('says that a change too small for the flow is never proved, and so where nothing is expected', () => {
  const tiny = planFix({ ...flow, from: 0.05, to: 0.045, changedPerDay: 0.5, unchangedPerDay: 1 });
  expect(tiny.fourInFive).toBeNull();
  expect(tiny.provable).toBeLessThan(0.2);
  expect(planFix({ ...flow, to: 0.2 })).toMatchObject({ fixed: null, median: null, fourInFive: null, provable: 0 });
});
