/** The vector kernels against the plain integer network, output by output. */

import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../src/nn/data-set.ts';
import { gaussianSource } from '../../src/nn/gaussian.ts';
import { integerForward } from '../../src/nn/integer-network.ts';
import { kernelNetwork, type WeightNoise } from '../../src/nn/kernel-network.ts';
import { type Activation, type Layer, layerShapes, type Network, type Shape, sizeOf } from '../../src/nn/network.ts';
import { networkOf } from '../../src/nn/networks.ts';
import { pixelCode, type QuantizedNetwork, quantize } from '../../src/nn/quantize.ts';
import { someWeights, words } from './network.fixture.ts';

const convolution = (outputs: number, kernel: number, padding = 0, activation: Activation = 'tanh') =>
  ({ kind: 'convolution', outputs, kernel, padding, activation }) as const;
const dense = (outputs: number, activation: Activation = 'tanh') => ({ kind: 'dense', outputs, activation }) as const;
const maxPool = (size: number): Layer => ({ kind: 'max-pool', size });
const averagePool = (size: number): Layer => ({ kind: 'average-pool', size });
const FLATTEN: Layer = { kind: 'flatten' };

type Part = ReturnType<typeof convolution> | ReturnType<typeof dense> | Layer;

/** A network of parts whose inputs follow from what stands before them. */
function networkOfParts(input: Shape, parts: readonly Part[]): Network {
  const layers: Layer[] = [];
  parts.forEach((part, k) => {
    const before = layers.length === 0 ? input : layerShapes({ name: 'mine', input, layers }).at(-1)!;
    const named = { ...part, name: `layer${k}` };
    if (part.kind === 'dense') layers.push({ ...named, inputs: sizeOf(before) } as Layer);
    else if (part.kind === 'convolution') layers.push({ ...named, inputs: before.channels } as Layer);
    else layers.push(part as Layer);
  });
  return { name: 'mine', input, layers };
}

function pictures(input: Shape, images: number, key: number): DataSet {
  const pixels = sizeOf(input);
  return {
    ...input,
    images,
    pixels,
    values: Uint8Array.from(words(images * pixels, key), (word) =>
      word % 5 === 0 ? 0 : word % 7 === 0 ? 255 : word >>> 24,
    ),
    labels: new Uint8Array(images),
    classes: 1,
    source: 'random',
  };
}

function kernelOutputs(quantized: QuantizedNetwork, data: DataSet, noise: WeightNoise | null): number[][] {
  const found: number[][] = [];
  kernelNetwork(quantized).run(data, noise, (outputs, first, images) => {
    for (let k = 0; k < images; k++) found[first + k] = Array.from(outputs.filter((_, place) => place % 16 === k));
  });
  return found;
}

function oracleOutputs(quantized: QuantizedNetwork, data: DataSet, noise: WeightNoise | null): number[][] {
  const gaussians = gaussianSource(noise?.seed ?? 0);
  return Array.from({ length: data.images }, (_, image) => {
    const pixels = data.values.subarray(image * data.pixels, (image + 1) * data.pixels);
    const codes = Int32Array.from(pixels, (pixel) => pixelCode(pixel, quantized.limit));
    const of = noise && { sigma: noise.sigma, gaussians, draw: noise.draw, image };
    return Array.from(integerForward(quantized, codes, of).at(-1)!);
  });
}

const chosen = (network: Network, bits: number): QuantizedNetwork => {
  const weights = someWeights(network, bits);
  return quantize(network, weights, { bits, clip: weights.map(() => 0.8) });
};

function expectEqual(quantized: QuantizedNetwork, data: DataSet): void {
  const noise = { sigma: 0.05 * quantized.limit, seed: 99, draw: 3 };
  for (const of of [null, noise]) {
    const wanted = oracleOutputs(quantized, data, of);
    expect(kernelOutputs(quantized, data, of)).toEqual(wanted);
    expect(new Set(wanted.flat()).size).toBeGreaterThan(1);
  }
}

const SHAPE = (channels: number, height: number, width: number): Shape => ({ channels, height, width });

