/**
 * Quantization of trained weights: weights, inputs and activations as symmetric signed codes. They have b bits,
 * -(2^(b-1) - 1) to 2^(b-1) - 1, with a weight scale for each layer and the bias in accumulator units. What comes out
 * is what the neuron computes: accumulator = ((sum << fractionBits) + bias) >> shift, y = table(accumulator).
 */

import { nth } from '../../numeric/index.ts';
import { checkWeights } from '../network/checks.ts';
import {
  type LayerWeights,
  type Network,
  type PixelScale,
  synapsesOf,
  type WeightLayer,
  weightLayers,
} from '../network/network.ts';
import { isUnbounded, needsRange } from '../network/unbounded.ts';
import { type ActivationTable, activationTable, comparatorTable } from './activation-table.ts';

/** Bits of accumulators: within 2^30, so that the noise beside them does not leave 32 bits. */
const ACCUMULATOR_BITS = 30;
const LEAST_SHIFT = 8;
const MOST_SHIFT = 14;

/** Choice for a network at a width of words. */
export interface QuantizationChoice {
  /** Bits of weights, and of inputs and activations where these have none of their own; sign included, 2 to 16. */
  readonly bits: number;
  /** Bits of inputs and activations, sign included, 2 to 16. */
  readonly activationBits?: number;
  /**
   * Bits of the converters at the outputs of all layers but the last: activations have so many at most, sign included, 1 to 16;
   * 1: a comparator, which gives the largest or the smallest output. The last layer's outputs are compared as they are.
   */
  readonly resolution?: number;
  /**
   * Weight of the largest code as a part of the largest weight, for each layer. Layers are those with weights; 1:
   * nothing is clipped.
   */
  readonly clip: readonly number[];
  /**
   * Output of the largest code, for each layer. It is 1 for bounded activations, and for all where none is unbounded it
   * may be left out.
   */
  readonly ranges?: readonly number[];
}

export interface QuantizedLayer {
  /** Products in the sum of an output. */
  readonly inputs: number;
  readonly outputs: number;
  /** Weight codes [outputs, inputs]; a convolution's inputs are [channels, kernel, kernel]. */
  readonly weights: Int32Array;
  /** Weight of code 1. */
  readonly weightScale: number;
  /** Input of code 1: 1 / (2^(a-1) - 1) for pixels as for tanh of -1 to 1, a bits each. */
  readonly inputScale: number;
  /** Input of the largest code: the range of what the layer gets, 1 for pixels. */
  readonly inputRange: number;
  /** Biases [outputs], whole numbers in units of weightScale * inputScale / 2^fractionBits. */
  readonly bias: Float64Array;
  /** Left shift of the sum of products before the bias is added, bits. */
  readonly fractionBits: number;
  /** Lowest bits of the accumulator that are not read: the value is floor(accumulator / 2^shift). */
  readonly shift: number;
  /** Table from accumulator to output code; null where the accumulators themselves are the outputs. */
  readonly table: ActivationTable | null;
}

export interface QuantizedNetwork {
  readonly network: Network;
  readonly choice: QuantizationChoice;
  /** Largest code of an input and of an activation, 2^(a-1) - 1. */
  readonly limit: number;
  /** Layers with weights. */
  readonly layers: readonly QuantizedLayer[];
}

/** Largest code of `bits`: 2^(bits-1) - 1. Throws unless bits is 2 to 16. */
export function largestCode(bits: number): number {
  if (!Number.isInteger(bits) || bits < 2 || bits > 16)
    throw new RangeError(`bits must be a whole number from 2 to 16: ${bits}`);
  return 2 ** (bits - 1) - 1;
}

/**
 * Fraction bits of the bias: as many as give it the resolution that the 8-bit network has, 2^-14 of a product of two full
 * scales; 10 at 3 bits, none from 8 bits. Without them a 3-bit bias is rounded to ninths of such a product. `inputBits` are
 * those of the inputs.
 */
export function biasFractionBits(bits: number, inputBits: number = bits): number {
  largestCode(bits);
  largestCode(inputBits);
  return Math.max(0, 16 - bits - inputBits);
}

/**
 * Code of a pixel of 0 to 255: what it stands for in units of 1 / limit, rounded to the nearest in whole numbers. A centred one
 * is -1 + 2 pixel / 255: the code of 2 limit steps less limit. One of a channel with a mean is that of pixel / 255 - mean, the
 * mean being rounded to 1 / 255 of a code.
 */
export function pixelCode(pixel: number, limit: number, scale: PixelScale = 'positive', channel = 0): number {
  if (typeof scale === 'object')
    return Math.floor((pixel * limit + meanAddend(nth(scale.means, channel), limit)) / 255) - limit;
  switch (scale) {
    case 'positive':
      return Math.floor((2 * pixel * limit + 255) / 510);
    case 'centred':
      return Math.floor((4 * pixel * limit + 255) / 510) - limit;
  }
}

/**
 * Addend by which a pixel less a mean is coded. The code is floor((pixel limit + addend) / 255) - limit; what is divided is
 * never below zero, and below 2^24.
 */
export const meanAddend = (mean: number, limit: number): number => 127 + 255 * limit - Math.round(mean * 255 * limit);

/** Codes of an image's pixels [channels, height, width], bytes. */
export function imageCodes({ network, limit }: QuantizedNetwork, pixels: Uint8Array): Int32Array {
  const area = network.input.height * network.input.width;
  return Int32Array.from(pixels, (pixel, k) => pixelCode(pixel, limit, network.pixels, Math.floor(k / area)));
}

