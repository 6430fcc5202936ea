// What is said to excuse a failure, as columns: the customer, the price, the product, the place, the hour, the moon and a
// coin. The part of a name before the dot groups columns into one excuse.
import { commonest, products } from './plan/customers.ts';
import { isNearFullMoon } from '../diagnosis/model/moon.core.ts';
import type { Moment } from '../kernel/moment.ts';
import type { PlannedMood } from './planned.core.ts';

export interface PlannedExcuse {
  readonly id: string;
  readonly says: string;
  readonly control?: true;
  readonly variesBy: 'site' | 'row';
  readonly value: (told: Told) => number;
}

/** What excuses are read from. */
export interface Told {
  readonly mood: PlannedMood;
  readonly product: number;
  /** Log of the price over the product's usual one. */
  readonly dear: number;
  readonly locationClass: string;
  readonly hour: number;
  readonly at: Moment;
  readonly coin: boolean;
}

const yes = (is: boolean) => (is ? 1 : 0);

export const plannedExcuses: readonly PlannedExcuse[] = [
  {
    id: 'customer.upset',
    says: 'the customer came in upset',
    variesBy: 'row',
    value: (told) => yes(told.mood === 'upset'),
  },
  {
    id: 'customer.hurried',
    says: 'the customer was in a hurry',
    variesBy: 'row',
    value: (told) => yes(told.mood === 'hurried'),
  },
  ...products.flatMap(({ name }, index): PlannedExcuse[] =>
    index === commonest
      ? []
      : [
          {
            id: `product.${name}`,
            says: `a ${name} was asked for`,
            variesBy: 'row',
            value: (told) => yes(told.product === index),
          },
        ],
  ),
  { id: 'price.high', says: 'the price was above the usual', variesBy: 'row', value: (told) => told.dear },
  ...['downtown', 'highway'].map((name): PlannedExcuse => ({
    id: `location.${name}`,
    says: `the site is of the class ${name}`,
    variesBy: 'site',
    value: (told) => yes(told.locationClass === name),
  })),
  { id: 'hour.early', says: 'before ten', variesBy: 'row', value: (told) => yes(told.hour < 10) },
  { id: 'hour.late', says: 'five or later', variesBy: 'row', value: (told) => yes(told.hour >= 17) },
  {
    id: 'moon.full',
    says: 'the moon was full',
    control: true,
    variesBy: 'row',
    value: (told) => yes(isNearFullMoon(told.at)),
  },
  {
    id: 'voodoo.coin',
    says: 'a coin that was thrown',
    control: true,
    variesBy: 'row',
    value: (told) => yes(told.coin),
  },
];
