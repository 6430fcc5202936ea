// Products of the model matrix Z with vectors, row by row: Zx (the linear predictor) and Zᵀr (sums back onto coordinates).
// A vector has the coordinates of the system (`dense`) and those of the eliminated grouping (`apart`).
import type { Design } from './mixed-design.ts';

export interface State {
  readonly dense: Float64Array;
  readonly apart: Float64Array;
}

export function emptyState(design: Design): State {
  return { dense: new Float64Array(design.size), apart: new Float64Array(design.apartLevels) };
}

/** out = Z x. */
export function spread(design: Design, { dense, apart }: State, out: Float64Array): void {
  const { rows, features, featureCount, parts, start, apartLevels } = design;
  out.fill(0);
  for (let j = 0; j < apartLevels; j++) {
    const value = apart[j]!;
    for (let i = start[j]!; i < start[j + 1]!; i++) out[i] = value;
  }
  for (const { at, width, features: own } of parts)
    for (let i = 0; i < rows; i++) {
      const from = at[i]!;
      if (from < 0) continue;
      let sum = dense[from]!;
      const row = i * featureCount;
      for (let t = 1; t < width; t++) sum += features[row + own[t]!]! * dense[from + t]!;
      out[i]! += sum;
    }
}

/** out = Zᵀ r, or its dense part alone where `out` has no apart. */
export function gather(design: Design, r: Float64Array, dense: Float64Array, apart?: Float64Array): void {
  const { rows, features, featureCount, parts, start, apartLevels } = design;
  dense.fill(0);
  if (apart)
    for (let j = 0; j < apartLevels; j++) {
      let sum = 0;
      for (let i = start[j]!; i < start[j + 1]!; i++) sum += r[i]!;
      apart[j] = sum;
    }
  for (const { at, width, features: own } of parts)
    for (let i = 0; i < rows; i++) {
      const from = at[i]!;
      if (from < 0) continue;
      const value = r[i]!;
      dense[from]! += value;
      const row = i * featureCount;
      for (let t = 1; t < width; t++) dense[from + t]! += value * features[row + own[t]!]!;
    }
}
