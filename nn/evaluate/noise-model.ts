/** From a noise power in V^2 to standard deviations in the integers of a network. */

import type { NOISE_MODELS } from '../../gen/index.ts';
import { largestCode, type QuantizedNetwork } from '../quantized/quantize.ts';

export type NoiseModel = (typeof NOISE_MODELS)[number];

/** The noise of an analog neuron, for a layer's number of synapses each. */
export interface NeuronNoise {
  /** Name of the neuron. */
  readonly neuron: string;
  /** Differential input voltage that stands for |x| = 1, V. */
  readonly fullScale: number;
  /** For each layer with weights: noise power of an output, at the input of one synapse of the largest weight, V^2. */
  readonly powers: readonly number[];
}

/** What decides the noise of a point. */
export interface NoisePoint {
  readonly model: NoiseModel;
  /** V^2. */
  readonly noisePower: number;
  /** Differential input voltage that stands for |x| = 1, V. */
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
 * Standard deviations for each layer: of each weight (LSB), or of each output (products of a weight LSB and an input LSB).
 * `weight`: sqrt(P) / V_FS of the largest weight. `per-branch`: smaller by the root of the 2^bits - 1 branches that a largest
 * weight sums, each with noise of its own. `input-referred`: sqrt(n P) / V_FS of the largest product, for n synapses with noise
 * of their own, whatever their inputs and weights are. A neuron's: sqrt(P) / V_FS of the largest product, n being in P already.
 */
export function noiseOf(point: NoisePoint, quantized: QuantizedNetwork): LayerDeviations {
  const { model, noisePower, fullScale, neuron } = point;
  const { bits } = quantized.choice;
  const largest = largestCode(bits);
  if (neuron)
    return {
      of: 'outputs',
      sigma: quantized.layers.map(
        ({ inputScale }, k) => ((Math.sqrt(neuron.powers[k] ?? 0) / neuron.fullScale) * largest) / inputScale,
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
        sigma: quantized.layers.map(({ inputs, inputScale }) => (Math.sqrt(inputs) * part * largest) / inputScale),
      };
  }
}
