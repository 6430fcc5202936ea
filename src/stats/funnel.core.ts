// Funnel limits: how far a group's rate may stand from everybody's before it says something, given its size and given
// that groups differ a little anyway (overdispersion).
import type { Group } from './beta-binomial.core.ts';
import type { Interval } from './rate.core.ts';
import { normalQuantile } from './special.core.ts';

export interface Funnel {
  /** The rate of all groups together. */
  readonly target: number;
  /** Φ: mean squared winsorised z; about 1 where groups differ by chance alone. */
  readonly dispersion: number;
  /** τ²: variance between groups beyond chance, on the scale of the rate; 0 where there is none. */
  readonly between: number;
  readonly groups: number;
}

/** Share of the groups whose z is pulled in at each end, so that a few odd ones don't widen everybody's limits. */
const winsorised = 0.1;

/**
 * The funnel of the groups' rates, with additive overdispersion.
 * Source: D. J. Spiegelhalter 2005, "Funnel plots for comparing institutional performance", Statistics in Medicine
 * 24:1185 (over-dispersion, additive): z_i = (y_i − θ₀)/s_i, winsorised at 10 %; Φ = Σz²/I; if Φ > (I − 1)/I then
 * τ² = (IΦ − (I − 1)) / (Σw − Σw²/Σw) with w = 1/s², s² = θ₀(1 − θ₀)/n.
 * @returns null where no group has a mark
 */
export function funnel(groups: readonly Group[]): Funnel | null {
  const used = groups.filter((group) => group.n > 0);
  const marks = used.reduce((sum, group) => sum + group.n, 0);
  if (marks === 0) return null;
  const target = used.reduce((sum, group) => sum + group.k, 0) / marks;
  const unit = target * (1 - target);
  const count = used.length;
  if (unit === 0) return { target, dispersion: 0, between: 0, groups: count };
  const scores = winsorise(used.map(({ k, n }) => (k / n - target) / Math.sqrt(unit / n)));
  const dispersion = scores.reduce((sum, z) => sum + z * z, 0) / count;
  let between = 0;
  if (dispersion > (count - 1) / count && count > 1) {
    const weights = used.map(({ n }) => n / unit);
    const sum = weights.reduce((total, w) => total + w, 0);
    const squares = weights.reduce((total, w) => total + w * w, 0);
    between = (count * dispersion - (count - 1)) / (sum - squares / sum);
  }
  return { target, dispersion, between, groups: count };
}

function winsorise(scores: readonly number[]): number[] {
  const sorted = scores.toSorted((a, b) => a - b);
  const cut = Math.floor(winsorised * sorted.length);
  const low = sorted[cut] as number;
  const high = sorted[sorted.length - 1 - cut] as number;
  return scores.map((z) => Math.min(high, Math.max(low, z)));
}

/**
 * The limits for a group of n marks: θ₀ ± z √(θ₀(1 − θ₀)/n + τ²), held inside 0 to 1.
 * @param coverage 0.998 for the outer ("three sigma") limits, 0.95 for the inner ones
 */
export function funnelLimits(shape: Funnel, n: number, coverage: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const z = normalQuantile((1 + coverage) / 2);
  const half = z * Math.sqrt((shape.target * (1 - shape.target)) / n + shape.between);
  return { low: Math.max(0, shape.target - half), high: Math.min(1, shape.target + half) };
}
