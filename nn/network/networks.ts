/** Networks that come with the package. */

import type { DenseLayer, Layer, Network } from './network.ts';

const dense = (name: string, inputs: number, outputs: number, activation: DenseLayer['activation']): Layer => ({
  kind: 'dense',
  name,
  inputs,
  outputs,
  activation,
});

const convolution = (name: string, inputs: number, outputs: number, kernel: number, padding: number): Layer => ({
  kind: 'convolution',
  name,
  inputs,
  outputs,
  kernel,
  padding,
  activation: 'tanh',
});

const MAX_POOL: Layer = { kind: 'max-pool', size: 2 };
const FLATTEN: Layer = { kind: 'flatten' };

/** MNIST, fully connected: 784 pixels, 128 hidden neurons, 10 digits. */
const MNIST_FCN: Network = {
  name: 'mnist-fcn',
  input: { channels: 1, height: 28, width: 28 },
  layers: [dense('dense1', 784, 128, 'tanh'), dense('dense2', 128, 10, 'none')],
};

/** MNIST, convolutional: 281,640 products and 4,694 sums an image. */
const MNIST_CNN: Network = {
  name: 'mnist-cnn',
  input: { channels: 1, height: 28, width: 28 },
  layers: [
    convolution('convolution1', 1, 6, 5, 0),
    MAX_POOL,
    convolution('convolution2', 6, 16, 5, 0),
    MAX_POOL,
    FLATTEN,
    dense('dense1', 256, 120, 'tanh'),
    dense('dense2', 120, 84, 'tanh'),
    dense('dense3', 84, 10, 'none'),
  ],
};

/** CIFAR-10, convolutional: 4,556,032 products an image. */
const CIFAR10_CNN: Network = {
  name: 'cifar10-cnn',
  input: { channels: 3, height: 32, width: 32 },
  pixels: 'centred',
  layers: [
    convolution('convolution1', 3, 32, 3, 1),
    MAX_POOL,
    convolution('convolution2', 32, 32, 3, 1),
    MAX_POOL,
    convolution('convolution3', 32, 64, 3, 1),
    MAX_POOL,
    FLATTEN,
    dense('dense1', 1024, 128, 'tanh'),
    dense('dense2', 128, 10, 'none'),
  ],
};

const NETWORKS: readonly Network[] = [MNIST_FCN, MNIST_CNN, CIFAR10_CNN];

/** Network called `name`. Throws when there is none. */
export function networkOf(name: string): Network {
  const network = NETWORKS.find((entry) => entry.name === name);
  if (!network)
    throw new RangeError(`network must be one of ${NETWORKS.map((entry) => entry.name).join(', ')}: ${name}`);
  return network;
}
