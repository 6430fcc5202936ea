// A few units, each with a score, and many figures of each: with which figures does the score go, although they were searched? Scores are
// dealt out anew among the units, so that nothing is assumed of how figures are spread or go together. A score of 1 or 0 compares two groups.
import { chanceOf } from './normal-draws.ts';

export interface Slope {
  /**
   * By how much the figure rises with one of the score: for scores of 1 and 0, the difference of the means. Null where fewer than two units
   * with the figure lie above the mean score, or below it.
   */
  readonly slope: number | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Chance that dealing out at random makes some figure rise so clearly: already corrected for the search. */
  readonly p: number;
}

/** More ways of dealing out than this are drawn from; fewer are all gone through. */
const mostWays = 4000;
/** With very many units and figures fewer are drawn: a thousand tell a p-value of .05 to .007. */
const fewestWays = 1000;
const mostWork = 1e8;

/**
 * Slopes with intervals and p-values that hold over all figures together: the step from one figure to many by the largest
 * studentised slope over all of them in each dealing out (single-step maxT: P. H. Westfall and S. S. Young 1993, Resampling-Based
 * Multiple Testing). One-sided: a rise is what is asked. Intervals are two-sided, with half of `1 - level` on each side.
 * @param values a row a unit, a figure a column; NaN where a unit has none
 * @param scores one a unit
 */
export function maxT(values: readonly Float64Array[], scores: readonly number[], level: number, seed = 1): Slope[] {
  const figures = Array.from({ length: values[0]?.length ?? 0 }, (_, f) => figureOf(values, f));
  const own = figures.map((figure) => studentised(figure, scores));
  const ways = Math.min(mostWays, Math.max(fewestWays, Math.floor(mostWork / (values.length * figures.length + 1))));
  const largest = dealings(scores, ways, seed).map((dealt) =>
    figures.reduce((most, figure) => Math.max(most, studentised(figure, dealt)?.t ?? -Infinity), -Infinity),
  );
  const sorted = largest.filter(Number.isFinite).toSorted((a, b) => a - b);
  const reach = sorted[Math.min(sorted.length - 1, Math.ceil(((1 + level) / 2) * sorted.length) - 1)] ?? Infinity;
  return own.map((one): Slope => {
    if (one === null) return { slope: null, from: null, to: null, p: 1 };
    const { slope, error, t } = one;
    const wide = Number.isFinite(reach) ? Math.max(reach, 0) * error : Infinity;
    return {
      slope,
      from: slope - wide,
      to: slope + wide,
      p: largest.filter((value) => value >= t - 1e-9).length / Math.max(1, largest.length),
    };
  });
}

/** What one figure brings to every dealing out: the units that have it, and its values around their mean. */
interface Figure {
  readonly units: Int32Array;
  readonly centred: Float64Array;
  readonly squares: number;
}

function figureOf(values: readonly Float64Array[], figure: number): Figure {
  const units = Int32Array.from(values.flatMap((row, unit) => (Number.isNaN(row[figure]!) ? [] : [unit])));
  const own = Float64Array.from(units, (unit) => values[unit]![figure]!);
  const mean = own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
  const centred = own.map((value) => value - mean);
  return { units, centred, squares: centred.reduce((sum, value) => sum + value * value, 0) };
}

/** The least squares slope over its standard error; for two groups, Student's t. A loop, since it is gone through some million times. */
function studentised(
  { units, centred, squares }: Figure,
  scores: ArrayLike<number>,
): { slope: number; error: number; t: number } | null {
  const n = units.length;
  let [sum, xx, xy] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const score = scores[units[at]!]!;
    sum += score;
    xx += score * score;
    xy += score * centred[at]!;
  }
  const mean = sum / n;
  let above = 0;
  for (let at = 0; at < n && above < 2; at++) if (scores[units[at]!]! > mean) above++;
  let below = 0;
  for (let at = 0; at < n && below < 2; at++) if (scores[units[at]!]! <= mean) below++;
  if (above < 2 || below < 2) return null;
  xx -= n * mean * mean;
  const slope = xy / xx;
  const error = Math.sqrt(Math.max(squares - slope * xy, 1e-12) / (n - 2) / xx);
  return { slope, error, t: slope / error };
}

/** Every way of dealing two scores out, or so many ways drawn and the one that is. */
function dealings(scores: readonly number[], most: number, seed: number): ArrayLike<number>[] {
  const units = scores.length;
  const [one, other = one] = [...new Set(scores)];
  const size = scores.filter((score) => score === one).length;
  let all = new Set(scores).size > 2 ? Infinity : 1;
  for (let i = 1; i <= size; i++) all = (all * (units - size + i)) / i;
  if (all <= most) return allOf(units, size).map((dealt) => dealt.map((is) => (is ? one! : other!)));
  const chance = chanceOf(seed);
  const drawn = Array.from({ length: most - 1 }, () => {
    const dealt = Float64Array.from(scores);
    for (let i = units - 1; i > 0; i--) {
      const j = Math.floor(chance.uniform() * (i + 1));
      [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
    }
    return dealt;
  });
  return [scores, ...drawn];
}

function allOf(units: number, size: number): boolean[][] {
  if (size > units || size < 0) return [];
  if (units === 0) return [[]];
  return [
    ...allOf(units - 1, size).map((rest) => [...rest, false]),
    ...allOf(units - 1, size - 1).map((rest) => [...rest, true]),
  ];
}
