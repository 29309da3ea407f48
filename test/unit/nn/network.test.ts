import { describe, expect, test } from 'vitest';
import { checkData, checkTrainable, checkWeights } from '../../../nn/network/checks.ts';
import { type Layer, type Network, shapeText, synapsesOf, weightLayers } from '../../../nn/network/network.ts';
import { networkOf } from '../../../nn/network/networks.ts';
import { layerShapes } from '../../../nn/network/shapes.ts';
import { someWeights } from './network.fixture.ts';

const INPUT = { channels: 3, height: 8, width: 9 };
const withLayers = (...layers: Layer[]): Network => ({ name: 'mine', input: INPUT, layers });
const convolution = (inputs: number, kernel: number, padding: number): Layer => ({
  kind: 'convolution',
  name: 'first',
  inputs,
  outputs: 5,
  kernel,
  padding,
  activation: 'tanh',
});
const dense = (inputs: number): Layer => ({ kind: 'dense', name: 'last', inputs, outputs: 2, activation: 'none' });
const texts = (network: Network): string[] => layerShapes(network).map(shapeText);

describe('shapes', () => {
  test('of the three networks', () => {
    expect(texts(networkOf('mnist-fcn'))).toEqual(['128', '10']);
    expect(texts(networkOf('mnist-cnn'))).toEqual([
      '6 x 24 x 24',
      '6 x 12 x 12',
      '16 x 8 x 8',
      '16 x 4 x 4',
      '256',
      '120',
      '84',
      '10',
    ]);
    expect(texts(networkOf('cifar10-cnn')).slice(0, 7)).toEqual([
      '32 x 32 x 32',
      '32 x 16 x 16',
      '32 x 16 x 16',
      '32 x 8 x 8',
      '64 x 8 x 8',
      '64 x 4 x 4',
      '1024',
    ]);
  });

  // MNIST-CNN: 86,400 + 153,600 + 30,720 + 10,080 + 840 products, 3456 + 1024 + 214 sums.
  test.each([
    ['mnist-fcn', 101_632, 138],
    ['mnist-cnn', 281_640, 4694],
    ['cifar10-cnn', 4_556_032, 45_194],
  ])('%s: %s products and %s sums an image', (name, products, sums) => {
    const network = networkOf(name);
    const shapes = layerShapes(network);
    let counted = 0;
    let outputs = 0;
    network.layers.forEach((layer, k) => {
      if (layer.kind !== 'dense' && layer.kind !== 'convolution') return;
      const { channels, height, width } = shapes[k]!;
      outputs += channels * height * width;
      counted += channels * height * width * synapsesOf(layer);
    });
    expect([counted, outputs]).toEqual([products, sums]);
  });

  test('odd sizes: pooling leaves out what fills no window, padding widens', () => {
    const network = withLayers(convolution(3, 3, 2), { kind: 'average-pool', size: 3 }, { kind: 'flatten' }, dense(45));
    expect(texts(network)).toEqual(['5 x 10 x 11', '5 x 3 x 3', '45', '2']);
  });

  test.each([
    [[dense(100)], 'last must have inputs 3 x 8 x 9: 100'],
    [[convolution(4, 3, 0)], 'first must have inputs 3 x 8 x 9: 4 x 8 x 9'],
    [[convolution(3, 11, 1)], 'first must have a kernel within 3 x 8 x 9 and padding 1: 11 x 11'],
    [[convolution(3, 3, -1)], 'first: padding must be a whole number from 0: -1'],
    [[convolution(3, 0, 1)], 'first: kernel must be a whole number from 1: 0'],
    [[{ kind: 'flatten' }, { kind: 'max-pool', size: 2 }], 'max-pool (layer 2) must have a window within 216: 2 x 2'],
    [[{ kind: 'max-pool', size: 1.5 }], 'max-pool (layer 1): size must be a whole number from 1: 1.5'],
    [[], 'mine must have layers'],
  ] as [Layer[], string][])('%o is refused', (layers, message) => {
    expect(() => layerShapes(withLayers(...layers))).toThrow(message);
  });
});

describe('weights and images', () => {
  const network = networkOf('mnist-cnn');
  const weights = someWeights(network, 1);

  test('one array pair a layer with weights', () => {
    expect(() => checkWeights(network, weights)).not.toThrow();
    expect(() => checkWeights(network, weights.slice(1))).toThrow('mnist-cnn must have weights for 5 layers: 4');
    expect(weightLayers(network).map(({ name }) => name)).toEqual([
      'convolution1',
      'convolution2',
      'dense1',
      'dense2',
      'dense3',
    ]);
  });

  test('wrong sizes and numbers that are none are refused', () => {
    const change = (part: object) => weights.map((layer, k) => (k === 1 ? { ...layer, ...part } : layer));
    expect(() => checkWeights(network, change({ weights: new Float32Array(2399) }))).toThrow(
      'convolution2 must have 2400 weights: 2399',
    );
    expect(() => checkWeights(network, change({ bias: new Float32Array(16).fill(Number.NaN) }))).toThrow(
      'convolution2 must have finite bias',
    );
    expect(() => checkWeights(network, change({ weights: new Float32Array(2400).fill(Infinity) }))).toThrow(
      'convolution2 must have finite weights',
    );
  });

  test('images of another shape and labels beyond the outputs are refused', () => {
    const data = {
      images: 0,
      channels: 1,
      height: 28,
      width: 28,
      pixels: 784,
      values: new Uint8Array(0),
      labels: new Uint8Array(0),
      classes: 10,
      source: '',
    };
    expect(() => checkData(network, data)).not.toThrow();
    expect(() => checkData(networkOf('cifar10-cnn'), data)).toThrow(
      'cifar10-cnn must have images of 3 x 32 x 32: 1 x 28 x 28',
    );
    expect(() => checkData(network, { ...data, classes: 11 })).toThrow('mnist-cnn must have at most 10 classes: 11');
  });
});

describe('networks that cannot be trained are refused with the layer', () => {
  const convolution = {
    kind: 'convolution',
    name: 'c',
    inputs: 2,
    outputs: 2,
    kernel: 3,
    padding: 0,
    activation: 'relu',
  } as const;
  const network = (layer: Layer, more: Partial<Network> = {}): Network => ({
    name: 'mine',
    input: { channels: 2, height: 8, width: 8 },
    layers: [layer],
    ...more,
  });
  test.each<[Network, string | null]>([
    [network(convolution), null],
    [network({ kind: 'max-pool', size: 3 }), null],
    [network({ ...convolution, stride: 2 }), 'c has stride 2, which is not 1'],
    [network({ ...convolution, dilation: 2 }), 'c has dilation 2, which is not 1'],
    [network({ ...convolution, groups: 2 }), 'c has 2 groups, which is not 1'],
    [network({ ...convolution, padding: [0, 1, 0, 1] }), 'c has padding 0,1,0,1, which is not the same on all sides'],
    [network({ ...convolution, batchNorm: { name: 'bn' } }), 'c has a batch norm'],
    [network({ kind: 'max-pool', size: 3, stride: 2 }), 'max-pool (layer 1) has windows that overlap'],
    [network(convolution, { normalization: { mean: [0, 0], std: [1, 1] } }), 'its input has pixels of mean and std'],
  ])('%#', (of, problem) => {
    if (problem === null) expect(() => checkTrainable(of)).not.toThrow();
    else expect(() => checkTrainable(of)).toThrow(`mine cannot be trained here: ${problem}`);
  });
});
