/** Chips: quantized networks whose weights and outputs are off by what does not change. */

import { nth } from '../../numeric/index.ts';
import type { LayerWeights } from '../network/network.ts';
import { gaussianSource } from '../noise/gaussian.ts';
import { largestCode, type QuantizedNetwork, quantize } from './quantize.ts';

/** Static errors, by which chips differ. */
export interface Static {
  readonly mismatch: Mismatch | null;
  /** Standard deviation of the offset of each output. V at the input of a synapse of the largest weight. */
  readonly offset: number;
}

/** Standard deviation of a weight. */
export type Mismatch =
  /** Mismatch as a part of the weight itself: what training for a chip takes. */
  | { readonly kind: 'factor'; readonly deviation: number }
  /**
   * Mismatch by the unit transistors of an analog neuron: a weight that is the part w of the largest one sums w of all
   * units, each with an error of its own, so that its deviation is `full` sqrt(w) of the largest weight.
   */
  | { readonly kind: 'units'; readonly neuron: string; readonly full: number };

/** A chip, and its weight LSBs in those of the network. One for each layer with weights. */
export interface Chip {
  readonly quantized: QuantizedNetwork;
  readonly unit: readonly number[];
}

/** Bits of a chip's weights, sign included: whole numbers of steps of 2^-15 of the largest. */
const BITS = 16;
/** First draw of the chips' numbers, which no draw of noise has. */
const FIRST_DRAW = 0x80000000;

/**
 * Chip number `chip` of `seed`: every weight and every output has an error of its own, the same for all images. `fullScale`: V
 * that stand for the largest input. Without mismatch the weights stay the codes that they are.
 */
export function chipOf(
  quantized: QuantizedNetwork,
  { mismatch, offset }: Static,
  draw: { readonly seed: number; readonly chip: number; readonly fullScale: number },
): Chip {
  const gaussians = gaussianSource(draw.seed);
  const largest = largestCode(quantized.choice.bits);
  const shifted = quantized.layers.map((layer, k) => {
    const bias = Float64Array.from(layer.bias);
    const weights = Float64Array.from(layer.weights);
    const row = new Float64Array(layer.inputs + 1);
    // An offset of V_FS is that of a largest input on a largest weight.
    const part = layer.inputScale / layer.inputRange;
    const unit = ((offset / draw.fullScale) * largest * 2 ** layer.fractionBits) / part;
    for (let o = 0; o < layer.outputs; o++) {
      gaussians(row, FIRST_DRAW + draw.chip, o, k);
      bias[o] = nth(bias, o) + Math.round(unit * nth(row, layer.inputs));
      for (let i = 0; i < layer.inputs && mismatch; i++) {
        const at = o * layer.inputs + i;
        const weight = nth(weights, at);
        weights[at] = weight + deviationOf(mismatch, weight, largest) * nth(row, i);
      }
    }
    return { bias, weights };
  });
  if (!mismatch) {
    const layers = quantized.layers.map((layer, k) => ({ ...layer, bias: shifted[k]?.bias ?? layer.bias }));
    return { quantized: { ...quantized, layers }, unit: layers.map(() => 1) };
  }
  const real = quantized.layers.map((layer, k): LayerWeights => {
    const fine = (layer.weightScale * layer.inputScale) / 2 ** layer.fractionBits;
    return {
      weights: Float32Array.from(nth(shifted, k).weights, (weight) => weight * layer.weightScale),
      bias: Float32Array.from(nth(shifted, k).bias, (bias) => bias * fine),
    };
  });
  const { bits, activationBits = bits, resolution, ranges } = quantized.choice;
  const chip = quantize(quantized.network, real, {
    bits: BITS,
    activationBits,
    clip: real.map(() => 1),
    ...(resolution === undefined ? {} : { resolution }),
    ...(ranges === undefined ? {} : { ranges }),
  });
  const unit = chip.layers.map((layer, k) => layer.weightScale / nth(quantized.layers, k).weightScale);
  return { quantized: chip, unit };
}

/** Standard deviation of a weight code, LSB. */
function deviationOf(mismatch: Mismatch, weight: number, largest: number): number {
  switch (mismatch.kind) {
    case 'factor':
      return mismatch.deviation * Math.abs(weight);
    case 'units':
      return mismatch.full * Math.sqrt(Math.abs(weight) * largest);
  }
}
