import { describe, expect, it } from 'vitest';
import { chance, fitLogistic, logOdds } from './logistic.core.ts';
import { SparseRowsBuilder } from './sparse-rows.core.ts';

function rowsOf(...rows: readonly (readonly [number, number])[][]) {
  const builder = new SparseRowsBuilder();
  for (const row of rows) {
    for (const [column, value] of row) builder.put(column, value);
    builder.endRow();
  }
  return builder.build();
}

describe('fitLogistic', () => {
  it('with a weak penalty finds the odds that the counts give', () => {
    // Three of four yes with the column, one of four without.
    const rows = rowsOf([[0, 1]], [[0, 1]], [[0, 1]], [[0, 1]], [], [], [], []);
    const { weights, intercept } = fitLogistic(rows, [1, 1, 1, 0, 1, 0, 0, 0], { columns: 1, penalty: 1e-6 });
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 1);
    expect(weights[0]! + intercept).toBeCloseTo(Math.log(3), 1);
  });
  it('ends where the penalised likelihood is flat', () => {
    const rows = rowsOf(
      [[0, 1]],
      [
        [0, 1],
        [1, -2],
      ],
      [[1, 0.5]],
      [[2, 1]],
      [
        [0, -1],
        [2, 2],
      ],
      [],
    );
    const targets = [1, 0, 0.5, 1, 0, 1];
    const penalty = 0.3;
    const model = fitLogistic(rows, targets, { columns: 3, penalty });
    const odds = logOdds(model, rows);
    for (let column = 0; column < 3; column++) {
      let slope = penalty * model.weights[column]!;
      for (let row = 0; row < rows.count; row++)
        for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++)
          if (rows.columns[i] === column) slope += (chance(odds[row]!) - targets[row]!) * rows.values[i]!;
      expect(Math.abs(slope)).toBeLessThan(0.02);
    }
  });
  it('a stronger penalty gives smaller weights, and the mean stays right', () => {
    const rows = rowsOf([[0, 1]], [[0, 1]], [], []);
    const size = (penalty: number) => Math.abs(fitLogistic(rows, [1, 1, 0, 0], { columns: 1, penalty }).weights[0]!);
    expect(size(10)).toBeLessThan(size(1));
    const { intercept } = fitLogistic(rows, [1, 0, 0, 0], { columns: 1, penalty: 1e6 });
    expect(chance(intercept)).toBeCloseTo(0.25, 2);
  });
  it('does not overflow where rows are told apart wholly', () => {
    const rows = rowsOf([[0, 1000]], [[0, -1000]]);
    const model = fitLogistic(rows, [1, 0], { columns: 1, penalty: 1e-9 });
    expect(model.weights.every(Number.isFinite)).toBe(true);
    expect(chance(logOdds(model, rows)[0]!)).toBeGreaterThan(0.9);
  });
});