/**
 * Quantized network. Throws where bits, clips or ranges are out of range, weights do not fit, or an accumulator could
 * exceed 2^44 units: the message states the bound.
 */
export function quantize(
  network: Network,
  weights: readonly LayerWeights[],
  choice: QuantizationChoice,
): QuantizedNetwork {
  checkWeights(network, weights);
  const { bits, activationBits = bits, resolution = activationBits } = choice;
  const limit = largestCode(activationBits);
  if (!(Number.isInteger(resolution) && resolution >= 1 && resolution <= activationBits))
    throw new RangeError(`resolution must be 1 to ${activationBits}, the bits of activations: ${resolution}`);
  const layers = weightLayers(network);
  const ranges = choice.ranges ?? boundedRanges(network);
  for (const [key, values] of [['clip', choice.clip] as const, ['ranges', ranges] as const])
    if (values.length !== layers.length)
      throw new RangeError(`${key} must hold a number for each of ${layers.length} layers: ${values.length}`);
  let inputBits = activationBits;
  let inputScale = 1 / limit;
  let inputRange = 1;
  const quantized = layers.map((layer, k): QuantizedLayer => {
    const clip = nth(choice.clip, k);
    const range = nth(ranges, k);
    if (!(clip > 0 && clip <= 1)) throw new RangeError(`clip must be above 0 and at most 1: ${clip}`);
    if (!(range > 0 && range < Infinity)) throw new RangeError(`ranges must be above 0: ${range}`);
    if (range !== 1 && !isUnbounded(layer.activation))
      throw new RangeError(`the range of ${layer.name} must be 1, that of ${layer.activation}: ${range}`);
    const last = k === layers.length - 1;
    const scaled = scaleLayer(layer, weights[k] as LayerWeights, {
      ...{ bits, inputBits, clip, inputScale, inputRange },
    });
    const codes = last ? limit : outputLimit(resolution);
    const table =
      last && layer.activation === 'none'
        ? null
        : !last && resolution === 1
          ? comparatorTable(layer.activation, scaled.unit, range)
          : activationTable(layer.activation, scaled.unit, codes, range);
    inputBits = Math.max(2, resolution);
    inputScale = range / codes;
    inputRange = range;
    return { ...scaled.layer, table };
  });
  return { network, choice, limit, layers: quantized };
}

/** Ranges of a network whose activations are all bounded. Throws where one is not. */
function boundedRanges(network: Network): readonly number[] {
  const needs = needsRange(network);
  weightLayers(network).forEach(({ name, activation }, k) => {
    if (needs[k]) throw new RangeError(`the range of ${name} must be given, as ${activation} has no end`);
  });
  return needs.map(() => 1);
}

/** Largest code of a converter; a comparator's two are the largest and, of signed activations, the smallest. */
const outputLimit = (resolution: number): number => (resolution === 1 ? 1 : largestCode(resolution));

/** Codes of a layer, and the value of one unit of its accumulator. */
function scaleLayer(
  layer: WeightLayer,
  stored: LayerWeights,
  scales: Pick<QuantizedLayer, 'inputScale' | 'inputRange'> & {
    readonly bits: number;
    readonly inputBits: number;
    readonly clip: number;
  },
): { readonly layer: Omit<QuantizedLayer, 'table'>; readonly unit: number } {
  const { bits, inputBits, clip, inputScale, inputRange } = scales;
  const limit = largestCode(bits);
  const fractionBits = biasFractionBits(bits, inputBits);
  const largest = stored.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const weightScale = (largest > 0 ? clip * largest : 1) / limit;
  const fine = (weightScale * inputScale) / 2 ** fractionBits;
  const inputs = synapsesOf(layer);
  const weights = Int32Array.from(stored.weights, (value) => weightCode(value / weightScale, limit));
  const bias = Float64Array.from(stored.bias, (value) => Math.round(value / fine));
  const bound = accumulatorBound({ inputs, weights, bias, fractionBits }, largestCode(inputBits));
  const shift = accumulatorShift(layer.name, bound);
  return {
    layer: { inputs, outputs: layer.outputs, weights, weightScale, inputScale, inputRange, bias, fractionBits, shift },
    unit: fine * 2 ** shift,
  };
}

/** Largest magnitude of a layer's (sum << fractionBits) + bias. Inputs are -limit to limit. */
export function accumulatorBound(
  layer: Pick<QuantizedLayer, 'inputs' | 'weights' | 'bias' | 'fractionBits'>,
  limit: number,
): number {
  const { inputs, weights, bias, fractionBits } = layer;
  return bias.reduce((most, value, j) => {
    const sum = weights.subarray(j * inputs, (j + 1) * inputs).reduce((all, weight) => all + Math.abs(weight), 0);
    return Math.max(most, sum * limit * 2 ** fractionBits + Math.abs(value));
  }, 0);
}

/** Bits that the activation does not read of an accumulator of this bound: none to 2^30, else 8 to 14, enough to stay below. */
function accumulatorShift(name: string, bound: number): number {
  if (bound <= 2 ** ACCUMULATOR_BITS) return 0;
  let shift = LEAST_SHIFT;
  while (bound > 2 ** (ACCUMULATOR_BITS + shift)) shift++;
  if (shift > MOST_SHIFT)
    throw new RangeError(
      `accumulators of ${name} must stay within 2^${ACCUMULATOR_BITS + MOST_SHIFT}: ${bound} is possible`,
    );
  return shift;
}

/** Nearest code, halves away from zero, within the limits. */
function weightCode(value: number, limit: number): number {
  const size = Math.min(limit, Math.floor(Math.abs(value) + 0.5));
  return value < 0 ? -size : size;
}
