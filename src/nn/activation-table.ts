/** An activation as integers: from an exact accumulator to an output code, by thresholds, as hardware would hold it. */

import { tanh } from '../gen/index.ts';

/**
 * A non-decreasing step function of an integer accumulator. `thresholds` alone defines it; buckets of equal width, each with
 * the number of thresholds below its start, only make the search short.
 */
export interface ActivationTable {
  /** Largest code; codes are -limit to limit. */
  readonly limit: number;
  /** [2 limit], ascending: the smallest accumulators that give the codes -limit + 1 to limit. */
  readonly thresholds: Float64Array;
  /** Accumulators of a bucket, a power of two; the first bucket starts at the first threshold. */
  readonly bucketWidth: number;
  /** Number of thresholds at or below the start of each bucket. */
  readonly starts: Int32Array;
}

/** Buckets a threshold, about: one step of search on the average where tanh is steep. */
const BUCKETS_A_THRESHOLD = 2;

/**
 * tanh from accumulators (one unit is `scale`) to codes (one unit is 1 / limit): code = floor(limit tanh(scale n) + 1/2).
 * `limit` is 1 to 2^15 - 1, `scale` above 0.
 */
export function tanhTable(scale: number, limit: number): ActivationTable {
  const code = (n: number): number => Math.floor(limit * tanh(scale * n) + 0.5);
  const saturated = Math.ceil(20 / scale);
  const thresholds = new Float64Array(2 * limit);
  let below = -saturated;
  for (let k = 0; k < thresholds.length; k++) {
    const wanted = k - limit + 1;
    if (code(below) < wanted) {
      let low = below;
      let stride = 1;
      while (code(low + stride) < wanted) {
        low += stride;
        stride *= 2;
      }
      let high = low + stride;
      while (high - low > 1) {
        const middle = low + Math.floor((high - low) / 2);
        if (code(middle) < wanted) low = middle;
        else high = middle;
      }
      below = high;
    }
    thresholds[k] = below;
  }
  return { limit, thresholds, ...buckets(thresholds) };
}

/** Buckets over the span of the thresholds. */
function buckets(thresholds: Float64Array): Pick<ActivationTable, 'bucketWidth' | 'starts'> {
  const first = thresholds[0] ?? 0;
  const span = (thresholds.at(-1) ?? 0) - first + 1;
  let bucketWidth = 1;
  while (span / bucketWidth > BUCKETS_A_THRESHOLD * thresholds.length) bucketWidth *= 2;
  const starts = new Int32Array(Math.ceil(span / bucketWidth));
  let passed = 0;
  for (let b = 0; b < starts.length; b++) {
    while (passed < thresholds.length && (thresholds[passed] ?? 0) <= first + b * bucketWidth) passed++;
    starts[b] = passed;
  }
  return { bucketWidth, starts };
}
