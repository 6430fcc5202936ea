import { expect, it } from 'vitest';
import { priceOf } from './price.core.ts';

const won = (worth: number) => ({ contact: `c${worth}`, outcome: 'won' as const, worth });

it('one enquiry that outweighs all others is said', () => {
  const usual = Array.from({ length: 20 }, (_, at) => won(1_000 + at));
  expect(priceOf(usual, undefined)!.worth.ofOne).toBeUndefined();
  expect(priceOf([...usual, won(1e11)], undefined)!.worth.ofOne).toBeGreaterThan(0.99);
});
