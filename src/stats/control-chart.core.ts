// Charts of a process: where its centre is, and how far a point may lie from it before it says something. Individuals
// (XmR), shares (p) and shares whose groups differ a little anyway (Laney's p').
import type { Interval } from './rate.core.ts';

export interface ChartPoint extends Interval {
  readonly value: number;
  /** On which side of its limits the point lies; null inside. */
  readonly outside: 'below' | 'above' | null;
}

export interface Chart {
  readonly centre: number;
  readonly points: readonly ChartPoint[];
}

export interface IndividualsChart extends Chart {
  readonly meanRange: number;
  /** The most that two neighbours may differ. */
  readonly rangeLimit: number;
}

/** k failed of n in one group, e.g. a week. Groups of none are left out before. */
export interface GroupCount {
  readonly k: number;
  readonly n: number;
}

export interface LaneyChart extends Chart {
  /** How much wider than chance alone the groups scatter: 1 where only by chance. */
  readonly sigmaZ: number;
}

/** Mean range of two neighbours over their standard deviation: d₂ for groups of two. */
const d2 = 1.128;
const d4 = 3.268;

/**
 * Individuals and moving ranges: x̄ ± 3 MR̄/1.128 (2.66 MR̄); ranges up to 3.268 MR̄.
 * Source: D. J. Wheeler and D. S. Chambers 1992, Understanding Statistical Process Control, chapter 3.
 * @returns null with fewer than two values
 */
export function xmrChart(values: readonly number[]): IndividualsChart | null {
  if (values.length < 2) return null;
  const centre = mean(values);
  const meanRange = movingRange(values);
  const half = (3 * meanRange) / d2;
  return {
    centre,
    meanRange,
    rangeLimit: d4 * meanRange,
    points: values.map((value) => pointOf(value, centre - half, centre + half)),
  };
}

/**
 * Shares with limits p̄ ± 3 √(p̄(1 − p̄)/n). Far too narrow at thousands a group: see `laneyChart`.
 * Source: W. A. Shewhart 1931; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2.
 */
export function pChart(groups: readonly GroupCount[]): Chart | null {
  return shares(groups, 1);
}

/**
 * Laney's p': p̄ ± 3 σ_i σ_z, where σ_i is chance alone at the group's size and σ_z = MR̄(z)/1.128 how much more than
 * that neighbours differ. With groups of one size it is the XmR chart of the shares.
 * Source: D. B. Laney 2002, "Improved control charts for attributes", Quality Engineering 14:531.
 * @param least the smallest σ_z used: 0 as published; 1 never narrows the limits below chance
 * @returns null with fewer than two groups, or where nothing or everything failed
 */
export function laneyChart(groups: readonly GroupCount[], least = 0): LaneyChart | null {
  const used = groups.filter((one) => one.n > 0);
  if (used.length < 2) return null;
  const centre = sharedRate(used);
  if (centre <= 0 || centre >= 1) return null;
  const z = used.map((one) => (one.k / one.n - centre) / chance(centre, one.n));
  const sigmaZ = Math.max(least, movingRange(z) / d2);
  return { ...shares(used, sigmaZ)!, sigmaZ };
}

function shares(groups: readonly GroupCount[], wider: number): Chart | null {
  const used = groups.filter((one) => one.n > 0);
  if (used.length === 0) return null;
  const centre = sharedRate(used);
  return {
    centre,
    points: used.map(({ k, n }) => {
      const half = 3 * wider * chance(centre, n);
      return pointOf(k / n, Math.max(0, centre - half), Math.min(1, centre + half));
    }),
  };
}

function sharedRate(groups: readonly GroupCount[]): number {
  const n = groups.reduce((sum, one) => sum + one.n, 0);
  return groups.reduce((sum, one) => sum + one.k, 0) / n;
}

function chance(rate: number, n: number): number {
  return Math.sqrt((rate * (1 - rate)) / n);
}

function pointOf(value: number, low: number, high: number): ChartPoint {
  // Limits and shares of one size can be equal but for rounding.
  const slack = 1e-12;
  return { value, low, high, outside: value < low - slack ? 'below' : value > high + slack ? 'above' : null };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function movingRange(values: readonly number[]): number {
  return mean(values.slice(1).map((value, at) => Math.abs(value - values[at]!)));
}
