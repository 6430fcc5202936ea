import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logistic } from './causal-model.ts';
import { type Player, players } from './exposures.core.ts';
import { planOrganisation } from './plan-organisation.ts';
import { shippedScenario } from './shipped-scenarios.ts';
import { trueShares } from './true-shares.ts';

function rowsOf(rows: readonly (readonly [chance: number, parts: Partial<Record<Player, number>>])[]) {
  return {
    size: rows.length,
    chance: Float64Array.from(rows, (row) => row[0]),
    parts: Object.fromEntries(
      players.map((player) => [player, Float64Array.from(rows, (row) => row[1][player] ?? 0)]),
    ) as Record<Player, Float64Array>,
  };
}

const row = fc.tuple(
  fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  fc.record(
    Object.fromEntries(players.map((player) => [player, fc.double({ min: -1, max: 2, noNaN: true })])) as Record<
      Player,
      fc.Arbitrary<number>
    >,
  ),
);

test('shares and what is unexplained add up to one', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const { shares, unexplained } = trueShares(rowsOf(rows));
      expect(players.reduce((sum, player) => sum + shares[player], unexplained)).toBeCloseTo(1, 9);
    }),
  );
});

test('a single cause has the failures that would not have happened without it', () => {
  const { expected, shares, unexplained } = trueShares(
    rowsOf([
      [0.5, { policy: 1 }],
      [0.2, {}],
    ]),
  );
  expect(expected).toBeCloseTo(0.7, 12);
  expect(shares.policy).toBeCloseTo((0.5 - logistic(-1)) / 0.7, 12);
  expect(shares.training).toBe(0);
  expect(unexplained).toBeCloseTo(1 - shares.policy, 12);
});

test('two players who add the same have the same share', () => {
  const { shares } = trueShares(
    rowsOf([
      [0.6, { policy: 0.7, management: 0.7 }],
      [0.3, { management: 0.2, policy: 0.2 }],
    ]),
  );
  expect(shares.policy).toBeCloseTo(shares.management, 12);
});

test('where nothing was planted, nothing but people by chance has a share', () => {
  const file = shippedScenario('luck');
  const small = { ...file, ranges: { ...file.ranges, sizes: { ...file.ranges.sizes, days: [60, 60] as const } } };
  const { shares } = trueShares(planOrganisation(small, 9).rows);
  for (const player of players) if (player !== 'personnel') expect(Math.abs(shares[player])).toBeLessThan(1e-12);
});

test('without a failure there is nothing to share', () => {
  expect(trueShares(rowsOf([])).unexplained).toBe(1);
});
