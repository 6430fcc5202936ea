import { expect, test } from 'vitest';
import { drawScenario } from '../scenario/draw-scenario.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { Customers } from './customers.ts';

const scenario = drawScenario(readScenario('scenario: any'), 1);

/** Of 300 who were left undecided, each with so many of ten standards missed, how many come back within 2,000 enquiries? */
function backAfter(missed: number): number {
  const customers = new Customers(scenario, 5, { id: 'bay', index: 0 });
  const undecided = new Set<string>();
  while (undecided.size < 300) {
    const one = customers.next('enquiry');
    if (!undecided.has(one.id)) customers.served(one, { kind: 'enquiry', missed, marked: 10, outcome: 'pending' });
    undecided.add(one.id);
  }
  const back = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    const one = customers.next('enquiry');
    if (undecided.has(one.id)) back.add(one.id);
  }
  return back.size;
}

test('those who were served badly come back less', () => {
  expect(backAfter(9)).toBeLessThan(backAfter(1) / 3);
});

test('of tenants the one who was served worst is likelier to leave, and is gone then', () => {
  const customers = new Customers(scenario, 6, { id: 'bay', index: 0 });
  const tenants = Array.from({ length: 60 }, () => customers.next('billing'));
  const known = [...new Set(tenants)];
  known.forEach((one, i) =>
    customers.served(one, { kind: 'billing', missed: i % 2 === 0 ? 9 : 0, marked: 10, outcome: 'served' }),
  );
  const left: string[] = [];
  let well = 0;
  let badly = 0;
  for (let i = 0; i < 12; i++) {
    const one = customers.next('cancellation');
    expect(left).not.toContain(one.id);
    if (known.includes(one)) {
      if (one.missed > 0) badly++;
      else well++;
    }
    customers.served(one, { kind: 'cancellation', missed: 0, marked: 3, outcome: 'served' });
    left.push(one.id);
  }
  expect(badly).toBeGreaterThan(well);
});
