/** Integer layers of the evaluator: every product is summed by the golden MAC. */

import { multiplyAccumulate } from '../sim/index.ts';
import type { ActivationTable } from './activation-table.ts';
import type { QuantizedLayer } from './quantize.ts';

/** Writes the accumulators (sum << fractionBits) + bias of the input codes x[xStart ...] to out[outStart ...]. */
export function accumulate(
  layer: QuantizedLayer,
  x: Int32Array,
  xStart: number,
  out: Float64Array,
  outStart: number,
): void {
  const { inputs, outputs, weights, bias } = layer;
  const shift = 2 ** layer.fractionBits;
  for (let j = 0; j < outputs; j++)
    out[outStart + j] = multiplyAccumulate(x, xStart, weights, j * inputs, inputs) * shift + bias[j]!;
}

/** Sum of the squares of the input codes, which is what the weights' noise is weighted with. */
export function sumOfSquares(x: Int32Array, xStart: number, inputs: number): number {
  return multiplyAccumulate(x, xStart, x, xStart, inputs);
}

/** Output codes of accumulators from `accumulators[start]` on; `out` gives their number. */
export function activate(table: ActivationTable, accumulators: Float64Array, start: number, out: Int32Array): void {
  const { limit, thresholds, bucketWidth, starts } = table;
  const first = thresholds[0]!;
  const count = thresholds.length;
  const last = thresholds[count - 1]!;
  const bucketsAUnit = 1 / bucketWidth;
  for (let j = 0; j < out.length; j++) {
    const value = accumulators[start + j]!;
    let passed = 0;
    if (value >= last) passed = count;
    else if (value >= first) {
      passed = starts[Math.floor((value - first) * bucketsAUnit)]!;
      while (thresholds[passed]! <= value) passed++;
    }
    out[j] = passed - limit;
  }
}

/** Writes accumulator + round(sigma * g) for each output: the noise of its synapses, lumped, in accumulator units. */
export function addNoise(
  accumulators: Float64Array,
  start: number,
  sigma: number,
  gaussians: Float64Array,
  out: Float64Array,
): void {
  for (let j = 0; j < out.length; j++) out[j] = accumulators[start + j]! + Math.round(sigma * gaussians[j]!);
}
