// How one level of the eliminated grouping is coupled with all other coordinates, and the two products that need it.
import type { Design } from './mixed-design.ts';

/**
 * The column of C of one eliminated level, as short runs of coordinates: a contact touches a few standards, one person, one
 * site. Used again for each level, so that nothing is allocated in the loop.
 */
export class Coupling {
  readonly values: Float64Array;
  /** First coordinate and length of each run, ascending. */
  readonly at: Int32Array;
  readonly length: Int32Array;
  /** Where each run stands in `values`. */
  readonly from: Int32Array;
  runs = 0;
  filled = 0;
  readonly #design: Design;
  readonly #slot: Int32Array;

  constructor(design: Design) {
    this.#design = design;
    const places = Math.max(design.size, design.coordinate.length);
    this.#slot = new Int32Array(places).fill(-1);
    this.values = new Float64Array(places);
    this.at = new Int32Array(places);
    this.length = new Int32Array(places);
    this.from = new Int32Array(places);
  }

  /** Coordinates from `design.free` on (the fixed effects) are left out where `random` is true. */
  read(level: number, weights: Float64Array, random = false): void {
    const { parts, features, featureCount, start } = this.#design;
    this.runs = 0;
    this.filled = 0;
    const slot = this.#slot;
    const last = random ? parts.length - 1 : parts.length;
    for (let p = 0; p < last; p++) {
      const { at, width, features: own } = parts[p]!;
      const firstRun = this.runs;
      for (let i = start[level]!; i < start[level + 1]!; i++) {
        const from = at[i]!;
        if (from < 0) continue;
        let place = slot[from]!;
        if (place < 0) {
          place = this.filled;
          slot[from] = place;
          this.#insert(firstRun, from, width, place);
          this.filled += width;
          this.values.fill(0, place, place + width);
        }
        const weight = weights[i]!;
        const row = i * featureCount;
        this.values[place]! += weight;
        for (let t = 1; t < width; t++) this.values[place + t]! += weight * features[row + own[t]!]!;
      }
    }
    for (let r = 0; r < this.runs; r++) slot[this.at[r]!] = -1;
    this.#toCoordinates();
  }

  /** Runs of places become runs of coordinates: places that have none are left out. A run's first place always has one. */
  #toCoordinates(): void {
    const { coordinate } = this.#design;
    for (let r = 0; r < this.runs; r++) {
      const place = this.at[r]!;
      const from = this.from[r]!;
      const length = this.length[r]!;
      let kept = 0;
      for (let t = 0; t < length; t++)
        if (coordinate[place + t]! >= 0) this.values[from + kept++] = this.values[from + t]!;
      this.at[r] = coordinate[place]!;
      this.length[r] = kept;
    }
  }

  /** Keeps runs ascending: only runs of the same part can be out of order, and they are few. */
  #insert(first: number, at: number, length: number, from: number): void {
    let r = this.runs++;
    for (; r > first && this.at[r - 1]! > at; r--) {
      this.at[r] = this.at[r - 1]!;
      this.length[r] = this.length[r - 1]!;
      this.from[r] = this.from[r - 1]!;
    }
    this.at[r] = at;
    this.length[r] = length;
    this.from[r] = from;
  }

  /**
   * out = A c on the runs of c, for a symmetric A with both triangles. Four rows at a time: each loaded number of c serves
   * four sums that don't wait for each other.
   * @returns cᵀ A c
   */
  times(a: Float64Array, out: Float64Array): number {
    const { at, length, from, values, runs } = this;
    const { size } = this.#design;
    let whole = 0;
    for (let r = 0; r < runs; r++) {
      const rows = length[r]!;
      const first = at[r]!;
      let t = 0;
      for (; t + 4 <= rows; t += 4) {
        const line0 = (first + t) * size;
        const line1 = line0 + size;
        const line2 = line1 + size;
        const line3 = line2 + size;
        let sum0 = 0;
        let sum1 = 0;
        let sum2 = 0;
        let sum3 = 0;
        for (let b = 0; b < runs; b++) {
          const to = at[b]!;
          const source = from[b]!;
          const end = length[b]!;
          for (let u = 0; u < end; u++) {
            const value = values[source + u]!;
            sum0 += a[line0 + to + u]! * value;
            sum1 += a[line1 + to + u]! * value;
            sum2 += a[line2 + to + u]! * value;
            sum3 += a[line3 + to + u]! * value;
          }
        }
        out[first + t] = sum0;
        out[first + t + 1] = sum1;
        out[first + t + 2] = sum2;
        out[first + t + 3] = sum3;
      }
      for (; t < rows; t++) {
        const line = (first + t) * size;
        let sum = 0;
        for (let b = 0; b < runs; b++) {
          const to = line + at[b]!;
          const source = from[b]!;
          const end = length[b]!;
          for (let u = 0; u < end; u++) sum += a[to + u]! * values[source + u]!;
        }
        out[first + t] = sum;
      }
      for (t = 0; t < rows; t++) whole += out[first + t]! * values[from[r]! + t]!;
    }
    return whole;
  }

  /** s -= by · c cᵀ, lower triangle. */
  subtractSquare(s: Float64Array, by: number): void {
    const { at, length, from, values, runs } = this;
    const { size } = this.#design;
    for (let a = 0; a < runs; a++)
      for (let t = 0; t < length[a]!; t++) {
        const value = values[from[a]! + t]! * by;
        if (value === 0) continue;
        const line = (at[a]! + t) * size;
        for (let b = 0; b <= a; b++) {
          const to = line + at[b]!;
          const source = from[b]!;
          const end = a === b ? t + 1 : length[b]!;
          for (let u = 0; u < end; u++) s[to + u]! -= value * values[source + u]!;
        }
      }
  }
}
