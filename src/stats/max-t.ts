// Two groups of a few units held against each other in many figures at once: which differences stand although they were searched
// for. Units are dealt out anew between the groups, so that nothing is assumed of how figures are spread or go together.
import { chanceOf } from './normal-draws.ts';

export interface Difference {
  /** Mean of the one group less that of the rest; null where either has fewer than two units with the figure. */
  readonly difference: number | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Chance that dealing out at random brings some figure's difference so far above 0: already corrected for the search. */
  readonly p: number;
}

/** More ways of dealing out than this are drawn from; fewer are all gone through. */
const mostWays = 4000;

/**
 * Differences with intervals and p-values that hold over all figures together: the step from one figure to many by the largest
 * studentised difference over all of them in each dealing out (single-step maxT: P. H. Westfall and S. S. Young 1993, Resampling-Based
 * Multiple Testing). One-sided: above 0 is what is asked. Intervals are two-sided, with half of `1 - level` on each side.
 * @param values a row a unit, a figure a column; NaN where a unit has none
 * @param inGroup which units are the one group
 */
export function maxT(
  values: readonly Float64Array[],
  inGroup: readonly boolean[],
  level: number,
  seed = 1,
): Difference[] {
  const figures = values[0]?.length ?? 0;
  const own = Array.from({ length: figures }, (_, f) => studentised(values, inGroup, f));
  const ways = dealings(inGroup, seed);
  const largest = ways.map((dealt) => {
    let most = -Infinity;
    for (let f = 0; f < figures; f++) most = Math.max(most, studentised(values, dealt, f)?.t ?? -Infinity);
    return most;
  });
  const sorted = largest.filter(Number.isFinite).toSorted((a, b) => a - b);
  const reach = sorted[Math.min(sorted.length - 1, Math.ceil(((1 + level) / 2) * sorted.length) - 1)] ?? Infinity;
  return own.map((one): Difference => {
    if (one === null) return { difference: null, from: null, to: null, p: 1 };
    const { difference, error, t } = one;
    const wide = Number.isFinite(reach) ? Math.max(reach, 0) * error : Infinity;
    return {
      difference,
      from: difference - wide,
      to: difference + wide,
      p: largest.filter((value) => value >= t - 1e-9).length / Math.max(1, largest.length),
    };
  });
}

function studentised(
  values: readonly Float64Array[],
  inGroup: readonly boolean[],
  figure: number,
): { difference: number; error: number; t: number } | null {
  const sums = [0, 0];
  const squares = [0, 0];
  const counts = [0, 0];
  for (let unit = 0; unit < values.length; unit++) {
    const value = values[unit]![figure]!;
    if (Number.isNaN(value)) continue;
    const group = inGroup[unit] ? 1 : 0;
    sums[group]! += value;
    squares[group]! += value ** 2;
    counts[group]!++;
  }
  const [rest, one] = counts as [number, number];
  if (rest < 2 || one < 2) return null;
  const left = (squares[0]! - sums[0]! ** 2 / rest + (squares[1]! - sums[1]! ** 2 / one)) / (rest + one - 2);
  const error = Math.sqrt(Math.max(left, 1e-12) * (1 / rest + 1 / one));
  const difference = sums[1]! / one - sums[0]! / rest;
  return { difference, error, t: difference / error };
}

/** Every way of dealing units out into groups of these sizes, or so many drawn of them and the one that is. */
function dealings(inGroup: readonly boolean[], seed: number): boolean[][] {
  const units = inGroup.length;
  const size = inGroup.filter(Boolean).length;
  let ways = 1;
  for (let i = 1; i <= size; i++) ways = (ways * (units - size + i)) / i;
  if (ways <= mostWays) return allOf(units, size);
  const chance = chanceOf(seed);
  const drawn = Array.from({ length: mostWays - 1 }, () => {
    const dealt = [...inGroup];
    for (let i = units - 1; i > 0; i--) {
      const j = Math.floor(chance.uniform() * (i + 1));
      [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
    }
    return dealt;
  });
  return [[...inGroup], ...drawn];
}

function allOf(units: number, size: number): boolean[][] {
  if (size > units || size < 0) return [];
  if (units === 0) return [[]];
  return [
    ...allOf(units - 1, size).map((rest) => [...rest, false]),
    ...allOf(units - 1, size - 1).map((rest) => [...rest, true]),
  ];
}
