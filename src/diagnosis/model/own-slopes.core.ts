// Which standards are given a slope of their own for an exposure: those whose marks can tell it. Each slope is a dense coordinate of
// the fit, and there are as many as standards times exposures; most pairs of them tell next to nothing.
import type { PooledSlope } from '../../stats/mixed-data.ts';
import { type AskedExposure, fewestCompared } from './exposure-columns.core.ts';
import type { Levels } from './mark-rows.core.ts';

/** With fewer standards than this a spread of slopes can't be told from nothing: all share one. */
const fewestStandards = 3;
/**
 * Fisher's information on a slope, in log odds of the usual amount of its exposure, from which it is worth asking: where slopes
 * differ by half a log odds, a third of what one differs by is then told by its own marks (σ²I / (1 + σ²I)).
 */
const leastInformation = 2;
/** Slopes of their own at most, the best told first: the fit's time goes by the cube of it. */
const mostSlopes = 360;

interface Pair {
  readonly exposure: number;
  readonly standard: number;
  readonly information: number;
}

/** The others stand at the exposure's common slope, and are drawn around it. */
export function pooledSlopes(
  exposures: readonly AskedExposure[],
  standard: Levels,
  failed: Uint8Array,
): readonly PooledSlope[] {
  const told = exposures
    .flatMap((one, exposure) => toldPairs(one, exposure, standard, failed))
    .toSorted((a, b) => b.information - a.information)
    .slice(0, mostSlopes);
  return exposures.flatMap(({ column }, exposure): PooledSlope[] => {
    const own = told.filter((pair) => pair.exposure === exposure);
    if (own.length < fewestStandards) return [];
    const among = new Uint8Array(standard.names.length);
    for (const pair of own) among[pair.standard] = 1;
    return [{ column: column.name, over: 'standard', among }];
  });
}

/** Standards marked both with the exposure and without, whose marks tell a slope: p(1 - p) Σ (x - mean of x)². */
function toldPairs({ column, beyond }: AskedExposure, exposure: number, standard: Levels, failed: Uint8Array): Pair[] {
  const levels = standard.names.length;
  const zeros = (): Float64Array => new Float64Array(levels);
  const sums = { rows: zeros(), failed: zeros(), with: zeros(), x: zeros(), xx: zeros() };
  let exposed = 0;
  let amount = 0;
  for (let row = 0; row < beyond.length; row++) {
    const level = standard.of[row]!;
    if (level < 0) continue;
    const x = column.values[row]!;
    sums.rows[level]!++;
    sums.failed[level]! += failed[row]!;
    sums.x[level]! += x;
    sums.xx[level]! += x * x;
    if (beyond[row] === 0) continue;
    sums.with[level]!++;
    exposed++;
    amount += beyond[row]!;
  }
  const usual = exposed > 0 ? amount / exposed : 1;
  return Array.from({ length: levels }, (_, level) => level).flatMap((level): Pair[] => {
    const rows = sums.rows[level]!;
    const both = Math.min(sums.with[level]!, rows - sums.with[level]!);
    if (both < fewestCompared) return [];
    const p = (sums.failed[level]! + 0.5) / (rows + 1);
    const information = usual ** 2 * p * (1 - p) * (sums.xx[level]! - sums.x[level]! ** 2 / rows);
    return information < leastInformation ? [] : [{ exposure, standard: level, information }];
  });
}
