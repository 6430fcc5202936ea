// How far to believe the model against the shrunk mean: as far as it did better over the months that are known already.
import { type CellForecast, leastPrevented, type Reason } from './forecast.core.ts';
import type { Count } from './windows.core.ts';

/** A cell's two forecasts for a month that is over, and what came. */
export interface Settled {
  readonly model: number;
  readonly mean: number;
  readonly came: Count;
}

/** Belief before anything is known, as the mean and deviation of a normal distribution. */
const belief = { mean: 0.6, deviation: 0.4 } as const;

/**
 * Weight of the model between 0 and 1: least squares of what came, less the mean, on the model less the mean, each cell weighted
 * by its marks, drawn towards a belief by how little that tells (stacking: Wolpert 1992; here with a normal prior).
 */
export function modelWeight(settled: readonly Settled[]): number {
  let across = 0;
  let squares = 0;
  let noise = 0;
  for (const { model, mean, came } of settled) {
    if (came.n === 0) continue;
    const apart = model - mean;
    across += came.n * apart * (came.k / came.n - mean);
    squares += came.n * apart * apart;
    noise += came.n * apart * apart * mean * (1 - mean);
  }
  if (squares === 0) return belief.mean;
  const told = (squares * squares) / Math.max(noise, 1e-12);
  const before = 1 / belief.deviation ** 2;
  const weight = (told * (across / squares) + before * belief.mean) / (told + before);
  return Math.min(1, Math.max(0, weight));
}

/** The forecasts with the model weighted so. */
export function weighted(cells: readonly CellForecast[], weight: number): CellForecast[] {
  return cells.map((one) => {
    const rate = one.sixMonths + weight * (one.model - one.sixMonths);
    return { ...one, rate, reasons: within(rate, one) };
  });
}

/**
 * Reasons as parts of the rate that is expected. The model gave each as a part of its own rate, with the others as they are:
 * where less is expected each is less by as much, and where several stand in the way of the same marks they share them.
 */
function within(rate: number, { model, reasons }: CellForecast): Reason[] {
  const most = Math.min(1, model > 0 ? rate / model : 0);
  const together = most * reasons.reduce((sum, one) => sum + one.prevents, 0);
  const part = together > rate ? most * (rate / together) : most;
  return reasons
    .map((one) => ({ ...one, prevents: one.prevents * part, change: one.change * part }))
    .filter((one) => one.prevents >= leastPrevented);
}

/** What came of a forecast's cells. */
export function settle(
  cells: readonly CellForecast[],
  came: (cell: CellForecast) => Count | undefined,
): { cell: CellForecast; settled: Settled }[] {
  return cells.flatMap((cell) => {
    const count = came(cell);
    return count ? [{ cell, settled: { model: cell.model, mean: cell.sixMonths, came: count } }] : [];
  });
}
