/** Nonlinear least squares by damped Gauss-Newton steps. */

import { nth } from './nth.ts';

/**
 * Parameters of the least sum of squared residuals, from `start` on. The Jacobian is by forward differences. Ends where
 * a round makes the sum smaller by less than the part `gain` of it. D. Marquardt, "An Algorithm for Least-Squares
 * Estimation of Nonlinear Parameters", J. SIAM 11, 1963.
 */
export function leastSquares(
  residuals: (parameters: readonly number[]) => readonly number[],
  start: readonly number[],
  gain = 1e-10,
): readonly number[] {
  let best = start;
  let base = residuals(best);
  let error = sumOfSquares(base);
  let damping = 1e-3;
  for (let round = 0; round < MAX_ROUNDS && damping < MAX_DAMPING; round++) {
    const columns = best.map((value, index) => {
      const step = STEP * Math.max(Math.abs(value), 1e-6);
      const moved = residuals(best.with(index, value + step));
      return Float64Array.from(moved, (residual, row) => (residual - nth(base, row)) / step);
    });
    const gradient = columns.map((column) => dot(column, base));
    const normal = symmetric(columns.length, (i, j) => dot(nth(columns, i), nth(columns, j)));
    const before = error;
    for (; damping < MAX_DAMPING && error === before; damping *= 10) {
      const damped = normal.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) : value)));
      const shift = solve(damped, gradient);
      const candidate = best.map((value, index) => value - nth(shift, index));
      const moved = residuals(candidate);
      const candidateError = sumOfSquares(moved);
      if (!(candidateError < error)) continue;
      [best, base, error] = [candidate, moved, candidateError];
      damping /= 100;
    }
    if (error < before && 1 - error / before < gain) return best;
  }
  return best;
}

const MAX_ROUNDS = 2000;
const MAX_DAMPING = 1e12;
const STEP = 1e-7;

/** Symmetric matrix, each pair computed once. */
function symmetric(size: number, entry: (row: number, column: number) => number): readonly (readonly number[])[] {
  const half = Array.from({ length: size }, (_, i) => Array.from({ length: i + 1 }, (_, j) => entry(i, j)));
  return half.map((row, i) => half.map((other, j) => (j <= i ? nth(row, j) : nth(other, i))));
}

/** Solution of a symmetric positive system by Gaussian elimination with row exchange. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, nth(right, index)]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows.slice(column).reduce((a, b) => (Math.abs(nth(b, column)) > Math.abs(nth(a, column)) ? b : a));
    const place = rows.indexOf(pivot);
    rows[place] = nth(rows, column);
    rows[column] = pivot;
    rows.forEach((target, row) => {
      if (row === column) return;
      const factor = nth(target, column) / nth(pivot, column);
      rows[row] = target.map((value, index) => value - factor * nth(pivot, index));
    });
  }
  return rows.map((row, index) => nth(row, size) / nth(row, index));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += nth(a, index) * nth(b, index);
  return sum;
}

function sumOfSquares(values: readonly number[]): number {
  const sum = dot(values, values);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}
