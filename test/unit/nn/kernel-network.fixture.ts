/** Networks of parts, random images, and what kernels and the plain network give for them. */

import { expect } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import { type ImageRange, kernelNetwork, type WeightNoise } from '../../../nn/evaluate/kernel-network.ts';
import { type Activation, type Layer, type Network, type Shape, sizeOf } from '../../../nn/network/network.ts';
import { layerShapes } from '../../../nn/network/shapes.ts';
import { needsRange } from '../../../nn/network/unbounded.ts';
import { gaussianSource } from '../../../nn/noise/gaussian.ts';
import { integerForward } from '../../../nn/quantized/integer-network.ts';
import { imageCodes, type QuantizedNetwork, quantize } from '../../../nn/quantized/quantize.ts';
import { someWeights, words } from './network.fixture.ts';

export const convolution = (outputs: number, kernel: number, padding = 0, activation: Activation = 'tanh') =>
  ({ kind: 'convolution', outputs, kernel, padding, activation }) as const;
export const dense = (outputs: number, activation: Activation = 'tanh') =>
  ({ kind: 'dense', outputs, activation }) as const;
export const maxPool = (size: number): Layer => ({ kind: 'max-pool', size });
export const averagePool = (size: number): Layer => ({ kind: 'average-pool', size });
export const FLATTEN: Layer = { kind: 'flatten' };

export type Part = ReturnType<typeof convolution> | ReturnType<typeof dense> | Layer;

/** A network of parts whose inputs follow from what stands before them. */
export function networkOfParts(input: Shape, parts: readonly Part[]): Network {
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

export function pictures(input: Shape, images: number, key: number): DataSet {
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

export function kernelOutputs(
  quantized: QuantizedNetwork,
  data: DataSet,
  noise: WeightNoise | null,
  parts: readonly ImageRange[] = [{ from: 0, to: data.images }],
): number[][] {
  const found: number[][] = [];
  const kernels = kernelNetwork(quantized);
  for (const part of parts)
    kernels.run(
      data,
      noise,
      (outputs, first, images) => {
        for (let k = 0; k < images; k++) found[first + k] = Array.from(outputs.filter((_, place) => place % 16 === k));
      },
      part,
    );
  return found;
}

export function oracleOutputs(quantized: QuantizedNetwork, data: DataSet, noise: WeightNoise | null): number[][] {
  const gaussians = gaussianSource(noise?.seed ?? 0);
  return Array.from({ length: data.images }, (_, image) => {
    const pixels = data.values.subarray(image * data.pixels, (image + 1) * data.pixels);
    const codes = imageCodes(quantized, pixels);
    const of = noise && { ...noise, gaussians, image };
    return Array.from(integerForward(quantized, codes, of).at(-1)!);
  });
}

export const chosen = (network: Network, bits: number): QuantizedNetwork => {
  const weights = someWeights(network, bits);
  const ranges = needsRange(network).map((needs, k) => (needs ? 0.7 + k : 1));
  return quantize(network, weights, { bits, clip: weights.map(() => 0.8), ranges });
};

/** [channels, height, width] */
export const SHAPE = (channels: number, height: number, width: number): Shape => ({ channels, height, width });

/** The same outputs from kernels and from the plain network, whatever the noise. */
export function expectSame(quantized: QuantizedNetwork, data: DataSet, noises: readonly (WeightNoise | null)[]): void {
  for (const noise of noises)
    expect(kernelOutputs(quantized, data, noise)).toEqual(oracleOutputs(quantized, data, noise));
}

/** Networks of odd sides, channels and windows. */
export const ODD_SHAPES: readonly [name: string, input: Shape, parts: Part[]][] = [
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
  ['maps of one pixel', SHAPE(1, 3, 3), [convolution(5, 3), dense(3, 'none')]],
  ['maps of one pixel, one of many', SHAPE(4, 6, 6), [convolution(6, 5), maxPool(2), dense(3, 'none')]],
  ['one pixel wide', SHAPE(1, 9, 1), [convolution(2, 1), dense(3, 'none')]],
];

/** Networks of kernels of 5 x 5 and more. */
export const ODD_KERNELS: readonly [name: string, input: Shape, parts: Part[]][] = [
  ['two channels first', SHAPE(2, 12, 12), [convolution(6, 5), maxPool(2), dense(4, 'none')]],
  ['three channels first', SHAPE(3, 9, 10), [convolution(4, 5), maxPool(2), dense(4, 'none')]],
  ['odd channels and outputs', SHAPE(3, 9, 10), [convolution(5, 1), convolution(7, 5), FLATTEN, dense(4, 'none')]],
  ['one output', SHAPE(4, 5, 5), [convolution(1, 5), dense(3, 'none')]],
  [
    'framed, pooled with a row and a column left out',
    SHAPE(2, 9, 7),
    [convolution(3, 5, 2), maxPool(2), dense(4, 'none')],
  ],
  ['five rows of windows', SHAPE(2, 14, 13), [convolution(3, 5), maxPool(2), dense(4, 'none')]],
  ['one row of outputs, then one column', SHAPE(2, 5, 11), [convolution(3, 5), dense(4, 'none')]],
  ['one column of outputs', SHAPE(2, 11, 5), [convolution(3, 5), dense(4, 'none')]],
  [
    'one behind the other, then means',
    SHAPE(2, 14, 14),
    [convolution(4, 5, 1), convolution(3, 5, 2), averagePool(3), dense(4, 'none')],
  ],
  ['7 x 7, 9 x 9', SHAPE(2, 12, 15), [convolution(4, 7, 3), convolution(3, 9), dense(4, 'none')]],
  ['7 x 7 of one channel, 5 x 5 of one', SHAPE(1, 12, 15), [convolution(1, 7), convolution(3, 5), dense(4, 'none')]],
];
