/** Kernels against the plain network: widths of their own for activations, converters, noise of outputs, layer by layer. */

import { describe, expect, test } from 'vitest';
import type { WeightNoise } from '../../../nn/evaluate/kernel-network.ts';
import type { Activation } from '../../../nn/network/network.ts';
import { type QuantizationChoice, quantize } from '../../../nn/quantized/quantize.ts';
import {
  averagePool,
  convolution,
  dense,
  FLATTEN,
  kernelOutputs,
  maxPool,
  networkOfParts,
  oracleOutputs,
  pictures,
} from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';

const INPUT = { channels: 3, height: 10, width: 11 };
const network = (activation: Activation) =>
  networkOfParts(INPUT, [
    convolution(9, 3, 1, activation),
    maxPool(2),
    convolution(6, 3, 1, activation),
    averagePool(2),
    FLATTEN,
    dense(9, activation),
    dense(4, 'none'),
  ]);
const quantized = (choice: Omit<QuantizationChoice, 'clip'>, activation: Activation = 'tanh') => {
  const weights = someWeights(network(activation), 5);
  return quantize(network(activation), weights, {
    ...choice,
    clip: weights.map(() => 0.8),
    ranges: weights.map(() => 1),
  });
};
const DATA = pictures(INPUT, 18, 4);
const NOISES: readonly (WeightNoise | null)[] = [
  null,
  { sigma: 0.7, seed: 3, draw: 1 },
  { sigma: [0.1, 2, 0.3, 4], seed: 3, draw: 1 },
  { sigma: [9, 300, 20, 50], of: 'outputs', seed: 3, draw: 1 },
];

describe('the same outputs from kernels and from the plain network', () => {
  test.each([
    { bits: 3, activationBits: 8 },
    { bits: 8, activationBits: 3 },
    { bits: 16, activationBits: 4 },
    { bits: 4, activationBits: 16 },
    { bits: 2, activationBits: 5 },
    { bits: 8, resolution: 1 },
    { bits: 8, resolution: 3 },
    { bits: 3, activationBits: 10, resolution: 6 },
    { bits: 16, resolution: 2 },
    { bits: 16, resolution: 12 },
  ])('%o', (choice) => {
    for (const noise of NOISES)
      expect(kernelOutputs(quantized(choice), DATA, noise)).toEqual(oracleOutputs(quantized(choice), DATA, noise));
  });

  test.each(['sigmoid', 'relu', 'hard-tanh', 'none'] as const)('%s into a comparator', (activation) => {
    const mine = quantized({ bits: 6, resolution: 1 }, activation);
    expect(kernelOutputs(mine, DATA, null)).toEqual(oracleOutputs(mine, DATA, null));
  });
});

describe('centred pixels: the same outputs from kernels and from the plain network', () => {
  const shades = { height: 16, width: 16, channels: 1 };
  const every = { ...pictures(shades, 5, 1), values: Uint8Array.from({ length: 5 * 256 }, (_, k) => (k * 37) % 256) };
  test.each([2, 3, 7, 8, 9, 12, 16])('every pixel at %s bits, into a dense layer and into a map', (bits) => {
    for (const [parts, data] of [
      [[FLATTEN, dense(7, 'tanh'), dense(3, 'none')], every],
      [[convolution(4, 5, 2, 'tanh'), maxPool(2), FLATTEN, dense(3, 'none')], every],
      [[convolution(5, 3, 1, 'tanh'), maxPool(2), FLATTEN, dense(3, 'none')], DATA],
    ] as const) {
      const { channels, height, width } = data;
      const centred = { ...networkOfParts({ channels, height, width }, [...parts]), pixels: 'centred' } as const;
      const weights = someWeights(centred, 6);
      const mine = quantize(centred, weights, { bits, clip: weights.map(() => 0.7) });
      for (const noise of [null, { sigma: 0.7, seed: 3, draw: 1 }])
        expect(kernelOutputs(mine, data, noise)).toEqual(oracleOutputs(mine, data, noise));
    }
  });
});

describe('what a converter gives', () => {
  test('of 3 bits: 7 outputs, -1 to 1 in thirds', () => {
    const { layers } = quantized({ bits: 8, resolution: 3 });
    expect(layers[0]!.table!.limit).toBe(3);
    expect(layers[1]!.inputScale).toBe(1 / 3);
    expect(layers[0]!.inputScale).toBe(1 / 127);
    expect(layers.at(-1)!.table).toBeNull();
  });

  test('a comparator: -1 below 0, 1 from 0 on; of a sigmoid 0 below 0', () => {
    const tanh = quantized({ bits: 8, resolution: 1 }).layers[0]!.table!;
    expect([tanh.lowest, ...tanh.thresholds]).toEqual([-1, 0, 0]);
    const sigmoid = quantized({ bits: 8, resolution: 1 }, 'sigmoid').layers[0]!.table!;
    expect([sigmoid.lowest, ...sigmoid.thresholds]).toEqual([0, 0]);
  });

  test('more bits than the activations have are refused', () => {
    expect(() => quantized({ bits: 3, resolution: 4 })).toThrow(
      'resolution must be 1 to 3, the bits of activations: 4',
    );
    expect(() => quantized({ bits: 3, activationBits: 17 })).toThrow('bits must be a whole number from 2 to 16: 17');
  });
});

test('the bias has the resolution of 8 bits whatever the widths: 2^-14 of a product of two full scales', () => {
  const { layers } = quantized({ bits: 3, activationBits: 5 });
  expect(layers.map(({ fractionBits }) => fractionBits)).toEqual([8, 8, 8, 8]);
});

test('noise of outputs of 16 bits beyond 2^30 products: the same from both, and refused from 2^44 on', () => {
  const noise: WeightNoise = { sigma: 3e9, of: 'outputs', seed: 1, draw: 0 };
  const wide = quantized({ bits: 16 });
  expect(kernelOutputs(wide, DATA, noise)).toEqual(oracleOutputs(wide, DATA, noise));
  expect(() => kernelOutputs(wide, DATA, { ...noise, sigma: 2 ** 44 })).toThrow(
    'sigma must be at least 0 and below 2^44: 17592186044416',
  );
});

test('noise is rounded the same on both sides of 2^22, where kernels change their way', () => {
  const wide = quantized({ bits: 8 });
  for (const part of [0.1, 0.99, 1.01, 10]) {
    const noise: WeightNoise = { sigma: (part * 2 ** 22) / 6.67, of: 'outputs', seed: 8, draw: 0 };
    expect(kernelOutputs(wide, DATA, noise)).toEqual(oracleOutputs(wide, DATA, noise));
  }
});

// Numbers of 2^21 to 2^23 are quarters and halves: many lie in the middle between two whole ones.
test.each([2 ** 19, 2 ** 20, 2 ** 21, 2 ** 22, 2 ** 26, 2 ** 29, 2 ** 31])(
  'noise of %s is rounded to the nearest, halves to even, and kept within 2^30',
  (sigma) => {
    const noise: WeightNoise = { sigma, of: 'outputs', seed: 2, draw: 5 };
    const mine = quantized({ bits: 8 });
    expect(kernelOutputs(mine, DATA, noise)).toEqual(oracleOutputs(mine, DATA, noise));
  },
);

test('noise for another number of layers is refused', () => {
  expect(() => kernelOutputs(quantized({ bits: 3 }), DATA, { sigma: [1], seed: 0, draw: 0 })).toThrow(
    'sigma must be given for 4 layers: 1',
  );
});
