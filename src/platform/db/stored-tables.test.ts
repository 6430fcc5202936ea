import { describe, expect, it } from 'vitest';
import { inOrder } from './stored-tables.ts';

describe('the order of tables', () => {
  it('puts parents before children', () => {
    const { names, deferred } = inOrder(
      ['a', 'b', 'c'],
      [
        { constraint: 'a_b', child: 'a', parent: 'b' },
        { constraint: 'b_c', child: 'b', parent: 'c' },
      ],
    );
    expect(names).toEqual(['c', 'b', 'a']);
    expect(deferred).toEqual([]);
  });

  it('defers what no order can satisfy: a table that points at itself, and a circle', () => {
    const { names, deferred } = inOrder(
      ['a', 'b', 'self'],
      [
        { constraint: 'a_b', child: 'a', parent: 'b' },
        { constraint: 'b_a', child: 'b', parent: 'a' },
        { constraint: 'self_self', child: 'self', parent: 'self' },
      ],
    );
    expect(names.toSorted((one, two) => one.localeCompare(two))).toEqual(['a', 'b', 'self']);
    expect(deferred).toContain('self_self');
    expect(deferred.filter((name) => name !== 'self_self')).toHaveLength(1);
  });
});
