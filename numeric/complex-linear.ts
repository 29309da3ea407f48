/** Small systems of complex linear equations: Gaussian elimination with partial pivoting. */

import { nth } from './nth.ts';

/** Rows of real and imaginary parts. */
export interface ComplexMatrix {
  readonly real: readonly Float64Array[];
  readonly imaginary: readonly Float64Array[];
}

export interface ComplexVector {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Solution x of A x = b; neither is changed. Throws RangeError where A is singular. */
export function solveComplex(a: ComplexMatrix, b: ComplexVector): ComplexVector {
  const n = b.real.length;
  // Each row holds A's row and b's element at its end.
  const rows = Array.from({ length: n }, (_, i) => ({
    re: Float64Array.of(...nth(a.real, i), nth(b.real, i)),
    im: Float64Array.of(...nth(a.imaginary, i), nth(b.imaginary, i)),
  }));
  const size = ({ re, im }: Row, k: number): number => Math.hypot(nth(re, k), nth(im, k));
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (size(nth(rows, i), k) > size(nth(rows, best), k)) best = i;
    const pivot = nth(rows, best);
    if (!(size(pivot, k) > 0)) throw new RangeError(`no solution: node equation ${k} is singular`);
    rows[best] = nth(rows, k);
    rows[k] = pivot;
    divideRow(pivot, k);
    for (const row of rows) if (row !== pivot) takeOff(row, pivot, k);
  }
  return {
    real: Float64Array.from(rows, ({ re }) => nth(re, n)),
    imaginary: Float64Array.from(rows, ({ im }) => nth(im, n)),
  };
}

interface Row {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Division of `row` by its element `k`, in place. */
function divideRow({ re, im }: Row, k: number): void {
  const [x, y] = [nth(re, k), nth(im, k)];
  const square = x * x + y * y;
  for (let j = k; j < re.length; j++) {
    const [u = 0, v = 0] = [re[j], im[j]];
    re[j] = (u * x + v * y) / square;
    im[j] = (v * x - u * y) / square;
  }
}

/** Subtraction of a multiple of `pivot` that makes element `k` of `row` 0. */
function takeOff(row: Row, pivot: Row, k: number): void {
  const [x, y] = [nth(row.re, k), nth(row.im, k)];
  if (x === 0 && y === 0) return;
  for (let j = k; j < row.re.length; j++) {
    const [u = 0, v = 0] = [pivot.re[j], pivot.im[j]];
    row.re[j] = (row.re[j] ?? 0) - (x * u - y * v);
    row.im[j] = (row.im[j] ?? 0) - (x * v + y * u);
  }
}
