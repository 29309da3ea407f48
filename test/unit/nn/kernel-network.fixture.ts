/** Networks of parts, random images, and what kernels and the plain network give for them. */

import { expect } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import { type ImageRange, kernelNetwork, type WeightNoise } from '../../../nn/evaluate/kernel-network.ts';
import {
  type Activation,
  type Layer,
  layerShapes,
  type Network,
  type Shape,
  sizeOf,
} from '../../../nn/network/network.ts';
import { gaussianSource } from '../../../nn/noise/gaussian.ts';
import { integerForward } from '../../../nn/quantized/integer-network.ts';
import { pixelCode, type QuantizedNetwork, quantize } from '../../../nn/quantized/quantize.ts';
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
    const codes = Int32Array.from(pixels, (pixel) => pixelCode(pixel, quantized.limit, quantized.network.pixels));
    const of = noise && { ...noise, gaussians, image };
    return Array.from(integerForward(quantized, codes, of).at(-1)!);
  });
}

export const chosen = (network: Network, bits: number): QuantizedNetwork => {
  const weights = someWeights(network, bits);
  return quantize(network, weights, { bits, clip: weights.map(() => 0.8) });
};

/** [channels, height, width] */
export const SHAPE = (channels: number, height: number, width: number): Shape => ({ channels, height, width });

/** The same outputs from kernels and from the plain network, whatever the noise. */
export function expectSame(quantized: QuantizedNetwork, data: DataSet, noises: readonly (WeightNoise | null)[]): void {
  for (const noise of noises)
    expect(kernelOutputs(quantized, data, noise)).toEqual(oracleOutputs(quantized, data, noise));
}
