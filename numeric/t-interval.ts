/** Mean and confidence interval by Student's t. Student, "The Probable Error of a Mean", Biometrika 6, 1908. */

import jStat from 'jstat';

/** Confidence of every interval that is reported. */
export const CONFIDENCE = 0.95;

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Quantile of Student's t with `degrees` of freedom: x with P(T <= x) = p. */
export function tQuantile(p: number, degrees: number): number {
  return jStat.studentt.inv(p, degrees);
}

/** Two-sided t interval of the mean of independent values at 95 %. Null with fewer than two, which have no spread. */
export function tInterval(values: readonly number[]): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = tQuantile((1 + CONFIDENCE) / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half };
}
