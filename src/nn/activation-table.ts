/** An activation as integers: from an exact accumulator to an output code, by thresholds, as hardware would hold it. */

import { exp, tanh } from '../gen/index.ts';
import type { Activation } from './network.ts';

/** A non-decreasing step function of an integer accumulator. */
export interface ActivationTable {
  /** Code below the first threshold. */
  readonly lowest: number;
  /** Largest code, one threshold a code above the lowest. */
  readonly limit: number;
  /** [limit - lowest], ascending: the smallest accumulators that give the codes lowest + 1 to limit. */
  readonly thresholds: Float64Array;
}

/**
 * An activation from accumulators (one unit is `scale`) to codes (`limit` of them are `range`):
 * code = floor(limit f(scale n) / range + 1/2), within -limit (0 for sigmoid and ReLU) and limit. `none` is the identity between
 * these. `limit` is 1 to 2^15 - 1, `scale` and `range` above 0.
 */
export function activationTable(activation: Activation, scale: number, limit: number, range: number): ActivationTable {
  const { lowest, f } = curve(activation);
  const code = (n: number): number =>
    Math.min(limit, Math.max(lowest * limit, Math.floor((limit * f(scale * n)) / range + 0.5)));
  const thresholds = new Float64Array(limit - lowest * limit);
  // Every curve is at its lowest code from here down.
  let below = -Math.ceil((20 + range) / scale);
  for (let k = 0; k < thresholds.length; k++) {
    const wanted = k + 1 + lowest * limit;
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
  return { lowest: lowest * limit, limit, thresholds };
}

/** Output code of an accumulator: the lowest code and one more for each threshold at or below it. */
export function activate(table: ActivationTable, accumulator: number): number {
  const { thresholds } = table;
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((thresholds[middle] ?? 0) <= accumulator) low = middle + 1;
    else high = middle;
  }
  return table.lowest + low;
}

/** The function, and its lowest value in units of the range. */
function curve(activation: Activation): { readonly lowest: -1 | 0; readonly f: (x: number) => number } {
  switch (activation) {
    case 'tanh':
      return { lowest: -1, f: tanh };
    case 'sigmoid':
      return { lowest: 0, f: (x) => 1 / (1 + exp(-x)) };
    case 'relu':
      return { lowest: 0, f: (x) => Math.max(0, x) };
    case 'hard-tanh':
      return { lowest: -1, f: (x) => Math.min(1, Math.max(-1, x)) };
    case 'none':
      return { lowest: -1, f: (x) => x };
  }
}
