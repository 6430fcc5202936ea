// Each group's own rate after shrinking, with intervals that allow for mean and size having been estimated.
import { fitSpread, type Group, type Shrunken, type Spread, spreadLikelihood } from './beta-binomial.core.ts';
import type { Interval } from './rate.core.ts';
import { betaQuantile } from './special.core.ts';

interface GridPoint {
  readonly mean: number;
  readonly size: number;
  readonly weight: number;
}

/** A fit that can shrink any group, also one that it was not made from. */
export interface Shrinker {
  readonly spread: Spread;
  shrink(group: Group): Shrunken;
}

/**
 * Fits all groups and shrinks each towards their mean. Estimate (k + μM)/(n + M) and weight on own data n/(n + M) are
 * the plug-in ones; plug-in intervals would be too short (Laird and Louis 1987), so the interval comes from Beta
 * distributions averaged over a grid of (μ, M) weighted by likelihood, flat in μ and in the intraclass correlation
 * 1/(M+1); the average is put back into one Beta by its mean and variance (Kass and Steffey 1989).
 * @param level coverage of the intervals, 0 to 1 exclusive
 * @returns null where no group has a mark
 */
export function shrinker(groups: readonly Group[], level: number): Shrinker | null {
  const spread = fitSpread(groups);
  if (!spread) return null;
  const grid = gridAround(groups, spread);
  return {
    spread,
    shrink({ k, n }) {
      return {
        estimate: (k + spread.mean * spread.size) / (n + spread.size),
        ownWeight: n / (n + spread.size),
        ...interval(grid, k, n, level),
      };
    },
  };
}

const sizeSteps = 17;
const meanSteps = 13;

function gridAround(groups: readonly Group[], spread: Spread): GridPoint[] {
  const used = groups.filter((group) => group.n > 0);
  const marks = used.reduce((sum, group) => sum + group.n, 0);
  const points: { mean: number; size: number; log: number }[] = [];
  for (let i = 0; i < sizeSteps; i++) {
    // Sizes from a twentieth to twenty times the best, even on the logarithm; a correlation near 0 is held at 10^4.
    const size = Math.min(spread.size, 1e4) * Math.exp(Math.log(20) * ((2 * i) / (sizeSteps - 1) - 1));
    // Standard error of the mean for groups that are alike inside by 1/(size+1): the design effect.
    const within = 1 + (marks / used.length - 1) / (size + 1);
    const error = Math.sqrt((spread.mean * (1 - spread.mean) * within) / marks);
    for (let j = 0; j < meanSteps; j++) {
      const mean = spread.mean + error * 3 * ((2 * j) / (meanSteps - 1) - 1);
      if (mean <= 1e-6 || mean >= 1 - 1e-6) continue;
      // Flat in 1/(M+1) means density M/(M+1)² on log M; the error is the width of this row's steps.
      const prior = Math.log(size) - 2 * Math.log(size + 1) + Math.log(error);
      points.push({ mean, size, log: spreadLikelihood(used, mean, size) + prior });
    }
  }
  if (points.length === 0) return [{ mean: spread.mean, size: spread.size, weight: 1 }];
  const top = Math.max(...points.map((point) => point.log));
  const total = points.reduce((sum, point) => sum + Math.exp(point.log - top), 0);
  return points.map(({ mean, size, log }) => ({ mean, size, weight: Math.exp(log - top) / total }));
}

function interval(grid: readonly GridPoint[], k: number, n: number, level: number): Interval {
  let mean = 0;
  let square = 0;
  for (const point of grid) {
    const a = k + point.mean * point.size;
    const all = n + point.size;
    const here = a / all;
    mean += point.weight * here;
    square += point.weight * (here * here + (here * (1 - here)) / (all + 1));
  }
  const variance = Math.max(square - mean * mean, 1e-15);
  const size = (mean * (1 - mean)) / variance - 1;
  const tail = (1 - level) / 2;
  return {
    low: betaQuantile(tail, mean * size, (1 - mean) * size),
    high: betaQuantile(1 - tail, mean * size, (1 - mean) * size),
  };
}
