/**
 * Post-training quantization: weights, inputs and activations as symmetric signed codes of b bits, -(2^(b-1) - 1) to
 * 2^(b-1) - 1, a weight scale for each layer, the bias in accumulator units. What comes out is what the neuron computes:
 * accumulator = (sum << fractionBits) + bias, y = table(accumulator).
 */

import { type ActivationTable, tanhTable } from './activation-table.ts';
import { denseLayers } from './layer-weights.ts';
import type { LayerWeights, Network } from './network.ts';
import { checkWeights } from './network-checks.ts';

/** What is chosen for a network at a width of words. */
export interface QuantizationChoice {
  /** Bits of weights, inputs and activations, sign included, 2 to 16. */
  readonly bits: number;
  /** For each layer, the weight that the largest code stands for, as a part of the largest weight; 1: nothing is clipped. */
  readonly clip: readonly number[];
}

export interface QuantizedLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** [outputs, inputs] codes. */
  readonly weights: Int32Array;
  /** A weight is its code times this. */
  readonly weightScale: number;
  /** An input is its code times this: 1 / (2^(b-1) - 1), for pixels of 0 to 1 as for tanh of -1 to 1. */
  readonly inputScale: number;
  /** [outputs], whole numbers in units of weightScale * inputScale / 2^fractionBits. */
  readonly bias: Float64Array;
  /** The sum of products is shifted left by this before the bias is added. */
  readonly fractionBits: number;
  /** From accumulator to output code; null where the accumulators themselves are the outputs. */
  readonly table: ActivationTable | null;
}

export interface QuantizedNetwork {
  readonly network: Network;
  readonly choice: QuantizationChoice;
  /** Largest code, 2^(b-1) - 1. */
  readonly limit: number;
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
 * scales; 10 at 3 bits, none from 8 bits. Without them a 3-bit bias is rounded to ninths of such a product.
 */
export function biasFractionBits(bits: number): number {
  largestCode(bits);
  return Math.max(0, 16 - 2 * bits);
}

/** Code of a pixel of 0 to 255: the pixel / 255 in units of 1 / limit, rounded to the nearest in whole numbers. */
export function pixelCode(pixel: number, limit: number): number {
  return Math.floor((2 * pixel * limit + 255) / 510);
}

/** The network in integers. Throws where bits or clips are out of range, weights do not fit or a sum could exceed 2^53. */
export function quantize(
  network: Network,
  weights: readonly LayerWeights[],
  choice: QuantizationChoice,
): QuantizedNetwork {
  checkWeights(network, weights);
  const limit = largestCode(choice.bits);
  const dense = denseLayers(network);
  if (choice.clip.length !== dense.length)
    throw new RangeError(`clip must hold a number for each of ${dense.length} layers: ${choice.clip.length}`);
  const fractionBits = biasFractionBits(choice.bits);
  const layers = dense.map((layer, k): QuantizedLayer => {
    const stored = weights[k] as LayerWeights;
    const clip = choice.clip[k] ?? 0;
    if (!(clip > 0 && clip <= 1)) throw new RangeError(`clip must be above 0 and at most 1: ${clip}`);
    const largest = stored.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const weightScale = (largest > 0 ? clip * largest : 1) / limit;
    const inputScale = 1 / limit;
    const unit = (weightScale * inputScale) / 2 ** fractionBits;
    const bias = Float64Array.from(stored.bias, (value) => Math.round(value / unit));
    const bound = layer.inputs * limit * limit * 2 ** fractionBits + Math.max(...bias.map(Math.abs));
    if (bound > Number.MAX_SAFE_INTEGER)
      throw new RangeError(`accumulators of ${layer.name} must stay below 2^53: ${bound} is possible`);
    return {
      inputs: layer.inputs,
      outputs: layer.outputs,
      weights: Int32Array.from(stored.weights, (value) => weightCode(value / weightScale, limit)),
      weightScale,
      inputScale,
      bias,
      fractionBits,
      table: layer.activation === 'tanh' ? tanhTable(unit, limit) : null,
    };
  });
  return { network, choice, limit, layers };
}

/** Nearest code, halves away from zero, within the limits. */
function weightCode(value: number, limit: number): number {
  const size = Math.min(limit, Math.floor(Math.abs(value) + 0.5));
  return value < 0 ? -size : size;
}
