// From draws to a figure with its 90 % interval.
import type { Share } from './causes-report.core.ts';

/**
 * Quantile of sorted values by linear interpolation (Hyndman and Fan 1996, type 6): one more draw would fall below it with
 * probability p. Type 7, the commonest, would hold a 90 % interval of 200 draws to 89.
 */
export function quantile(sorted: Float64Array, p: number): number {
  const at = Math.min(Math.max((sorted.length + 1) * p - 1, 0), sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/** The mean of the draws, so that shares that add up in every draw add up in the report; and the middle 90 % of them. */
export function shareFrom(draws: readonly number[]): Share {
  const sorted = Float64Array.from(draws).toSorted();
  const sum = sorted.reduce((total, one) => total + one, 0);
  return { share: sum / sorted.length, low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) };
}
