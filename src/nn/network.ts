/** Networks as data: layers from input to output, and their weights. */

import type { DataSet } from './data-set.ts';

/** Weighted sums of all inputs, then the activation. */
export interface DenseLayer {
  readonly kind: 'dense';
  /** Name of its tensors in a weight file: NAME.weight [outputs, inputs] and NAME.bias [outputs]. */
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  /** `none` where only the order of the outputs counts. */
  readonly activation: 'tanh' | 'none';
}

export interface Network {
  readonly name: string;
  readonly layers: readonly DenseLayer[];
}

/** Parameters of a layer; a network's are an array of these in the order of its layers. */
export interface LayerWeights {
  /** [outputs, inputs], row-major. */
  readonly weights: Float32Array;
  /** [outputs]. */
  readonly bias: Float32Array;
}

/** MNIST, fully connected: 784 pixels, 128 hidden neurons, 10 digits. */
const MNIST_FCN: Network = {
  name: 'mnist-fcn',
  layers: [
    { kind: 'dense', name: 'dense1', inputs: 784, outputs: 128, activation: 'tanh' },
    { kind: 'dense', name: 'dense2', inputs: 128, outputs: 10, activation: 'none' },
  ],
};

const NETWORKS: readonly Network[] = [MNIST_FCN];

/** The network called `name`; throws when there is none. */
export function networkOf(name: string): Network {
  const network = NETWORKS.find((entry) => entry.name === name);
  if (!network)
    throw new RangeError(`network must be one of ${NETWORKS.map((entry) => entry.name).join(', ')}: ${name}`);
  return network;
}

/** Throws unless `weights` holds an array pair of the right sizes, all finite, for each layer. */
export function checkWeights(network: Network, weights: readonly LayerWeights[]): void {
  if (weights.length !== network.layers.length)
    throw new RangeError(`${network.name} must have weights for ${network.layers.length} layers: ${weights.length}`);
  network.layers.forEach((layer, k) => {
    const found = weights[k];
    for (const [part, size, values] of [
      ['weights', layer.inputs * layer.outputs, found?.weights],
      ['bias', layer.outputs, found?.bias],
    ] as const) {
      if (values?.length !== size) throw new RangeError(`${layer.name} must have ${size} ${part}: ${values?.length}`);
      if (!values.every(Number.isFinite)) throw new RangeError(`${layer.name} must have finite ${part}`);
    }
  });
}

/** Throws unless the images have as many pixels as `network` has inputs, and no label is beyond its outputs. */
export function checkData(network: Network, data: DataSet): void {
  const inputs = network.layers[0]?.inputs;
  const outputs = network.layers.at(-1)?.outputs ?? 0;
  if (data.pixels !== inputs)
    throw new RangeError(`${network.name} must have images of ${inputs} pixels: ${data.pixels}`);
  if (data.classes > outputs)
    throw new RangeError(`${network.name} must have at most ${outputs} classes: ${data.classes}`);
}
