// How much months of sites move by themselves: found where it was planted, none where it wasn't.
import { expect, it } from 'vitest';
import { wobbleOf } from './effect-wobble.core.ts';
import { madeChange, type MadeChange } from './made-changes.test-data.ts';

const made: MadeChange = {
  sites: 15,
  fixed: 1,
  perMonth: 60,
  monthsBefore: 9,
  monthsAfter: 1,
  from: 0.3,
  to: 0.3,
  sitesDiffer: 0.3,
  monthsMove: 0,
  drift: 0,
  worstFirst: false,
};
const mean = (change: Partial<MadeChange>, use: (site: number, day: number) => boolean = () => true): number => {
  const found = Array.from({ length: 8 }, (_, seed) => {
    const { cells } = madeChange({ ...made, ...change }, seed + 1);
    return wobbleOf(cells, 28, (at) => use(cells.site[at]!, cells.day[at]!))!;
  });
  return found.reduce((sum, one) => sum + one, 0) / found.length;
};

it('is near what was planted', () => {
  expect(mean({})).toBeLessThan(0.12);
  expect(mean({ monthsMove: 0.2 })).toBeGreaterThan(0.14);
  expect(mean({ monthsMove: 0.2 })).toBeLessThan(0.26);
  expect(mean({ monthsMove: 0.5 })).toBeGreaterThan(0.4);
});

it('takes no common fall for it, also where half of the sites are not there to see it', () => {
  const late = (9 + 3) * 28;
  expect(mean({ monthsAfter: 5, drift: -1 }, (site, day) => site < 8 || day < late)).toBeLessThan(0.16);
});

it('is not told from a handful of counts', () => {
  const cells = { day: [0, 30], site: [0, 0], failed: [1, 2], kept: [3, 3] };
  expect(wobbleOf(cells, 28, () => true)).toBeNull();
});
