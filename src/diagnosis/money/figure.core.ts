// A figure with the range that it likely lies in.

export interface Figure {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** Ranges hold nine times in ten. */
export const level = 0.9;

/** Mean of the draws, with the middle nine tenths of them. */
export function figureOf(draws: Float64Array): Figure {
  const sorted = Float64Array.from(draws).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const value = draws.reduce((sum, one) => sum + one, 0) / Math.max(1, draws.length);
  return { value, from: at((1 - level) / 2), to: at((1 + level) / 2) };
}

/** The same in another unit. @param by above 0 */
export function scaled({ value, from, to }: Figure, by: number): Figure {
  return { value: value * by, from: from * by, to: to * by };
}
