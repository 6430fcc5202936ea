import { expect, it } from 'vitest';
import { partOfCost } from './part-of-cost.core.ts';

const money = { value: 1000, from: 400, to: 1600 };
const report = {
  currency: 'USD',
  confounded: false,
  standards: [
    { standard: 'asked', stands: true, money },
    { standard: 'thanked', stands: false, money },
    { standard: 'named', stands: true, money: null },
    { standard: 'helped', stands: true, money: { value: 10, from: -5, to: 25 } },
  ],
};

it('a part of the misses costs that part', () => {
  expect(partOfCost(report, 'asked', 0.25)).toEqual({ currency: 'USD', money: { value: 250, from: 100, to: 400 } });
  expect(partOfCost(report, 'asked')!.money).toEqual(money);
});

it('says nothing of what may be chance, of what has no price, or where the data speak against themselves', () => {
  for (const standard of ['thanked', 'named', 'helped', 'unknown']) expect(partOfCost(report, standard)).toBeNull();
  expect(partOfCost({ ...report, confounded: true }, 'asked')).toBeNull();
  expect(partOfCost(report, 'asked', 0)).toBeNull();
});
