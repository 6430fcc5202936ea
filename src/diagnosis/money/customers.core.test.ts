import { expect, it } from 'vitest';
import { addDays } from '../../kernel/moment.ts';
import { chanceOf } from '../../stats/normal-draws.ts';
import type { MarkRows } from '../model/mark-rows.core.ts';
import { customersAfter } from './customers.core.ts';
import { customersTold } from './customers-told.core.ts';
import type { KnownEnd } from './ends.core.ts';
import { madeMoney } from './money.test-data.ts';

const standards = 3;

/** First contacts all left undecided; each customer comes back within ten days by a chance that what was missed lowers. */
function undecided(effect: number, last = '2026-12-31'): { rows: MarkRows; known: KnownEnd[] } {
  const { rows } = madeMoney({ contacts: 900, missing: 0.5 });
  const chance = chanceOf(3);
  const known: KnownEnd[] = [];
  for (let contact = 0; contact + 1 < 900; contact += 2) {
    let missed = 0;
    for (let s = 0; s < standards; s++) missed += rows.failed[contact * standards + s]!;
    const day = addDays('2026-01-01', contact % 150);
    known.push({ contact: `c${contact}`, outcome: 'pending', customer: `k${contact}`, day });
    if (chance.uniform() < 1 / (1 + Math.exp(-1 + effect * missed)))
      known.push({ contact: `c${contact + 1}`, outcome: 'won', customer: `k${contact}`, day: addDays(day, 10) });
  }
  return { rows, known: [...known, { contact: 'c899', outcome: 'served', customer: 'last', day: last }] };
}

it('who left undecided comes back less where more was missed, and it says by how much', () => {
  const { rows, known } = undecided(0.9);
  const [back] = customersAfter(rows, known, new Set(['new-enquiry']));
  expect(back).toMatchObject({ question: 'came-back', asked: 450 });
  // Half of three missed: with all kept some 30 more of 100 would have come.
  expect(back!.change!.from).toBeGreaterThan(0.1);
  expect(back!.change!.to).toBeLessThan(0.5);
  expect(customersTold([back!])[0]).toMatch(
    /^Of 450 customers who left undecided, \d+ came back within 60 days; .* more of 100/,
  );
});

it('where missing changes nothing, it says that it can’t be told', () => {
  const { rows, known } = undecided(0);
  const [back] = customersAfter(rows, known, new Set(['new-enquiry']));
  expect(back!.change!.from).toBeLessThan(0);
  expect(back!.change!.to).toBeGreaterThan(0);
  expect(customersTold([back!])[0]).toContain('can’t be told');
});

it('customers who may still come back are not asked about yet', () => {
  const { rows, known } = undecided(0.9, '2026-03-01');
  const late = known.filter((one) => one.day! <= '2026-03-01');
  const [back] = customersAfter(rows, late, new Set(['new-enquiry']));
  expect(back!.asked).toBeLessThan(
    late.filter((one) => one.outcome === 'pending' && one.day! <= '2026-01-01').length + 5,
  );
});

it('without customers’ references there is nothing to ask, and nothing is said', () => {
  const { rows, known } = undecided(0.9);
  const answers = customersAfter(
    rows,
    known.map(({ customer: _customer, ...one }) => one),
    new Set(['new-enquiry']),
  );
  expect(answers.every((one) => one.asked === 0 && one.change === null)).toBe(true);
  expect(customersTold(answers)).toEqual([]);
});

it('too few is a sentence with what is there', () => {
  const { rows, known } = undecided(0.9);
  const [back] = customersAfter(rows, known.slice(0, 20).concat(known.at(-1)!), new Set(['new-enquiry']));
  expect(back!.change).toBeNull();
  expect(customersTold([back!])[0]).toMatch(/^Too few to tell yet: customers who left undecided/);
});
