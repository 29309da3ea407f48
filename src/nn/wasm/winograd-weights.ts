/** Winograd's transform of weights, done once at load: see `winograd.ts`. */

import type { QuantizedLayer } from '../quantize.ts';
import { pairWord } from './weight-words.ts';
import { ELEMENTS, MULTIPLE } from './winograd-transforms.ts';

/** Weights' transform, 24 times the usual but for the last row, 3 times. */
const G = [
  [6, 0, 0],
  [-4, -4, -4],
  [-4, 4, -4],
  [1, 2, 4],
  [1, -2, 4],
  [0, 0, 3],
] as const;
/** Sums of the absolute entries of a row: 10 in the inputs' transform, 12 in the weights', both along rows and columns. */
const INPUT_GROWTH = 100;
const WEIGHT_GROWTH = 144;
/** Fewer channels are done faster tap by tap. */
const LEAST_CHANNELS = 2;

/** Whether transformed values fit 16 bits and sums 2^25. */
export function suitsWinograd(layer: QuantizedLayer, channels: number, kernel: number, limit: number): boolean {
  const { weights, shift } = layer;
  if (kernel !== 3 || channels < LEAST_CHANNELS || shift > 0 || limit * INPUT_GROWTH > 32_767) return false;
  const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest * WEIGHT_GROWTH <= 32_767 && largestSum(layer, limit) < 2 ** 25;
}

/** Whether `MULTIPLE` times the sums, too, are within 32 bits. */
export const keepsOrder = (layer: QuantizedLayer, limit: number): boolean =>
  largestSum(layer, limit) * MULTIPLE < 2 ** 31;

/** Largest magnitude of an output's sum. */
function largestSum({ inputs, outputs, weights }: QuantizedLayer, limit: number): number {
  const sums = Array.from({ length: outputs }, (_, j) =>
    weights.subarray(j * inputs, (j + 1) * inputs).reduce((sum, value) => sum + Math.abs(value), 0),
  );
  return Math.max(...sums) * limit;
}

/** For every two outputs a header of 16 bytes as in `recordWords`, then [element][plane] words of both. */
export function winogradWords(layer: QuantizedLayer, channels: number): Int32Array {
  const { outputs, bias } = layer;
  const planes = Math.ceil(channels / 2);
  const words: number[] = [];
  for (let output = 0; output < outputs; output += 2) {
    const both = output + 1 < outputs;
    words.push(bias[output] ?? 0, both ? (bias[output + 1] ?? 0) : 0, both ? -1 : 0xffff, 0);
    const transformed = [0, 1].map((k) =>
      Array.from({ length: 2 * planes }, (_, channel) => transformWeights(layer, output + k, channel, channels)),
    );
    for (let element = 0; element < ELEMENTS; element++)
      for (let plane = 0; plane < planes; plane++)
        for (const of of transformed)
          words.push(pairWord(of[2 * plane]?.[element] ?? 0, of[2 * plane + 1]?.[element] ?? 0));
  }
  return Int32Array.from(words);
}

/** G g G^T, [6][6]; zeros beyond the channels. */
function transformWeights(layer: QuantizedLayer, output: number, channel: number, channels: number): number[] {
  const start = output * layer.inputs + channel * 9;
  const inside = channel < channels && output < layer.outputs;
  const weight = (y: number, x: number): number => (inside ? (layer.weights[start + 3 * y + x] ?? 0) : 0);
  return G.flatMap((row) =>
    G.map((column) =>
      [0, 1, 2].reduce(
        (sum, y) => sum + [0, 1, 2].reduce((part, x) => part + (row[y] ?? 0) * (column[x] ?? 0) * weight(y, x), 0),
        0,
      ),
    ),
  );
}
