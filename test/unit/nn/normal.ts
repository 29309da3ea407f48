/** The normal distribution and the Kolmogorov-Smirnov distance, for tests of random numbers. */

import jStat from 'jstat';

/** Phi(x), by the complementary error function so that the tails keep their digits. */
export const normalCdf = (x: number): number => 0.5 * jStat.erfc(-x / Math.SQRT2);

/** Largest distance between the sample's and the given distribution function. */
export function ksDistance(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.slice().sort();
  const n = sorted.length;
  return sorted.reduce((largest, value, k) => {
    const p = cdf(value);
    return Math.max(largest, p - k / n, (k + 1) / n - p);
  }, 0);
}
