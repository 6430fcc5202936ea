import { describe, expect, it } from 'vitest';
import { exposureColumns } from './exposure-columns.core.ts';
import { chanceFrom, exposure, makeRows } from './mark-rows.test-data.ts';
import { pooledSlopes } from './own-slopes.core.ts';

/** Rows of eight standards in turn, half failed; the exposure stands where `value` says. */
function asked(size: number, value: (row: number) => number, id = 'procedure.missing', unit?: string) {
  const rows = makeRows({ size, exposures: [exposure(id, size, value, unit ? { reference: 1, unit } : {})] });
  return { rows, exposures: exposureColumns(rows).asked };
}

const toss = (part: number, seed = 7): ((row: number) => number) => {
  const chance = chanceFrom(seed);
  return () => (chance() < part ? 1 : 0);
};

describe('slopes of their own', () => {
  it('are for standards marked often enough with and without', () => {
    const coin = toss(0.5);
    // Standard 0 always stands under it, standard 1 never, the others by a coin.
    const { rows, exposures } = asked(1600, (row) => (row % 8 === 0 ? 1 : row % 8 === 1 ? 0 : coin(row)));
    const [slope] = pooledSlopes(exposures, rows.standard, rows.failed);
    expect([...slope!.among!]).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
  });

  it('are for nobody where under three standards could tell one', () => {
    const coin = toss(0.5);
    const { rows, exposures } = asked(1600, (row) => (row % 8 < 2 ? coin(row) : 0));
    expect(pooledSlopes(exposures, rows.standard, rows.failed)).toEqual([]);
  });

  it('need marks that tell: a rare exposure, or failures that hardly ever happen, tell little', () => {
    const rare = asked(800, toss(0.1));
    const often = asked(800, toss(0.5));
    const told = ({ rows, exposures }: typeof rare, failed = rows.failed): number =>
      pooledSlopes(exposures, rows.standard, failed)
        .flatMap(({ among }) => [...among!])
        .reduce((sum, one) => sum + one, 0);
    expect(told(rare)).toBeLessThan(told(often));
    const hardly = often.rows.failed.map((_, row) => (row % 101 === 0 ? 1 : 0));
    expect(told(often)).toBe(8);
    expect(told(often, hardly)).toBe(0);
  });

  it('do not depend on the unit of an amount', () => {
    const chance = chanceFrom(3);
    const months = Array.from({ length: 900 }, () => 6 * chance());
    const one = asked(900, (row) => months[row]!, 'training.since-practice', 'months');
    const slopes = pooledSlopes(one.exposures, one.rows.standard, one.rows.failed);
    const days = one.exposures.map((asking) => ({
      ...asking,
      column: { ...asking.column, values: asking.column.values.map((value) => value * 30) },
      beyond: asking.beyond.map((value) => value * 30),
    }));
    expect(pooledSlopes(days, one.rows.standard, one.rows.failed)).toEqual(slopes);
    expect(slopes).toHaveLength(1);
  });
});
