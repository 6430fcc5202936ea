import { expect, test } from 'vitest';
import { parsePackFiles } from './planned-standards.test-data.ts';
import { needingLeave, onlyAfterKept, plannedStandards, whereUpset } from './planned-standards.core.ts';

test('every planned standard is one of the packs, with the task that it has there', () => {
  const known = parsePackFiles();
  for (const { id, task } of plannedStandards) expect(known.get(id), id).toBe(task);
});

test('standards that hang on another come up after it', () => {
  const order = plannedStandards.map((one) => one.id);
  for (const [later, first] of Object.entries(onlyAfterKept))
    expect(order.indexOf(first)).toBeLessThan(order.indexOf(later));
  for (const id of [...needingLeave, whereUpset]) expect(order).toContain(id);
  expect(new Set(order).size).toBe(order.length);
});
