/** Nonlinear least squares. */

/**
 * Parameters that make the residuals' sum of squares least, from `start` on (D. Marquardt, "An Algorithm for
 * Least-Squares Estimation of Nonlinear Parameters", J. SIAM 11, 1963); the Jacobian is by forward differences.
 */
export function leastSquares(
  residuals: (parameters: readonly number[]) => readonly number[],
  start: readonly number[],
): readonly number[] {
  let best = start;
  let error = sumOfSquares(residuals(best));
  let damping = 1e-3;
  for (let round = 0; round < MAX_ROUNDS && damping < 1e12; round++) {
    const base = residuals(best);
    const columns = best.map((value, index) => {
      const step = STEP * Math.max(Math.abs(value), 1e-6);
      const moved = residuals(best.with(index, value + step));
      return moved.map((residual, row) => (residual - (base[row] ?? 0)) / step);
    });
    const gradient = columns.map((column) => dot(column, base));
    const normal = columns.map((a) => columns.map((b) => dot(a, b)));
    for (; damping < 1e12; damping *= 10) {
      const damped = normal.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) : value)));
      const shift = solve(damped, gradient);
      const candidate = best.map((value, index) => value - (shift[index] ?? 0));
      const candidateError = sumOfSquares(residuals(candidate));
      if (!(candidateError < error)) continue;
      const gain = 1 - candidateError / error;
      best = candidate;
      error = candidateError;
      damping /= 10;
      if (gain < 1e-10) return best;
      break;
    }
  }
  return best;
}

const MAX_ROUNDS = 2000;
const STEP = 1e-7;

/** Solution of a symmetric positive system by Gaussian elimination with row exchange. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows.slice(column).reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    const place = rows.indexOf(pivot);
    rows[place] = rows[column] ?? pivot;
    rows[column] = pivot;
    for (let row = 0; row < size; row++) {
      const target = rows[row];
      if (row === column || !target) continue;
      const factor = (target[column] ?? 0) / (pivot[column] ?? 1);
      rows[row] = target.map((value, index) => value - factor * (pivot[index] ?? 0));
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

function sumOfSquares(values: readonly number[]): number {
  const sum = dot(values, values);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}
