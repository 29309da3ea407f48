/**
 * The weights of a layer, first and last, stored and computing.
 * X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
 */

import type { FloatLayer, TrainedLayer } from './float-dense.kernel.ts';
import { type DenseLayer, type LayerWeights, layerName, type Network } from './network.ts';
import { philox4x32, STREAM } from './philox.ts';

/** Weights uniform within sqrt(6 / (inputs + outputs)), bias 0; layer `index` of its network, by `seed`. */
export function initialLayer(layer: DenseLayer, index: number, seed: number): TrainedLayer {
  const { inputs, outputs } = layer;
  const words = new Uint32Array(4);
  const bound = Math.sqrt(6 / (inputs + outputs));
  const weights = new Float64Array(inputs * outputs);
  for (let k = 0; k < weights.length; k++) {
    if (k % 4 === 0) philox4x32(words, k / 4, index, 0, 0, seed, STREAM.initialWeights);
    weights[k] = bound * (2 * (((words[k % 4] ?? 0) + 0.5) / 2 ** 32) - 1);
  }
  return {
    inputs,
    outputs,
    activation: floatActivation(layer),
    weights,
    bias: new Float64Array(outputs),
    weightGradient: new Float64Array(weights.length),
    biasGradient: new Float64Array(outputs),
    weightVelocity: new Float64Array(weights.length),
    biasVelocity: new Float64Array(outputs),
  };
}

/** The weights as they are stored: [outputs, inputs], rounded to single precision. */
export function layerWeights(layer: FloatLayer): LayerWeights {
  const { inputs, outputs } = layer;
  const weights = new Float32Array(inputs * outputs);
  for (let i = 0; i < inputs; i++)
    for (let j = 0; j < outputs; j++) weights[j * inputs + i] = layer.weights[i * outputs + j] ?? 0;
  return { weights, bias: Float32Array.from(layer.bias) };
}

/** Stored weights as a layer that computes. */
export function floatLayer(layer: DenseLayer, stored: LayerWeights): FloatLayer {
  const { inputs, outputs } = layer;
  const weights = new Float64Array(inputs * outputs);
  for (let i = 0; i < inputs; i++)
    for (let j = 0; j < outputs; j++) weights[i * outputs + j] = stored.weights[j * inputs + i] ?? 0;
  return { inputs, outputs, activation: floatActivation(layer), weights, bias: Float64Array.from(stored.bias) };
}

/** The layers of a network that is dense from input to output. Throws where another layer is among them. */
export function denseLayers(network: Network): readonly DenseLayer[] {
  return network.layers.map((layer, k) => {
    if (layer.kind !== 'dense')
      throw new RangeError(`${network.name} must have dense layers only: ${layerName(network, k)}`);
    return layer;
  });
}

function floatActivation({ name, activation }: DenseLayer): FloatLayer['activation'] {
  if (activation !== 'tanh' && activation !== 'none')
    throw new RangeError(`${name} must have the activation tanh or none: ${activation}`);
  return activation;
}
