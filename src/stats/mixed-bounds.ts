// How far deviations may be believed to go: the standard deviation of a half-normal prior on each (Gelman 2006), in units of scaled columns.
import type { Design } from './mixed-design.ts';

/** Log odds between the least and the greatest value of a column: wider than anything believable (Gelman et al. 2008). */
const anything = 2.5;
/**
 * Log odds by which slopes differ, per usual amount of their column: what is weakly informative of how much effects of one thing
 * differ between studies, as log odds ratios (Röver et al. 2021, Research Synthesis Methods 12:448). Wider, a slope that few levels
 * tell would be drawn so far up and down that what it does would seem less than it is, as harm saturates.
 */
const betweenEffects = 0.5;

/** By component. @param shy slopes have the narrower prior; everything else is kept from the unbelievable only */
export function boundsOf(design: Design, shy: boolean): Float64Array {
  return Float64Array.from(design.components, ({ kind, part, place }) => {
    const feature = design.parts[part]?.features[place] ?? 0;
    return shy && kind === 'slope'
      ? betweenEffects / usual(design, feature)
      : anything / Math.max(largest(design, feature), 1e-9);
  });
}

function largest({ rows, features, featureCount }: Design, feature: number): number {
  let most = 0;
  for (let i = 0; i < rows; i++) most = Math.max(most, Math.abs(features[i * featureCount + feature]!));
  return most;
}

/** Root mean square of the values that aren't 0: of a yes-and-no column, what yes is. */
function usual({ rows, features, featureCount }: Design, feature: number): number {
  let square = 0;
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const value = features[i * featureCount + feature]!;
    if (value === 0) continue;
    square += value * value;
    count++;
  }
  return count > 0 ? Math.sqrt(square / count) : 1;
}
