import { expect, it } from 'vitest';
import { addedUp } from './erased-too.core.ts';

const row = (month: string, standard: string, met: number, failed: number) => ({ standard, month, met, failed });

it('counts of the same place are added, others stand beside them', () => {
  const found = addedUp(
    [row('2026-02', 'a', 3, 1), row('2026-02', 'b', 1, 0)],
    [row('2026-02', 'a', 2, 2), row('2025-12', 'a', 5, 5)],
    ['met', 'failed'],
  );
  expect(found).toHaveLength(3);
  expect(found).toEqual(
    expect.arrayContaining([row('2026-02', 'a', 5, 3), row('2026-02', 'b', 1, 0), row('2025-12', 'a', 5, 5)]),
  );
});

it('where nothing was erased the rows are the very ones given', () => {
  const rows = [row('2026-02', 'b', 1, 0), row('2026-01', 'a', 1, 0)];
  expect(addedUp(rows, [], ['met', 'failed'])).toBe(rows);
});
