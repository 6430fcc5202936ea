import { describe, expect, it } from 'vitest';
import { levels, makeRows } from './mark-rows.test-data.ts';
import { misread } from './misreading.core.ts';

const size = 4000;

/** Every tenth contact is looked at by a reviewer; the machine takes all that the first three people do for a miss half the time. */
function rows(misreads: boolean) {
  const reviewed = (row: number): boolean => Math.floor(row / 4) % 10 === 0;
  const made = makeRows({
    size,
    seed: 7,
    linear: (row) => (misreads && Math.floor(row / 4) % 12 < 3 && !reviewed(row) ? 0.5 : -1.5),
  });
  return {
    ...made,
    // People who come round every twelve contacts would be reviewed by twos and fives only.
    person: levels(size, 'p', 12, (row) => Math.floor(row / 4) % 12),
    marker: levels(size, 'm', 2, (row) => (reviewed(row) ? 1 : 0)),
  };
}

/** What a model fits that knows people and not who is misread. */
function fitted(misreads: boolean): Float64Array {
  return Float64Array.from({ length: size }, (_, row) => (misreads && Math.floor(row / 4) % 12 < 3 ? 0.3 : -1.5));
}

describe('a marker that misreads how some people speak', () => {
  it('is told where another marker says otherwise of the same people', () => {
    expect(misread(rows(true), fitted(true)).map((one) => one.kind)).toEqual(['marker']);
  });

  it('is not told where both say the same, nor where there is one marker', () => {
    expect(misread(rows(false), fitted(false))).toEqual([]);
    expect(misread(makeRows({ size }), new Float64Array(size))).toEqual([]);
  });
});
