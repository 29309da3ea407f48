/** Factors and addends of channels, folded into the weights of a layer beside them. */

import { nth } from '../../numeric/index.ts';
import { groupsOf, type LayerWeights, synapsesOf, type WeightLayer } from '../network/network.ts';

/** Change of a channel: factor x + addend. */
export interface Change {
  readonly factor: number;
  readonly addend: number;
}

/** Weights of a layer whose outputs change before the activation, each in its own way. */
export function foldBehind({ weights, bias }: LayerWeights, changes: readonly Change[]): LayerWeights {
  const synapses = weights.length / bias.length;
  return {
    weights: weights.map((weight, k) => weight * nth(changes, Math.floor(k / synapses)).factor),
    bias: bias.map((value, output) => value * nth(changes, output).factor + nth(changes, output).addend),
  };
}

/**
 * Weights of a layer whose inputs are changed. There is a change for each channel of a convolution, or for as many equal parts of a dense layer's inputs. Zeros around the inputs stay zeros: with an addend, a padded layer would not be the same.
 */
export function foldBefore(
  layer: WeightLayer,
  { weights, bias }: LayerWeights,
  changes: readonly Change[],
): LayerWeights {
  if (changes.every(({ factor, addend }) => factor === 1 && addend === 0)) return { weights, bias };
  const synapses = synapsesOf(layer);
  const groups = groupsOf(layer);
  const channels = changes.length / groups;
  const values = synapses / channels;
  const changeOf = (k: number): Change => {
    const group = Math.floor(Math.floor(k / synapses) / (layer.outputs / groups));
    return nth(changes, group * channels + Math.floor((k % synapses) / values));
  };
  const sums = Float64Array.from(bias);
  weights.forEach((weight, k) => {
    const output = Math.floor(k / synapses);
    sums[output] = nth(sums, output) + weight * changeOf(k).addend;
  });
  return { weights: weights.map((weight, k) => weight * changeOf(k).factor), bias: Float32Array.from(sums) };
}

/** Epsilon of PyTorch, ONNX and the paper on batch normalization. */
const EPSILON = 1e-5;

/**
 * Change that a batch norm makes of a channel; undefined where its variance is none.
 * S. Ioffe and C. Szegedy, "Batch Normalization", ICML 2015, algorithm 2.
 */
export function batchNormChange(
  weight: number,
  bias: number,
  mean: number,
  variance: number,
  epsilon: number = EPSILON,
): Change | undefined {
  if (!(variance >= 0 && variance + epsilon > 0)) return undefined;
  const factor = weight / Math.sqrt(variance + epsilon);
  return { factor, addend: bias - mean * factor };
}
