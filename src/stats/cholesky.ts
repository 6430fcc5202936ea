// Dense symmetric positive definite systems, row-major in a Float64Array, sizes a multiple of four: factor, solve, invert.
// All the work of order n³ is products of tiles of contiguous rows (tile-kernel.ts). The arithmetic and its order are fixed,
// so the same input gives the same bits.
import { subtractTiles, tile, tileA, tileB, tileC } from './tile-kernel.ts';

/** The next multiple of four. */
export function fours(n: number): number {
  return Math.ceil(n / 4) * 4;
}

/** Copies `height` rows of `width` between a row-major array and a tile. */
function toTile(
  into: Float64Array,
  from: Float64Array,
  at: number,
  stride: number,
  height: number,
  width: number,
): void {
  for (let i = 0; i < height; i++) {
    const source = at + i * stride;
    const target = i * tile;
    for (let j = 0; j < width; j++) into[target + j] = from[source + j]!;
  }
}

function fromTile(into: Float64Array, at: number, stride: number, height: number, width: number, sign: number): void {
  for (let i = 0; i < height; i++) {
    const target = at + i * stride;
    const source = i * tile;
    for (let j = 0; j < width; j++) into[target + j] = sign * tileC[source + j]!;
  }
}

/** Where something begins in a row-major array. */
interface Corner {
  readonly of: Float64Array;
  readonly at: number;
}

/** C[m × n] -= A[m × k] · B[n × k]ᵀ, all of the same stride, m and n up to `tile`. */
function subtractProducts(c: Corner, a: Corner, b: Corner, stride: number, m: number, n: number, k: number): void {
  if (k <= 0) return;
  toTile(tileC, c.of, c.at, stride, m, n);
  for (let t = 0; t < k; t += tile) {
    const depth = Math.min(tile, k - t);
    toTile(tileA, a.of, a.at + t, stride, m, depth);
    toTile(tileB, b.of, b.at + t, stride, n, depth);
    subtractTiles(m, n, depth);
  }
  fromTile(c.of, c.at, stride, m, n, 1);
}

/** X[m × n] becomes X · L⁻ᵀ, given L⁻¹ as a tile. */
function solveTile(x: Corner, inverse: Float64Array, stride: number, m: number, n: number): void {
  toTile(tileA, x.of, x.at, stride, m, n);
  tileB.set(inverse);
  tileC.fill(0);
  subtractTiles(m, n, n);
  fromTile(x.of, x.at, stride, m, n, -1);
}

/** L⁻¹ of the lower triangular tile at `at`, in rows of `tile`. */
function invertTile(l: Float64Array, at: number, stride: number, n: number): Float64Array {
  const out = new Float64Array(tile * tile);
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let sum = i === j ? 1 : 0;
      for (let t = j; t < i; t++) sum -= l[at + i * stride + t]! * out[t * tile + j]!;
      out[i * tile + j] = sum / l[at + i * stride + i]!;
    }
  return out;
}

/**
 * Cholesky's factor L of A = LLᵀ, in the lower triangle in place (the upper is left as it was).
 * @returns false where A isn't positive definite; the array is then spoilt
 */
export function factorise(a: Float64Array, n: number): boolean {
  const inverses: Float64Array[] = [];
  for (let top = 0; top < n; top += tile) {
    const height = Math.min(tile, n - top);
    for (let left = 0; left <= top; left += tile) {
      const width = Math.min(tile, n - left);
      const corner = { of: a, at: top * n + left };
      subtractProducts(corner, { of: a, at: top * n }, { of: a, at: left * n }, n, height, width, left);
      if (left < top) solveTile(corner, inverses[left / tile]!, n, height, width);
      else if (!factoriseTile(a, top, height, n)) return false;
    }
    if (top + tile < n) inverses.push(invertTile(a, top * n + top, n, height));
  }
  return true;
}

function factoriseTile(a: Float64Array, top: number, height: number, n: number): boolean {
  for (let i = top; i < top + height; i++) {
    for (let j = top; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let t = top; t < j; t++) sum -= a[i * n + t]! * a[j * n + t]!;
      if (j < i) a[i * n + j] = sum / a[j * n + j]!;
      else if (!(sum > 0)) return false;
      else a[i * n + i] = Math.sqrt(sum);
    }
  }
  return true;
}

