/**
 * Training of dense networks: stochastic gradient descent with momentum on the cross-entropy of a softmax. Every random
 * choice is a Philox word of its seed and place and every function is made of IEEE operations, so a seed gives the same
 * weights, bit for bit, on every machine.
 */

import { exp } from '../gen/index.ts';
import type { DataSet } from './data-set.ts';
import { backwardDense, forwardDense, type TrainedLayer, updateDense } from './float-dense.kernel.ts';
import { wrongInFloat } from './float-evaluate.ts';
import { denseLayers, initialLayer, layerWeights } from './layer-weights.ts';
import type { LayerWeights, Network } from './network.ts';
import { checkData } from './network-checks.ts';
import { checkedSeed } from './philox.ts';
import { copyInput, epochOrder } from './training-order.ts';

export interface TrainOptions {
  readonly seed: number;
  readonly epochs: number;
  /** Images of a mini-batch. */
  readonly batch: number;
  /** At the start; falls linearly to zero at the end. */
  readonly learningRate: number;
  readonly momentum: number;
  /** Added to each weight's gradient: weightDecay * weight. */
  readonly weightDecay: number;
  /** Each image is moved by up to this many pixels along both axes, anew each epoch. */
  readonly shift: number;
}

export interface TrainProgress {
  /** Epochs done, from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Mean cross-entropy over the epoch's training images, nats. */
  readonly loss: number;
  /** Part of the validation images that are classified wrongly. */
  readonly validationError: number;
}

/**
 * Trains `network` from scratch. `onProgress` is called (and awaited) after each epoch; a rejection ends the training.
 * Throws where an option is out of range or the data do not fit the network.
 */
export async function train(
  network: Network,
  data: { readonly training: DataSet; readonly validation: DataSet },
  options: TrainOptions,
  onProgress: (progress: TrainProgress) => void | Promise<void> = () => {},
): Promise<LayerWeights[]> {
  const { training, validation } = data;
  checkOptions(options);
  checkData(network, training);
  const layers = denseLayers(network).map((layer, index) => initialLayer(layer, index, options.seed));
  const state = activationsOf(layers);
  const steps = options.epochs * Math.ceil(training.images / options.batch);
  let step = 0;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const order = epochOrder(training.images, options.seed, epoch);
    let loss = 0;
    for (let start = 0; start < training.images; start += options.batch) {
      const end = Math.min(training.images, start + options.batch);
      for (const image of order.subarray(start, end)) {
        copyInput(training, image, { seed: options.seed, epoch, shift: options.shift }, state.input);
        loss += trainImage(layers, state, training.labels[image] ?? 0);
      }
      const learningRate = options.learningRate * (1 - step++ / steps);
      for (const layer of layers) updateDense(layer, end - start, { ...options, learningRate });
    }
    const wrong = wrongInFloat(network, layers.map(layerWeights), validation);
    await onProgress({
      epoch,
      epochs: options.epochs,
      loss: loss / training.images,
      validationError: wrong / validation.images,
    });
  }
  return layers.map(layerWeights);
}

/** What the layers hold for one image. */
interface Activations {
  /** The first layer's input. */
  readonly input: Float64Array;
  /** Output of each layer, and dLoss/d(output). */
  readonly outputs: readonly Float64Array[];
  readonly deltas: readonly Float64Array[];
}

function activationsOf(layers: readonly TrainedLayer[]): Activations {
  const perLayer = () => layers.map((layer) => new Float64Array(layer.outputs));
  return { input: new Float64Array(layers[0]?.inputs ?? 0), outputs: perLayer(), deltas: perLayer() };
}

/** Adds the gradient of the image in `state.input` to the layers; returns its loss, nats. */
export function trainImage(layers: readonly TrainedLayer[], state: Activations, label: number): number {
  let x = state.input;
  layers.forEach((layer, k) => {
    const y = state.outputs[k] as Float64Array;
    forwardDense(layer, x, y);
    x = y;
  });
  const last = layers.length - 1;
  const loss = softmaxLoss(x, label, state.deltas[last] as Float64Array);
  for (let k = last; k >= 0; k--)
    backwardDense(
      layers[k] as TrainedLayer,
      state.outputs[k - 1] ?? state.input,
      state.outputs[k] as Float64Array,
      state.deltas[k] as Float64Array,
      state.deltas[k - 1] ?? null,
    );
  return loss;
}

/** Cross-entropy of softmax(z) with the label, nats; writes its gradient to `delta`. */
function softmaxLoss(z: Float64Array, label: number, delta: Float64Array): number {
  const largest = z.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  z.forEach((value, j) => {
    const power = exp(value - largest);
    delta[j] = power;
    sum += power;
  });
  delta.forEach((power, j) => {
    delta[j] = power / sum - (j === label ? 1 : 0);
  });
  // The loss is shown, not used: Math.log may differ in its last bit between engines.
  return Math.log(sum) + largest - (z[label] ?? 0);
}

function checkOptions(options: TrainOptions): void {
  checkedSeed(options.seed);
  for (const key of ['epochs', 'batch'] as const)
    if (!Number.isInteger(options[key]) || options[key] < 1)
      throw new RangeError(`${key} must be a whole number from 1: ${options[key]}`);
  if (!(options.learningRate > 0)) throw new RangeError(`learningRate must be above 0: ${options.learningRate}`);
  if (!(options.momentum >= 0 && options.momentum < 1))
    throw new RangeError(`momentum must be from 0 to below 1: ${options.momentum}`);
  if (!(options.weightDecay >= 0)) throw new RangeError(`weightDecay must be at least 0: ${options.weightDecay}`);
  if (!Number.isInteger(options.shift) || options.shift < 0)
    throw new RangeError(`shift must be a whole number from 0: ${options.shift}`);
}
