/** Winograd's transform of weights, done once at load: see `winograd.ts`. */

import { nth } from '../../../numeric/index.ts';
import type { QuantizedLayer } from '../../quantized/quantize.ts';
import { pairWord } from '../memory/weight-words.ts';
import { weightParts } from './digits.ts';
import { ELEMENTS, MULTIPLE } from './transforms.ts';

/** Matrix G of the weights' transform. 24 times the usual but for the last row, 3 times. */
const G = [
  [6, 0, 0],
  [-4, -4, -4],
  [-4, 4, -4],
  [1, 2, 4],
  [1, -2, 4],
  [0, 0, 3],
] as const;
/**
 * Growth in both transforms. Sums of the absolute entries of a row: 10 in the inputs' transform, 12 in the weights',
 * both along rows and columns.
 */
const INPUT_GROWTH = 100;
const WEIGHT_GROWTH = 144;
/** Least number of channels for which tap by tap is not faster. */
const LEAST_CHANNELS = 2;
const LEAST_CHANNELS_OF_DIGITS = 5;
/** Largest magnitude of a digit. */
const DIGIT = 128;

/** A word, or a part of it. */
type Part = (weight: number) => number;

/** Check that transformed values fit 16 bits and sums 2^25. */
export function suitsWinograd(layer: QuantizedLayer, channels: number, kernel: number, limit: number): boolean {
  const { weights, shift } = layer;
  if (kernel !== 3 || channels < LEAST_CHANNELS || shift > 0 || limit * INPUT_GROWTH > 32_767) return false;
  const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest * WEIGHT_GROWTH <= 32_767 && largestSum(layer, limit) < 2 ** 25;
}

/**
 * Check for words of up to 16 bits in digits. Digits are within 128, sums of two within 256, which fits all transformed
 * inputs and digits of weights; the sums of digits of weights are looked at.
 */
export function suitsDigits(layer: QuantizedLayer, channels: number, kernel: number): boolean {
  const { outputs, weights, shift } = layer;
  if (kernel !== 3 || channels < LEAST_CHANNELS_OF_DIGITS || shift === 0) return false;
  const [high, low, both] = weightParts(shift) as [Part, Part, Part];
  const sizes = weights.map((weight) => Math.abs(high(weight)) + Math.abs(low(weight)));
  if (largestSum({ ...layer, weights: sizes }, DIGIT) >= 2 ** 25) return false;
  for (let output = 0; output < outputs; output++)
    for (let channel = 0; channel < channels; channel++)
      if (transformWeights(layer, output, channel, both).some((value) => Math.abs(value) > 32_767)) return false;
  return true;
}

/** Check that `MULTIPLE` times the sums keep their order, all within 32 bits. */
export const keepsOrder = (layer: QuantizedLayer, limit: number): boolean =>
  largestSum(layer, limit) * MULTIPLE < 2 ** 31;

/** Largest sum of an output in magnitude. */
function largestSum({ inputs, outputs, weights }: QuantizedLayer, limit: number): number {
  const sums = Array.from({ length: outputs }, (_, j) =>
    weights.subarray(j * inputs, (j + 1) * inputs).reduce((sum, value) => sum + Math.abs(value), 0),
  );
  return Math.max(...sums) * limit;
}

/**
 * Transformed words of every two outputs. A header of 16 bytes as in `recordWords`, then [part][element][plane] words
 * of both. The bits of a bias below the layer's shift, 16 for each output, end the header.
 */
export function winogradWords(layer: QuantizedLayer, channels: number): Int32Array {
  const { outputs, bias, shift } = layer;
  const planes = Math.ceil(channels / 2);
  const high = (value: number): number => Math.floor(value / 2 ** shift);
  const low = (value: number): number => value - high(value) * 2 ** shift;
  const none = Array<number>(ELEMENTS).fill(0);
  const words: number[] = [];
  for (let output = 0; output < outputs; output += 2) {
    const [own, next] = [nth(bias, output), output + 1 < outputs ? nth(bias, output + 1) : 0];
    words.push(high(own), high(next), output + 1 < outputs ? -1 : 0xffff, pairWord(low(own), low(next)));
    for (const part of weightParts(shift)) {
      const transformed = [0, 1].map((k) =>
        Array.from({ length: 2 * planes }, (_, channel) =>
          channel < channels && output + k < outputs ? transformWeights(layer, output + k, channel, part) : none,
        ),
      );
      for (let element = 0; element < ELEMENTS; element++)
        for (let plane = 0; plane < planes; plane++)
          for (const of of transformed)
            words.push(pairWord(nth(nth(of, 2 * plane), element), nth(nth(of, 2 * plane + 1), element)));
    }
  }
  return Int32Array.from(words);
}

/**
 * Headers for the largest multiples. They are as those of `winogradWords`, their biases times `MULTIPLE` less `first`,
 * modulo 2^32.
 */
export function multipleHeaders({ outputs, bias }: QuantizedLayer, first: number): Int32Array {
  const of = (output: number): number => (output < outputs ? nth(bias, output) : 0) * MULTIPLE - first;
  return Int32Array.from(
    Array.from({ length: Math.ceil(outputs / 2) }, (_, pair) => [
      of(2 * pair),
      of(2 * pair + 1),
      2 * pair + 1 < outputs ? -1 : 0xffff,
      0,
    ]).flat(),
  );
}

/** Transform G g G^T of a part of the weights, [6][6]. */
function transformWeights(layer: QuantizedLayer, output: number, channel: number, part: Part): number[] {
  const start = output * layer.inputs + channel * 9;
  const weight = (k: number): number => part(nth(layer.weights, start + k));
  const row = (y: number): Three => [weight(3 * y), weight(3 * y + 1), weight(3 * y + 2)];
  const rows = [row(0), row(1), row(2)] as const;
  const columns = G.map((of): Three => [dot(of, rows[0]), dot(of, rows[1]), dot(of, rows[2])]);
  return G.flatMap((of) => columns.map((column) => dot(of, column)));
}

type Three = readonly [number, number, number];

const dot = ([a, b, c]: Three, [x, y, z]: Three): number => a * x + b * y + c * z;