/** x becomes L⁻¹x for the leading m rows of a factor of size n. */
export function solveLower(l: Float64Array, n: number, x: Float64Array, m = n): void {
  for (let i = 0; i < m; i++) {
    const row = i * n;
    let sum = x[i]!;
    for (let t = 0; t < i; t++) sum -= l[row + t]! * x[t]!;
    x[i] = sum / l[row + i]!;
  }
}

/** x becomes L⁻ᵀx for the leading m rows of a factor of size n. */
export function solveUpper(l: Float64Array, n: number, x: Float64Array, m = n): void {
  for (let i = m - 1; i >= 0; i--) {
    const row = i * n;
    const value = x[i]! / l[row + i]!;
    x[i] = value;
    if (value !== 0) for (let t = 0; t < i; t++) x[t]! -= l[row + t]! * value;
  }
}

/**
 * The inverse of the leading m × m part of A from its factor (m a multiple of four), both triangles, with the stride n of
 * the factor: first L⁻ᵀ, row by row so that rows are contiguous, then its products with itself.
 */
export function invert(l: Float64Array, n: number, m = n): Float64Array {
  const across = new Float64Array(m * n);
  for (let left = 0; left < m; left += tile) {
    const width = Math.min(tile, m - left);
    const inverse = invertTile(l, left * n + left, n, width);
    for (let top = 0; top <= left; top += tile) {
      const height = Math.min(tile, m - top);
      const corner = { of: across, at: top * n + left };
      if (top === left) for (let i = 0; i < height; i++) across[corner.at + i * n + i] = 1;
      const before = { of: across, at: top * n + top };
      subtractProducts(corner, before, { of: l, at: left * n + top }, n, height, width, left - top);
      solveTile(corner, inverse, n, height, width);
    }
  }
  const inverse = new Float64Array(m * n);
  for (let top = 0; top < m; top += tile) {
    const height = Math.min(tile, m - top);
    for (let left = 0; left <= top; left += tile) {
      const width = Math.min(tile, m - left);
      const rows = { of: across, at: top * n + top };
      subtractProducts(
        { of: inverse, at: top * n + left },
        rows,
        { of: across, at: left * n + top },
        n,
        height,
        width,
        m - top,
      );
    }
  }
  for (let i = 0; i < m; i++)
    for (let j = 0; j <= i; j++) {
      const value = -inverse[i * n + j]!;
      inverse[i * n + j] = value;
      inverse[j * n + i] = value;
    }
  return inverse;
}

/** C[m × n] -= X[m × n] · A[n × n] for a symmetric A with both triangles; m and n multiples of four. */
export function subtractTimes(c: Float64Array, x: Float64Array, a: Float64Array, m: number, n: number): void {
  for (let top = 0; top < m; top += tile)
    for (let left = 0; left < n; left += tile) {
      const height = Math.min(tile, m - top);
      const width = Math.min(tile, n - left);
      const corner = { of: c, at: top * n + left };
      subtractProducts(corner, { of: x, at: top * n }, { of: a, at: left * n }, n, height, width, n);
    }
}

/**
 * The x with A x = b for a small symmetric A of any size n, not changed. Where A isn't positive definite its diagonal is
 * raised until it is (Levenberg's remedy), so that a direction of descent always comes back.
 */
export function solvePositive(a: Float64Array, n: number, b: Float64Array): Float64Array {
  const size = fours(n);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(a[i * n + i]!));
  for (let raise = 0; ; raise = raise === 0 ? 1e-10 * largest + 1e-300 : raise * 10) {
    const l = new Float64Array(size * size);
    for (let i = 0; i < size; i++) l[i * size + i] = 1;
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) l[i * size + j] = a[i * n + j]! + (i === j ? raise : 0);
    if (!factorise(l, size)) {
      if (raise > 1e20 * (largest + 1)) return new Float64Array(n);
      continue;
    }
    const x = new Float64Array(size);
    x.set(b.subarray(0, n));
    solveLower(l, size, x);
    solveUpper(l, size, x);
    return x.slice(0, n);
  }
}
