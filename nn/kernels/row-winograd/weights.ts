/** Transform of the weights for products along rows, done once at load: see `row-winograd.ts`. */

import { nth } from '../../../numeric/index.ts';
import type { QuantizedLayer } from '../../quantized/quantize.ts';
import { pairWord } from '../memory/weight-words.ts';

/** Side of the kernels. */
export const KERNEL = 5;
/** The finite points of the transform; infinity is the last. */
export const POINTS = [0, 1, -1, 2, -2, 3, -3] as const;
/** Elements of a transformed row. */
export const ELEMENTS = POINTS.length + 1;
/** Common multiple of all results: the least of the products of a point's distances to the others. */
export const MULTIPLE = 720;

/** Ratios of `MULTIPLE` to the product of a point's distances to the others. */
const FACTORS = POINTS.map(
  (p) => MULTIPLE / POINTS.reduce<number>((product, q) => (q === p ? product : product * (p - q)), 1),
);
/** Largest sum of the absolute entries of a row of the inputs' transform. */
const INPUT_GROWTH = 100;
const LARGEST = 32_767;

/**
 * Check that inputs to `limit` and these weights suit the transform. Transformed, they stay within 16 bits, and sums
 * within 2^27.
 */
export function suitsRowWinograd(layer: QuantizedLayer, channels: number, kernel: number, limit: number): boolean {
  if (kernel !== KERNEL || channels < 2 || layer.shift > 0 || limit * INPUT_GROWTH > LARGEST) return false;
  if (largestSum(layer, limit) >= 2 ** 27) return false;
  for (let row = 0; row < layer.weights.length; row += KERNEL)
    if (transformRow(layer.weights, row).some((value) => Math.abs(value) > LARGEST)) return false;
  return true;
}

/** Check that `MULTIPLE` times the sums, too, are within 32 bits. */
export const fitsMultiple = (layer: QuantizedLayer, limit: number): boolean =>
  largestSum(layer, limit) * MULTIPLE < 2 ** 31;

/** Largest magnitude of an output's sum. */
function largestSum({ inputs, weights }: QuantizedLayer, limit: number): number {
  let most = 0;
  for (let start = 0; start < weights.length; start += inputs) {
    let sum = 0;
    for (const weight of weights.subarray(start, start + inputs)) sum += Math.abs(weight);
    most = Math.max(most, sum);
  }
  return most * limit;
}

/**
 * Words of every two outputs: a header of 16 bytes as in `recordWords`, then [element][kernel row][plane] words of
 * both.
 */
export function rowWinogradWords(layer: QuantizedLayer, channels: number): Int32Array {
  const { outputs, bias } = layer;
  const words: number[] = [];
  for (let output = 0; output < outputs; output += 2) {
    const both = output + 1 < outputs;
    words.push(nth(bias, output), both ? nth(bias, output + 1) : 0, both ? -1 : 0xffff, 0);
    words.push(...transformedWords(layer, channels, output));
  }
  return Int32Array.from(words);
}

/** Transformed words [element][kernel row][plane] of outputs `output` and the next. */
export function transformedWords(layer: QuantizedLayer, channels: number, output: number): Int32Array {
  const { inputs, outputs } = layer;
  const planes = Math.ceil(channels / 2);
  const words = new Int32Array(ELEMENTS * KERNEL * planes * 2);
  const row = (of: number, channel: number, y: number): readonly number[] =>
    of < outputs && channel < channels
      ? transformRow(layer.weights, of * inputs + (channel * KERNEL + y) * KERNEL)
      : Array<number>(ELEMENTS).fill(0);
  for (let y = 0; y < KERNEL; y++)
    for (let plane = 0; plane < planes; plane++)
      for (const k of [0, 1]) {
        const [first, second] = [row(output + k, 2 * plane, y), row(output + k, 2 * plane + 1, y)];
        for (let element = 0; element < ELEMENTS; element++)
          words[2 * ((element * KERNEL + y) * planes + plane) + k] = pairWord(
            nth(first, element),
            nth(second, element),
          );
      }
  return words;
}

/**
 * Transformed row of a kernel from weight `start` on: factor * (w0 + w1 p + ... + w4 p^4) at each point p, w4 at
 * infinity.
 */
function transformRow(weights: Int32Array, start: number): number[] {
  const row = weights.subarray(start, start + KERNEL);
  return [
    ...POINTS.map((p, k) => nth(FACTORS, k) * row.reduceRight((sum, weight) => sum * p + weight, 0)),
    nth(row, KERNEL - 1),
  ];
}
