// Slopes of levels whose rows tell next to nothing of a slope of their own, so that none was looked for: a draw gives them one from
// the same normal as the others'. What their rows do tell is their level as a whole, so a slope that is drawn up takes its level's
// intercept down by as much as keeps the level's rows, on average, where they were.
import type { Design } from './mixed-design.ts';
import type { Chance } from './normal-draws.ts';

/** The levels without a slope of their own, of one component. */
export interface Untold {
  readonly component: number;
  readonly levels: Int32Array;
  /** Coordinate of each one's intercept. */
  readonly intercept: Int32Array;
  /** Mean of the column in each, by the weights of the last step. */
  readonly mean: Float64Array;
}

export function untoldOf(design: Design, weights: Float64Array): readonly Untold[] {
  const { rows, parts, components, coordinate, features, featureCount } = design;
  if (design.whole) return [];
  return components.flatMap(({ kind, part, place }, component): Untold[] => {
    if (kind !== 'slope') return [];
    const { base, levels, width, at, features: own } = parts[part]!;
    const without = Int32Array.from({ length: levels }, (_, level) => level).filter(
      (level) => coordinate[base + level * width + place]! < 0,
    );
    const sum = new Float64Array(levels);
    const all = new Float64Array(levels);
    for (let i = 0; i < rows; i++) {
      if (at[i]! < 0) continue;
      const level = (at[i]! - base) / width;
      all[level]! += weights[i]!;
      sum[level]! += weights[i]! * features[i * featureCount + own[place]!]!;
    }
    return [
      {
        component,
        levels: without,
        intercept: without.map((level) => coordinate[base + level * width]!),
        mean: Float64Array.from(without, (level) => (all[level]! > 0 ? sum[level]! / all[level]! : 0)),
      },
    ];
  });
}

/** @param dense a draw, whose intercepts are moved. @returns slopes by component */
export function drawUntold(
  untold: readonly Untold[],
  dense: Float64Array,
  deviations: Float64Array,
  chance: Chance,
): readonly Float64Array[] {
  const out: Float64Array[] = [];
  for (const { component, levels, intercept, mean } of untold)
    out[component] = Float64Array.from(levels, (_, k) => {
      const slope = deviations[component]! * chance.normal();
      dense[intercept[k]!]! -= slope * mean[k]!;
      return slope;
    });
  return out;
}
