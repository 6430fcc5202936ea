import { describe, expect, it } from 'vitest';
import { targetsBelow, toExamples } from './examples.core.ts';
import { selectRows, SparseRowsBuilder } from './sparse-rows.core.ts';

const builder = new SparseRowsBuilder();
for (let row = 0; row < 4; row++) {
  for (let column = 0; column <= row; column++) builder.put(column, row + column / 10);
  builder.endRow();
}
const rows = builder.build();

describe('examples', () => {
  const ratings = [[2, 1, 1], [1, 2], [4], [2, 2, 1, 1, 3]];
  const examples = toExamples(rows, 4, { answers: 5, ratings, contacts: Int32Array.from([0, 0, 1, 1]) });
  it('take the answer given most, of two given alike the lower', () => {
    expect([...examples.truth]).toEqual([1, 1, 4, 1]);
  });
  it('aim half at the answer that stands, half at the share of raters', () => {
    const targets = [...targetsBelow(examples, 2, [0, 1, 2, 3])];
    for (const [at, target] of [(1 + 2 / 3) / 2, 0.75, 0, (1 + 2 / 5) / 2].entries())
      expect(targets[at]).toBeCloseTo(target, 6);
  });
});

describe('sparse rows', () => {
  it('are picked in the order asked for, also twice', () => {
    const picked = selectRows(rows, [2, 0, 2]);
    expect(picked.count).toBe(3);
    expect([...picked.columns]).toEqual([0, 1, 2, 0, 0, 1, 2]);
    expect(picked.values[1]).toBeCloseTo(2.1, 6);
    expect(picked.starts).toEqual(Int32Array.from([0, 3, 4, 7]));
  });
  it('stay as they were built when the builder goes on, past the room it began with', () => {
    const more = new SparseRowsBuilder();
    more.put(7, 1);
    more.endRow();
    const before = more.build();
    for (let row = 0; row < 3000; row++) {
      for (let column = 0; column < 40; column++) more.put(column, 2);
      more.endRow();
    }
    more.scale(more.size - 40, 0.5);
    const after = more.build();
    expect(before.count).toBe(1);
    expect([after.count, after.columns.length, after.columns[0]]).toEqual([3001, 120_001, 7]);
    expect([after.values.at(-41), after.values.at(-1)]).toEqual([2, 1]);
  });
});
