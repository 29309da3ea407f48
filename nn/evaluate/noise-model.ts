/** Noise models: standard deviations in a network's integers for a noise power in V^2. */

import type { NOISE_MODELS } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { largestCode, type QuantizedLayer, type QuantizedNetwork } from '../quantized/quantize.ts';

export type NoiseModel = (typeof NOISE_MODELS)[number];

/** The noise of an analog neuron, for a layer's number of synapses each. */
export interface NeuronNoise {
  /** Name of the neuron. */
  readonly neuron: string;
  /** Full-scale voltage: the differential input that stands for the largest |x|, V. */
  readonly fullScale: number;
  /** Noise power of an output at the input of one synapse of the largest weight. V^2, for each layer with weights. */
  readonly powers: readonly number[];
}

/** Noise of a point by its power and model, or by a neuron. */
export interface NoisePoint {
  readonly model: NoiseModel;
  /** Integrated noise power, V^2. */
  readonly noisePower: number;
  /** Differential input voltage that stands for the largest |x|: 1 for pixels, else the range of the layer before. V. */
  readonly fullScale: number;
  /** Noise of a neuron in place of the power; null: none. */
  readonly neuron: NeuronNoise | null;
}

/** Standard deviations of `WeightNoise`, for each layer with weights. */
export interface LayerDeviations {
  readonly of: 'weights' | 'outputs';
  readonly sigma: readonly number[];
}

/**
 * Standard deviation of the noise for each layer. It is that of each weight (LSB), or of each output (products of a
 * weight LSB and an input LSB). `weight`: sqrt(P) / V_FS of the largest weight. `per-branch`: smaller by the root of
 * the 2^bits - 1 branches that a largest weight sums, each with noise of its own. `input-referred`: sqrt(n P) / V_FS of
 * the largest product, for n synapses with noise of their own, whatever their inputs and weights are. A neuron's:
 * sqrt(P) / V_FS of the largest product, n being in P already.
 */
export function noiseOf(point: NoisePoint, quantized: QuantizedNetwork): LayerDeviations {
  const { model, noisePower, fullScale, neuron } = point;
  const { bits } = quantized.choice;
  const largest = largestCode(bits);
  if (neuron)
    return {
      of: 'outputs',
      sigma: quantized.layers.map(
        (layer, k) => ((Math.sqrt(nth(neuron.powers, k)) / neuron.fullScale) * largest) / inputPart(layer),
      ),
    };
  const part = Math.sqrt(noisePower) / fullScale;
  const same = (sigma: number): readonly number[] => quantized.layers.map(() => sigma);
  switch (model) {
    case 'weight':
      return { of: 'weights', sigma: same(part * largest) };
    case 'per-branch':
      return { of: 'weights', sigma: same((part * largest) / Math.sqrt(2 ** bits - 1)) };
    case 'input-referred':
      return {
        of: 'outputs',
        sigma: quantized.layers.map((layer) => (Math.sqrt(layer.inputs) * part * largest) / inputPart(layer)),
      };
  }
}

/** Input of code 1 as a part of the largest. Full scale stands for the largest in every layer. */
const inputPart = ({ inputScale, inputRange }: QuantizedLayer): number => inputScale / inputRange;
