/**
 * Weights of a layer, first and last, stored and computing.
 * X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
 */

import { nth, philox4x32, STREAM } from '../../numeric/index.ts';
import { type LayerWeights, type Network, synapsesOf, type WeightLayer, weightLayers } from '../network/network.ts';
import type { FloatPlan, LinearStep } from './steps.ts';

/**
 * Initial weights by `seed`, uniform within Glorot's bound, for every layer. The bound is sqrt(6 / (synapses of an
 * output + those of an input)); the bias is 0.
 */
export function initialWeights(network: Network, seed: number): LayerWeights[] {
  return weightLayers(network).map((layer, index) => {
    const words = new Uint32Array(4);
    const bound = Math.sqrt(6 / (synapsesOf(layer) + layer.outputs * tapsOf(layer)));
    const weights = new Float32Array(synapsesOf(layer) * layer.outputs);
    for (let k = 0; k < weights.length; k++) {
      if (k % 4 === 0) philox4x32(words, k / 4, index, 0, 0, seed, STREAM.initialWeights);
      weights[k] = bound * (2 * ((nth(words, k % 4) + 0.5) / 2 ** 32) - 1);
    }
    return { weights, bias: new Float32Array(layer.outputs) };
  });
}

/** Weights of an output that belong to one input channel. */
export const tapsOf = (layer: WeightLayer): number => (layer.kind === 'convolution' ? layer.kernel ** 2 : 1);

/** Layers of a plan that have weights. */
export function linearSteps(plan: FloatPlan): LinearStep[] {
  return plan.steps.filter((step) => step.kind === 'linear');
}

/** Transfer of weights into the set of parameters at `address`. */
export function writeParameters(
  plan: FloatPlan,
  floats: Float32Array,
  address: number,
  weights: readonly LayerWeights[],
): void {
  linearSteps(plan).forEach((step, k) => {
    const { synapses, weightRow, layer } = step;
    const stored = weights[k] as LayerWeights;
    for (let o = 0; o < layer.outputs; o++) {
      const row = stored.weights.subarray(o * synapses, (o + 1) * synapses);
      floats.set(row, (address + step.weights + o * weightRow) / 4);
    }
    floats.set(stored.bias, (address + step.bias) / 4);
  });
}

/** Weights in the set of parameters at `address`. */
export function readParameters(plan: FloatPlan, floats: Float32Array, address: number): LayerWeights[] {
  return linearSteps(plan).map((step) => {
    const { synapses, weightRow, layer } = step;
    const weights = new Float32Array(synapses * layer.outputs);
    for (let o = 0; o < layer.outputs; o++) {
      const row = (address + step.weights + o * weightRow) / 4;
      weights.set(floats.subarray(row, row + synapses), o * synapses);
    }
    const bias = (address + step.bias) / 4;
    return { weights, bias: floats.slice(bias, bias + layer.outputs) };
  });
}
