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

export function copyOf({ dense, apart }: State): State {
  return { dense: dense.slice(), apart: apart.slice() };
}

/** a += by · b. */
export function addTo(a: State, b: State, by: number): void {
  for (let c = 0; c < a.dense.length; c++) a.dense[c]! += by * b.dense[c]!;
  for (let j = 0; j < a.apart.length; j++) a.apart[j]! += by * b.apart[j]!;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
}

/** A vector of coordinates laid out by places: 0 where a place has none. */
export function byPlace(
  { coordinate, whole, size, placesFree, featureCount }: Design,
  dense: Float64Array,
): Float64Array {
  if (whole) return dense;
  const out = new Float64Array(Math.max(size, placesFree + featureCount));
  for (let place = 0; place < coordinate.length; place++)
    if (coordinate[place]! >= 0) out[place] = dense[coordinate[place]!]!;
  return out;
}

/** dense += a vector of places, without those that have no coordinate. */
function addPlaces({ coordinate }: Design, places: Float64Array, dense: Float64Array): void {
  for (let place = 0; place < coordinate.length; place++)
    if (coordinate[place]! >= 0) dense[coordinate[place]!]! += places[place]!;
}

/** out = Z x on the rows `from` to `to`, without the eliminated grouping. */
export function spreadDense(design: Design, dense: Float64Array, out: Float64Array, from: number, to: number): void {
  spreadPlaces(design, byPlace(design, dense), out, from, to);
}

/** The same for x by place. Where the first wide part has the leading columns (`together`), they are gone through once for all. */
export function spreadPlaces(design: Design, dense: Float64Array, out: Float64Array, from: number, to: number): void {
  const { features, featureCount, parts, plain, plainCount, wide, together } = design;
  const fixed = design.placesFree;
  const first = together ? parts[wide[0]!]! : undefined;
  for (let i = from; i < to; i++) {
    const row = i * featureCount;
    const base = first ? first.at[i]! : -1;
    // Two sums, as one would wait for itself at every addition.
    let sum = dense[fixed]!;
    let other = 0;
    let t = 1;
    if (base >= 0) {
      const { width } = first!;
      other = dense[base]!;
      for (; t + 1 < width; t += 2) {
        sum += features[row + t]! * (dense[fixed + t]! + dense[base + t]!);
        other += features[row + t + 1]! * (dense[fixed + t + 1]! + dense[base + t + 1]!);
      }
      for (; t < width; t++) sum += features[row + t]! * (dense[fixed + t]! + dense[base + t]!);
    }
    for (; t < featureCount; t++) other += features[row + t]! * dense[fixed + t]!;
    for (let p = i * plainCount; p < (i + 1) * plainCount; p++) if (plain[p]! >= 0) sum += dense[plain[p]!]!;
    out[i] = sum + other;
  }
  for (let w = together ? 1 : 0; w < wide.length; w++) {
    const { at, width, features: own } = parts[wide[w]!]!;
    for (let i = from; i < to; i++) {
      const base = at[i]!;
      if (base < 0) continue;
      const row = i * featureCount;
      let sum = dense[base]!;
      for (let t = 1; t < width; t++) sum += features[row + own[t]!]! * dense[base + t]!;
      out[i]! += sum;
    }
  }
}

/** Adds Zᵀ r over the rows `from` to `to`, by place. */
function gatherPlaces(design: Design, r: Float64Array, dense: Float64Array, from: number, to: number): void {
  const { features, featureCount, parts, plain, plainCount, wide, together } = design;
  const fixed = design.placesFree;
  const first = together ? parts[wide[0]!]! : undefined;
  for (let i = from; i < to; i++) {
    const row = i * featureCount;
    const value = r[i]!;
    const base = first ? first.at[i]! : -1;
    dense[fixed]! += value;
    let t = 1;
    if (base >= 0) {
      const { width } = first!;
      dense[base]! += value;
      for (; t < width; t++) {
        const by = value * features[row + t]!;
        dense[fixed + t]! += by;
        dense[base + t]! += by;
      }
    }
    for (; t < featureCount; t++) dense[fixed + t]! += features[row + t]! * value;
    for (let p = i * plainCount; p < (i + 1) * plainCount; p++) if (plain[p]! >= 0) dense[plain[p]!]! += value;
  }
  for (let w = together ? 1 : 0; w < wide.length; w++) {
    const { at, width, features: own } = parts[wide[w]!]!;
    for (let i = from; i < to; i++) {
      const base = at[i]!;
      if (base < 0) continue;
      const row = i * featureCount;
      const value = r[i]!;
      dense[base]! += value;
      for (let t = 1; t < width; t++) dense[base + t]! += value * features[row + own[t]!]!;
    }
  }
}

/** out = Z x. */
export function spread(design: Design, { dense, apart }: State, out: Float64Array): void {
  const { rows, start, apartLevels } = design;
  spreadDense(design, dense, out, 0, rows);
  for (let j = 0; j < apartLevels; j++) {
    const value = apart[j]!;
    for (let i = start[j]!; i < start[j + 1]!; i++) out[i]! += value;
  }
}

/** out = Zᵀ r, or its dense part alone where there is no `apart`. */
export function gather(design: Design, r: Float64Array, dense: Float64Array, apart?: Float64Array): void {
  const { rows, start, apartLevels } = design;
  dense.fill(0);
  if (design.whole) gatherPlaces(design, r, dense, 0, rows);
  else {
    const places = new Float64Array(design.coordinate.length);
    gatherPlaces(design, r, places, 0, rows);
    addPlaces(design, places, dense);
  }
  if (!apart) return;
  for (let j = 0; j < apartLevels; j++) {
    let sum = 0;
    for (let i = start[j]!; i < start[j + 1]!; i++) sum += r[i]!;
    apart[j] = sum;
  }
}

/** So many rows are gone through forth and back at once, so that their columns are still in the cache the second time. */
const strip = 512;

/**
 * out = (ZᵀWZ with the eliminated grouping taken out) x: what is left of Wz after each eliminated level's mean is taken away,
 * D its weights with the prior's added. Rows of a level are never cut in two by a strip.
 */
export function timesSchur(
  design: Design,
  weights: Float64Array,
  diagonal: Float64Array,
  x: Float64Array,
  out: Float64Array,
  row: Float64Array,
): void {
  const { rows, start, apartLevels } = design;
  out.fill(0);
  const inLevels = start[apartLevels]!;
  const places = byPlace(design, x);
  const sums = design.whole ? out : new Float64Array(design.coordinate.length);
  let j = 0;
  for (let from = 0; from < rows;) {
    let to = Math.min(from + strip, rows);
    if (to < inLevels) {
      let last = j;
      while (start[last + 1]! <= to) last += 1;
      if (last === j) last += 1;
      to = start[last]!;
    }
    spreadPlaces(design, places, row, from, to);
    for (; j < apartLevels && start[j + 1]! <= to; j++) {
      let sum = 0;
      for (let i = start[j]!; i < start[j + 1]!; i++) sum += weights[i]! * row[i]!;
      const mean = sum / diagonal[j]!;
      for (let i = start[j]!; i < start[j + 1]!; i++) row[i]! -= mean;
    }
    for (let i = from; i < to; i++) row[i]! *= weights[i]!;
    gatherPlaces(design, row, sums, from, to);
    from = to;
  }
  if (!design.whole) addPlaces(design, sums, out);
}
