// Intervals by drawing whole clusters again (contacts, never their marks or turns), for figures that have no formula.
// The same seed gives the same interval.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Interval } from './rate.core.ts';
import { normalCdf, normalQuantile } from './special.core.ts';

export interface BootstrapOptions {
  /** How many clusters there are. */
  readonly clusters: number;
  /**
   * The figure when each cluster stands there as often as `copies` says (all 1 for the figure itself); null where it
   * can't be had, and that draw is left out.
   */
  readonly figure: (copies: Float64Array) => number | null;
  /** Coverage, 0 to 1 exclusive; .95 where left out. */
  readonly level?: number;
  /** 2,000 where left out. */
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * The figure's interval, bias-corrected and accelerated (BCa): B. Efron 1987, Journal of the American Statistical
 * Association 82:171, acceleration from leaving out one cluster at a time.
 * @returns null where the figure itself can't be had, or fewer than two clusters or half the draws give one
 */
export function bootstrapInterval(options: BootstrapOptions): Interval | null {
  const { clusters, figure, level = 0.95, draws = 2000, seed = 1 } = options;
  const copies = new Float64Array(clusters).fill(1);
  const whole = figure(copies);
  if (whole === null || clusters < 2) return null;
  const drawn: number[] = [];
  const random = xoroshiro128plus(seed);
  for (let draw = 0; draw < draws; draw++) {
    copies.fill(0);
    for (let pick = 0; pick < clusters; pick++) copies[uniformInt(random, 0, clusters - 1)]! += 1;
    const value = figure(copies);
    if (value !== null) drawn.push(value);
  }
  if (drawn.length < draws / 2) return null;
  drawn.sort((a, b) => a - b);
  // Ties with the figure itself count half, so that a figure with few values isn't taken for a biased one.
  const below = drawn.reduce((sum, value) => sum + (value < whole ? 1 : value === whole ? 0.5 : 0), 0);
  const share = Math.min(1 - 0.5 / drawn.length, Math.max(0.5 / drawn.length, below / drawn.length));
  const bias = normalQuantile(share);
  const acceleration = accelerationOf(options, copies);
  const end = (z: number) => {
    const moved = bias + z;
    return quantile(drawn, normalCdf(bias + moved / (1 - acceleration * moved)));
  };
  const z = normalQuantile((1 + level) / 2);
  return { low: end(-z), high: end(z) };
}

// The skewness of what each cluster does to the figure, over six: 0 where all weigh alike.
function accelerationOf({ clusters, figure }: BootstrapOptions, copies: Float64Array): number {
  const without: number[] = [];
  for (let left = 0; left < clusters; left++) {
    copies.fill(1);
    copies[left] = 0;
    const value = figure(copies);
    if (value !== null) without.push(value);
  }
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const squares = without.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  const cubes = without.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

function quantile(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length - 1)));
  const low = Math.floor(at);
  const value = sorted[low]!;
  const next = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return value + (next - value) * (at - low);
}
