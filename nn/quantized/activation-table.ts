/** Activation tables: from an exact accumulator to an output code, by thresholds, as hardware would hold it. */

import { exp, tanh } from '../../numeric/index.ts';
import type { Activation } from '../network/network.ts';
import { type Segments, segmentCode, segmentsOf } from './segments.ts';

/** A non-decreasing step function of an integer accumulator. */
export interface ActivationTable {
  /** Code below the first threshold. */
  readonly lowest: number;
  /** Largest code, one threshold a code above the lowest. */
  readonly limit: number;
  /**
   * Thresholds [limit - lowest], ascending: the smallest accumulators that give the codes lowest + 1 to limit;
   * Infinity: none, -Infinity: all.
   */
  readonly thresholds: Float64Array;
  /** Lines that the thresholds were made from; null where they are those of the function itself. */
  readonly segments: Segments | null;
}

/**
 * Largest limit of exact thresholds. Codes of more than 9 bits are read from lines: a table of all of them would be as
 * large as a cache.
 */
const LARGEST_EXACT = 255;

/** Largest magnitude of accumulators that are told apart: all are exact, far beyond those of any neuron. */
const LARGEST_ACCUMULATOR = 2 ** 52;

/**
 * An activation from accumulators (one unit is `scale`) to codes (`limit` of them are `range`):
 * code = floor(limit f(scale n) / range + 1/2), within -limit (0 for sigmoid and ReLU) and limit; for a limit above 255 by lines
 * between points of f, at most 0.2 codes off before rounding. `none` is the identity between the limits. `limit` is 1 to
 * 2^15 - 1, `scale` and `range` above 0. A curve that ends within its range never gives the outer codes.
 */
export function activationTable(activation: Activation, scale: number, limit: number, range: number): ActivationTable {
  const curve = curveOf(activation, range, limit);
  const value = (n: number): number => (limit * curve.f(scale * n)) / range + 0.5;
  const lowest = curve.lowest * limit;
  const within = (y: number): number => Math.min(limit, Math.max(lowest, Math.floor((limit * y) / range + 0.5)));
  const [first, last] = [within(curve.ends[0]), within(curve.ends[1])];
  const segments =
    limit > LARGEST_EXACT ? segmentsOf(value, [curve.from / scale, curve.to / scale], [first, last]) : null;
  const exact = (n: number): number => Math.min(last, Math.max(first, Math.floor(value(n))));
  const code = segments ? (n: number): number => segmentCode(segments, n) : exact;
  // Every curve is at its lowest code below -reach and at its largest above reach.
  const reach = Math.min(LARGEST_ACCUMULATOR, Math.ceil((20 + range) / scale));
  const [least, largest] = [code(-reach), code(reach)];
  const thresholds = new Float64Array(limit - lowest);
  let below = -reach;
  let gap = 1;
  for (let k = 0; k < thresholds.length; k++) {
    const wanted = k + 1 + lowest;
    if (wanted <= least || wanted > largest) {
      thresholds[k] = wanted <= least ? -Infinity : Infinity;
      continue;
    }
    if (code(below) < wanted) {
      const before = below;
      below = firstFrom(below, gap, (n) => code(n) >= wanted);
      gap = below - before;
    }
    thresholds[k] = below;
  }
  return { lowest, limit, thresholds, segments };
}

/** Smallest number above `low` that `holds`, as all above it do; sought about `low + gap`, in strides that double. */
function firstFrom(low: number, gap: number, holds: (n: number) => boolean): number {
  let below = low;
  let high = low + gap;
  for (let stride = 1; !holds(high); stride *= 2) {
    below = high;
    high += stride;
  }
  for (let stride = 1; high - stride > below; stride *= 2) {
    if (!holds(high - stride)) below = high - stride;
    else high -= stride;
  }
  while (high - below > 1) {
    const middle = below + Math.floor((high - below) / 2);
    if (holds(middle)) high = middle;
    else below = middle;
  }
  return high;
}

/** A comparator in place of the codes: the largest code, 1, from the middle of the activation's range on, else the lowest. */
export function comparatorTable(activation: Activation, scale: number, range: number): ActivationTable {
  const table = activationTable(activation, scale, 1, range);
  return table.lowest < 0 ? { ...table, thresholds: new Float64Array(2) } : table;
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

/** A function, cut off at its ends. It has its lowest code below `from` and its largest above `to`. */
interface Curve {
  /** Lowest value in units of the range. */
  readonly lowest: -1 | 0;
  readonly f: (x: number) => number;
  /** Least and largest value, at which a line is cut off. */
  readonly ends: readonly [number, number];
  readonly from: number;
  readonly to: number;
}

function curveOf(activation: Activation, range: number, limit: number): Curve {
  // ln(8 limit) at least, from where on tanh of the half and the logistic function are within 1 / (4 limit) of their ends.
  let end = 3 * Math.LN2;
  for (let power = 1; power < limit; power *= 2) end += Math.LN2;
  switch (activation) {
    case 'tanh':
      return { lowest: -1, f: tanh, ends: [-1, 1], from: -end / 2, to: end / 2 };
    case 'sigmoid':
      return { lowest: 0, f: (x) => 1 / (1 + exp(-x)), ends: [0, 1], from: -end, to: end };
    case 'relu':
      return { lowest: 0, f: (x) => x, ends: [0, range], from: 0, to: range };
    case 'hard-tanh':
      return { lowest: -1, f: (x) => x, ends: [-1, 1], from: -1, to: 1 };
    case 'none':
      return { lowest: -1, f: (x) => x, ends: [-range, range], from: -range, to: range };
  }
}
