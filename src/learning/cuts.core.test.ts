import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agreementTable, cohensKappa } from '../stats/agreement.core.ts';
import { answerOf, chooseCuts } from './cuts.core.ts';

const rows = fc.array(
  fc.record({
    truth: fc.integer({ min: 0, max: 4 }),
    low: fc.integer({ min: 0, max: 8 }),
    high: fc.integer({ min: 0, max: 8 }),
  }),
  { minLength: 5, maxLength: 60 },
);

function kappaWith(cuts: Parameters<typeof answerOf>[0], truth: Int32Array, chances: Float64Array): number {
  const said = truth.map((_, row) => answerOf(cuts, chances, row));
  return cohensKappa(agreementTable(truth, said, 5)) ?? -1;
}

it('one cut is the best of all there are', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const truth = Int32Array.from(all, (row) => row.truth);
      const chances = Float64Array.from(all, (row) => row.low / 8);
      const chosen = chooseCuts(truth, chances, { answers: 5, boundaries: [2] });
      const best = Math.max(...[...chances, 2].map((cut) => kappaWith({ ...chosen, at: [cut] }, truth, chances)));
      expect(kappaWith(chosen, truth, chances)).toBeCloseTo(best, 9);
    }),
  );
});

it('with two boundaries no single cut could be moved to a better place', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const truth = Int32Array.from(all, (row) => row.truth);
      const chances = Float64Array.from(all.flatMap((row) => [row.low / 8, row.high / 8]));
      const chosen = chooseCuts(truth, chances, { answers: 5, boundaries: [2, 3] });
      const reached = kappaWith(chosen, truth, chances);
      const moved = [...chances, 2].map((cut) => kappaWith({ ...chosen, at: [chosen.at[0]!, cut] }, truth, chances));
      expect(reached).toBeGreaterThanOrEqual(Math.max(...moved) - 1e-9);
    }),
  );
});

it('below a boundary stands the answer given most there', () => {
  const truth = Int32Array.from([1, 1, 0, 2, 2, 4, 3, 3]);
  const chances = new Float64Array(16).fill(0.5);
  expect(chooseCuts(truth, chances, { answers: 5, boundaries: [2, 3] }).gives).toEqual([1, 2, 3]);
});
