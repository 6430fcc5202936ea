import { expect, it } from 'vitest';
import { fitMixedLogistic } from './mixed-logistic.ts';
import { chanceOf } from './normal-draws.ts';
import type { PooledData } from './pooled-data.ts';
import { fitPooledLogistic } from './pooled-logistic.ts';

interface Made extends PooledData {
  readonly effects: readonly number[];
}

/** Rows with columns of one kind, each there a third of the time, beside groups that differ by .5. */
function made(seed: number, rows: number, effects: readonly number[]): Made {
  const chance = chanceOf(seed);
  const levels = 12;
  const own = Array.from({ length: levels }, () => 0.5 * chance.normal());
  const columns = effects.map(() => new Float64Array(rows));
  const level = new Int32Array(rows);
  const outcome = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    level[row] = Math.floor(levels * chance.uniform());
    let eta = -0.6 + own[level[row]!]!;
    for (const [c, effect] of effects.entries()) {
      columns[c]![row] = chance.uniform() < 1 / 3 ? 1 : 0;
      eta += effect * columns[c]![row]!;
    }
    outcome[row] = chance.uniform() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
  }
  return {
    rows,
    outcome,
    effects,
    families: [
      { name: 'asked', mean: 'own', columns },
      { name: 'group', mean: 'zero', level, levels },
    ],
  };
}

it('finds effects of one kind and how alike they are', () => {
  const data = made(1, 6000, [0.6, 0.6, 0, 0.3, 0.9, 0, 0.3, 0.6]);
  const fit = fitPooledLogistic(data);
  expect(fit.converged).toBe(true);
  for (const [c, found] of fit.effects('asked').entries()) expect(Math.abs(found - data.effects[c]!)).toBeLessThan(0.2);
  expect(Math.abs(fit.mean!.estimate - 0.41)).toBeLessThan(2.5 * fit.mean!.standardError);
  expect(fit.deviation('group')).toBeGreaterThan(0.25);
  expect(fit.deviation('group')).toBeLessThan(0.8);
});

it('with one column and one grouping it is the mixed model', () => {
  const data = made(2, 3000, [0.7]);
  const [asked, group] = data.families;
  const fit = fitPooledLogistic({ ...data, families: [{ ...asked!, mean: 'zero', deviation: 100 }, group!] });
  const { columns } = asked as { columns: readonly Float64Array[] };
  const { level, levels } = group as { level: Int32Array; levels: number };
  const mixed = fitMixedLogistic({
    rows: data.rows,
    outcome: data.outcome,
    fixed: [{ name: 'asked', values: columns[0]! }],
    groups: [{ name: 'group', level, levels }],
    slopes: [],
  });
  expect(fit.effects('asked')[0]).toBeCloseTo(mixed.fixed[0]!.estimate, 1);
  expect(fit.alone('asked')[0]!.standardError).toBeCloseTo(mixed.fixed[0]!.standardError, 2);
  expect(fit.deviation('group')).toBeCloseTo(mixed.groups[0]!.deviation, 1);
});

it('draws cover what was planted, and what the data alone say is not pulled to the neighbours', () => {
  let covered = 0;
  let asked = 0;
  let named = 0;
  for (let seed = 10; seed < 30; seed++) {
    // Half have an effect: the common mean must not make the others look as if they had one.
    const data = made(seed, 1200, [0.7, 0, 0.7, 0, 0.7, 0, 0.7, 0]);
    const fit = fitPooledLogistic(data);
    const drawn = fit.draws(200, seed).map((draw) => fit.effects('asked', draw));
    for (const [c, truth] of data.effects.entries()) {
      const sorted = drawn.map((one) => one[c]!).toSorted((a, b) => a - b);
      asked++;
      if (sorted[10]! <= truth && truth <= sorted[189]!) covered++;
      const { estimate, standardError } = fit.alone('asked')[c]!;
      if (truth === 0 && estimate > 1.645 * standardError) named++;
    }
  }
  expect(covered / asked).toBeGreaterThan(0.82);
  // One in twenty of eighty is expected; more than ten would happen once in a hundred such tests.
  expect(named).toBeLessThanOrEqual(10);
});

it('a column that separates keeps a finite effect', () => {
  const outcome = Uint8Array.from({ length: 60 }, (_, row) => (row < 20 ? 1 : 0));
  const column = Float64Array.from(outcome);
  const fit = fitPooledLogistic({ rows: 60, outcome, families: [{ name: 'asked', mean: 'own', columns: [column] }] });
  expect(fit.effects('asked').every(Number.isFinite)).toBe(true);
  expect(fit.alone('asked')[0]!.standardError).toBeLessThan(1e3);
});