describe('kernels and plain network agree, without and with noise', () => {
  test.each([
    ['dense', SHAPE(1, 6, 6), [dense(9), dense(4, 'none')]],
    ['dense, odd numbers everywhere', SHAPE(1, 5, 7), [dense(11), dense(3), dense(5, 'none')]],
    ['dense, many inputs and outputs', SHAPE(2, 13, 17), [dense(130), dense(10, 'none')]],
    ['dense, an activation at the end', SHAPE(1, 4, 4), [dense(3), dense(7)]],
    ['one output', SHAPE(1, 6, 6), [dense(1, 'none')]],
    [
      'convolution 5 x 5 of one channel, pooled',
      SHAPE(1, 12, 12),
      [convolution(6, 5), maxPool(2), FLATTEN, dense(4, 'none')],
    ],
    ['convolution 3 x 3 of three, framed', SHAPE(3, 8, 8), [convolution(4, 3, 1), maxPool(2), dense(4, 'none')]],
    ['convolution not pooled, odd sides', SHAPE(3, 7, 9), [convolution(5, 3, 1), FLATTEN, dense(4, 'none')]],
    ['even kernel, odd channels', SHAPE(1, 9, 8), [convolution(3, 2, 1), convolution(5, 4), FLATTEN, dense(3, 'none')]],
    [
      'pooled with a row and a column left out',
      SHAPE(2, 9, 7),
      [convolution(3, 2), maxPool(2), convolution(4, 2, 1), maxPool(2), dense(3, 'none')],
    ],
    [
      'windows of 3, of 2 before any layer',
      SHAPE(3, 21, 20),
      [maxPool(2), convolution(3, 2), maxPool(3), dense(3, 'none')],
    ],
    [
      'means of windows of 2 and 3',
      SHAPE(3, 20, 21),
      [convolution(5, 3), averagePool(2), convolution(4, 2, 1), averagePool(3), dense(3, 'none')],
    ],
    ['mean before any layer, odd channels', SHAPE(1, 8, 8), [averagePool(2), FLATTEN, dense(4, 'none')]],
    [
      'Winograd: sides that are no multiples of 4, odd channels',
      SHAPE(8, 9, 11),
      [convolution(9, 3, 1), convolution(11, 3), maxPool(2), convolution(10, 3, 2), FLATTEN, dense(3, 'none')],
    ],
    [
      'Winograd: one tile, pooled',
      SHAPE(10, 6, 6),
      [convolution(8, 3, 1), maxPool(2), convolution(9, 3, 1), maxPool(2), dense(3, 'none')],
    ],
    ['kernel of 1', SHAPE(5, 3, 3), [convolution(3, 1), convolution(2, 1, 1), dense(3, 'none')]],
    ['sigmoid', SHAPE(2, 6, 6), [convolution(3, 3, 1, 'sigmoid'), maxPool(2), dense(6, 'sigmoid'), dense(3, 'none')]],
    ['ReLU', SHAPE(2, 6, 6), [convolution(3, 3, 1, 'relu'), averagePool(2), dense(6, 'relu'), dense(3, 'none')]],
    ['hard tanh and identity', SHAPE(2, 6, 6), [convolution(3, 3, 1, 'hard-tanh'), dense(6, 'none'), dense(3, 'none')]],
    ['one pixel wide', SHAPE(1, 9, 1), [convolution(2, 1), dense(3, 'none')]],
  ] as [string, Shape, Part[]][])('%s', (_, input, parts) => {
    const network = networkOfParts(input, parts);
    for (const bits of [3, 8, 16]) expectEqual(chosen(network, bits), pictures(input, 21, bits));
  });

  test.each([8, 16])('%s bits: images that are black, or all but for a few pixels', (bits) => {
    const quantized = chosen(networkOfParts(SHAPE(1, 20, 20), [dense(10), dense(3, 'none')]), bits);
    const data = pictures(SHAPE(1, 20, 20), 40, 1);
    for (let k = 0; k < data.values.length; k++) if (k < 16 * 400 || k % 50 !== 7) data.values[k] = 0;
    expectEqual(quantized, data);
  });

  const input = SHAPE(3, 10, 11);
  const parts = [convolution(5, 3, 1), maxPool(2), convolution(6, 3), FLATTEN, dense(9), dense(4, 'none')];
  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])('%s bits', (bits) => {
    expectEqual(chosen(networkOfParts(input, parts), bits), pictures(input, 18, bits));
  });

  test.each(['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'])('%s at 8 and 16 bits', (name) => {
    const network = networkOf(name);
    for (const bits of [8, 16]) expectEqual(chosen(network, bits), pictures(network.input, 5, bits));
  });
});
