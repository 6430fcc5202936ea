// Dense symmetric positive definite systems, row-major in a Float64Array, sizes a multiple of four: factor, solve, invert.
// All the work of order n³ is one kernel of products of contiguous rows, in tiles that fit the caches: that is why there are
// plain loops here. The arithmetic and its order are fixed, so the same input gives the same bits.

const tile = 64;

/** C[m × n] -= A[m × k] · B[n × k]ᵀ on parts of row-major arrays of the given strides; m and n multiples of four. */
function subtractProducts(
  c: Float64Array,
  cAt: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  stride: number,
  m: number,
  n: number,
  k: number,
): void {
  for (let i = 0; i < m; i += 4) {
    const p0 = aAt + i * stride;
    const p1 = p0 + stride;
    const p2 = p1 + stride;
    const p3 = p2 + stride;
    for (let j = 0; j < n; j += 4) {
      const q0 = bAt + j * stride;
      const q1 = q0 + stride;
      const q2 = q1 + stride;
      const q3 = q2 + stride;
      // Sixteen sums held in registers: each loaded number is used four times.
      let s00 = 0,
        s01 = 0,
        s02 = 0,
        s03 = 0;
      let s10 = 0,
        s11 = 0,
        s12 = 0,
        s13 = 0;
      let s20 = 0,
        s21 = 0,
        s22 = 0,
        s23 = 0;
      let s30 = 0,
        s31 = 0,
        s32 = 0,
        s33 = 0;
      for (let t = 0; t < k; t++) {
        const x0 = a[p0 + t]!;
        const x1 = a[p1 + t]!;
        const x2 = a[p2 + t]!;
        const x3 = a[p3 + t]!;
        const y0 = b[q0 + t]!;
        const y1 = b[q1 + t]!;
        const y2 = b[q2 + t]!;
        const y3 = b[q3 + t]!;
        s00 += x0 * y0;
        s01 += x0 * y1;
        s02 += x0 * y2;
        s03 += x0 * y3;
        s10 += x1 * y0;
        s11 += x1 * y1;
        s12 += x1 * y2;
        s13 += x1 * y3;
        s20 += x2 * y0;
        s21 += x2 * y1;
        s22 += x2 * y2;
        s23 += x2 * y3;
        s30 += x3 * y0;
        s31 += x3 * y1;
        s32 += x3 * y2;
        s33 += x3 * y3;
      }
      let at = cAt + i * stride + j;
      c[at]! -= s00;
      c[at + 1]! -= s01;
      c[at + 2]! -= s02;
      c[at + 3]! -= s03;
      at += stride;
      c[at]! -= s10;
      c[at + 1]! -= s11;
      c[at + 2]! -= s12;
      c[at + 3]! -= s13;
      at += stride;
      c[at]! -= s20;
      c[at + 1]! -= s21;
      c[at + 2]! -= s22;
      c[at + 3]! -= s23;
      at += stride;
      c[at]! -= s30;
      c[at + 1]! -= s31;
      c[at + 2]! -= s32;
      c[at + 3]! -= s33;
    }
  }
}

/** The same, with k cut so that a strip of B stays in the nearest cache. */
function subtractLong(
  c: Float64Array,
  cAt: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  stride: number,
  m: number,
  n: number,
  k: number,
): void {
  for (let t = 0; t < k; t += tile)
    subtractProducts(c, cAt, a, aAt + t, b, bAt + t, stride, m, n, Math.min(tile, k - t));
}

/**
 * Cholesky's factor L of A = LLᵀ, in the lower triangle in place (the upper is left as it was).
 * @returns false where A isn't positive definite; the array is then spoilt
 */
export function factorise(a: Float64Array, n: number): boolean {
  for (let top = 0; top < n; top += tile) {
    const height = Math.min(tile, n - top);
    for (let left = 0; left <= top; left += tile) {
      const width = Math.min(tile, n - left);
      subtractLong(a, top * n + left, a, top * n, a, left * n, n, height, width, left);
      if (left < top) solveRight(a, top, height, left, width, n);
      else if (!factoriseTile(a, top, height, n)) return false;
    }
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

/** Rows X of a tile become X · L⁻ᵀ, L the factor of the diagonal tile at `left`. */
function solveRight(a: Float64Array, top: number, height: number, left: number, width: number, n: number): void {
  for (let i = top; i < top + height; i++)
    for (let j = left; j < left + width; j++) {
      let sum = a[i * n + j]!;
      for (let t = left; t < j; t++) sum -= a[i * n + t]! * a[j * n + t]!;
      a[i * n + j] = sum / a[j * n + j]!;
    }
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
  for (let top = 0; top < m; top += tile) {
    const height = Math.min(tile, m - top);
    for (let i = top; i < top + height; i++) across[i * n + i] = 1;
    for (let left = top; left < m; left += tile) {
      const width = Math.min(tile, m - left);
      subtractLong(across, top * n + left, across, top * n + top, l, left * n + top, n, height, width, left - top);
      solveAcross(across, top, height, l, left, width, n);
    }
  }
  const inverse = new Float64Array(m * n);
  for (let top = 0; top < m; top += tile) {
    const height = Math.min(tile, m - top);
    for (let left = 0; left <= top; left += tile) {
      const width = Math.min(tile, m - left);
      subtractLong(inverse, top * n + left, across, top * n + top, across, left * n + top, n, height, width, m - top);
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

function solveAcross(
  x: Float64Array,
  top: number,
  height: number,
  l: Float64Array,
  left: number,
  width: number,
  n: number,
): void {
  for (let i = top; i < top + height; i++)
    for (let j = left; j < left + width; j++) {
      let sum = x[i * n + j]!;
      for (let t = left; t < j; t++) sum -= x[i * n + t]! * l[j * n + t]!;
      x[i * n + j] = sum / l[j * n + j]!;
    }
}

/**
 * The x with A x = b for a small symmetric A of any size n, not changed. Where A isn't positive definite its diagonal is
 * raised until it is (Levenberg's remedy), so that a direction of descent always comes back.
 */
export function solvePositive(a: Float64Array, n: number, b: Float64Array): Float64Array {
  const size = Math.ceil(n / 4) * 4;
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
