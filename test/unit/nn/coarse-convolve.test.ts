/** Convolutions on wide words, sums modulo 2^32 with a coarse one, against the plain network: sizes, widths, extremes, bounds. */

import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import type { WeightNoise } from '../../../nn/evaluate/kernel-network.ts';
import { coarseSums } from '../../../nn/kernels/convolution/coarse-weights.ts';
import { denseTaps } from '../../../nn/kernels/memory/records.ts';
import type { PixelScale } from '../../../nn/network/network.ts';
import { type QuantizedLayer, type QuantizedNetwork, quantize } from '../../../nn/quantized/quantize.ts';
import {
  convolution,
  dense,
  expectSame,
  FLATTEN,
  maxPool,
  networkOfParts,
  type Part,
  pictures,
} from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';

const NOISES: readonly (WeightNoise | null)[] = [null, { sigma: 40, seed: 8, draw: 2 }];
/** Wide noise, which is added in two parts. */
const OF_OUTPUTS: WeightNoise = { sigma: 2 ** 29, of: 'outputs', seed: 8, draw: 2 };
const PIXELS = ['positive', 'centred'] as const;
const WIDE = { least: -32_767, most: 32_767 };
const POSITIVE = { least: 0, most: 32_767 };

function quantized(
  input: { channels: number; height: number; width: number },
  parts: Part[],
  bits: number,
  pixels: PixelScale,
): QuantizedNetwork {
  const network = { ...networkOfParts(input, parts), pixels };
  const weights = someWeights(network, bits);
  return quantize(network, weights, { bits, clip: weights.map(() => 0.8) });
}

const expectEqual = (of: QuantizedNetwork, data: DataSet, noises = NOISES): void => expectSame(of, data, noises);

describe('kernels and plain network agree on one channel', () => {
  test.each([
    ['5 x 5, pooled', 12, 12, [convolution(6, 5), maxPool(2), dense(4, 'none')]],
    [
      '5 x 5, an odd number of outputs, a row and a column left out',
      13,
      11,
      [convolution(5, 5), maxPool(2), dense(4, 'none')],
    ],
    ['5 x 5, framed, neither pooled nor even', 9, 7, [convolution(3, 5, 2), dense(4, 'none')]],
    ['3 x 3', 8, 9, [convolution(4, 3), maxPool(2), dense(4, 'none')]],
    ['3 x 3, one output of one pixel', 3, 3, [convolution(1, 3), FLATTEN, dense(3, 'none')]],
    ['4 x 4 and 7 x 7', 12, 13, [convolution(3, 4), convolution(2, 7), FLATTEN, dense(3, 'none')]],
  ] as [string, number, number, Part[]][])('%s', (_, height, width, parts) => {
    const input = { channels: 1, height, width };
    for (const pixels of PIXELS) expectEqual(quantized(input, parts, 16, pixels), pictures(input, 6, 16));
  });

  test.each([9, 10, 11, 12, 13, 14, 15, 16])('%s bits', (bits) => {
    const input = { channels: 1, height: 10, width: 11 };
    for (const pixels of PIXELS)
      expectEqual(
        quantized(input, [convolution(3, 5), maxPool(2), dense(4, 'none')], bits, pixels),
        pictures(input, 5, bits),
      );
  });
});

/**
 * Images of a kernel's size and a row and a column more. Under the first output's kernel, pixels are all at one end, at both ends
 * by the weights' signs, or at the ends of their upper parts.
 */
function extremes(side: number, code: (k: number) => number): DataSet {
  const input = { channels: 1, height: side + 1, width: side + 1 };
  const shades: readonly ((k: number) => number)[] = [
    () => 255,
    () => 0,
    (k) => (code(k) > 0 ? 255 : 0),
    (k) => (code(k) < 0 ? 255 : 0),
    (k) => (code(k) > 0 ? 127 : 128),
    (k) => (code(k) < 0 ? 127 : 128),
    (k) => (code(k) > 0 ? 15 : 16),
    (k) => (code(k) < 0 ? 15 : 16),
    (k) => (k % 2 ? 255 : 7),
  ];
  const places = Array.from(
    { length: (side + 1) ** 2 },
    (_, k) => [Math.floor(k / (side + 1)), k % (side + 1)] as const,
  );
  const values = shades.flatMap((shade) => places.map(([y, x]) => (y < side && x < side ? shade(y * side + x) : 255)));
  return { ...pictures(input, shades.length, 1), values: Uint8Array.from(values) };
}

describe('extreme weights and pixels', () => {
  test.each([
    ['all 32767', () => 32_767],
    ['all -32767', () => -32_767],
    ['signs in turn', (k: number) => (k % 2 ? -32_767 : 32_767)],
    ['the largest lower parts below 12 bits', (k: number) => (k % 2 ? -30_720 : 30_719)],
    ['the largest lower parts below 10 bits', (k: number) => (k % 3 ? 32_255 : -32_256)],
    ['one at the end, others small', (k: number) => (k % 25 === 24 ? -32_767 : 300)],
    ['none', () => 0],
  ] as const)('%s', (_, code) => {
    for (const side of [3, 5])
      for (const pixels of PIXELS) {
        const input = { channels: 1, height: side + 1, width: side + 1 };
        const mine = quantized(input, [convolution(3, side), FLATTEN, dense(4, 'none')], 16, pixels);
        const [first, ...others] = mine.layers;
        // The second output has the opposite of the first's weights.
        const weights = first!.weights.map((_, k) => (Math.floor(k / side ** 2) === 1 ? -1 : 1) * code(k % side ** 2));
        expectEqual({ ...mine, layers: [{ ...first!, weights, shift: 8 }, ...others] }, extremes(side, code), [
          null,
          OF_OUTPUTS,
        ]);
      }
  });

  test('five channels of 7 x 7, all 32767: by high and low parts', () => {
    const input = { channels: 5, height: 8, width: 7 };
    const mine = quantized(input, [convolution(2, 7), FLATTEN, dense(4, 'none')], 16, 'positive');
    const [first, ...others] = mine.layers;
    const layer = { ...first!, weights: first!.weights.map(() => 32_767) };
    expect(coarseSums(layer, denseTaps(245, null), POSITIVE)).toBeNull();
    const data = pictures(input, 5, 1);
    data.values.fill(255, 0, 2 * data.pixels);
    expectEqual({ ...mine, layers: [layer, ...others] }, data);
  });
});

/** A layer of `outputs` with these weights each, eight bits being left out. */
const layerOf = (weights: readonly number[], outputs = 1): QuantizedLayer => ({
  inputs: weights.length,
  outputs,
  weights: Int32Array.from(Array.from({ length: outputs }, () => weights).flat()),
  weightScale: 1,
  inputScale: 1,
  inputRange: 1,
  bias: new Float64Array(outputs),
  fractionBits: 0,
  shift: 8,
  table: null,
});

const tapsOf = (weights: readonly number[], range = POSITIVE, outputs = 1): number | undefined =>
  coarseSums(layerOf(weights, outputs), denseTaps(weights.length, null), range)?.taps;

describe('as few taps as tell the sums', () => {
  test('none where all sums have less than 2^32 values with 2^18 + 2^8 to spare', () => {
    // 131067 * 32767 = 4 294 672 389, 131068 * 32767 = 4 294 705 156; 2^32 - 2^18 - 2^8 = 4 294 704 896.
    expect(tapsOf([32_767, 32_767, 32_767, 32_766])).toBe(0);
    expect(tapsOf([32_767, 32_767, 32_767, 32_767])).toBe(1);
    expect(tapsOf([32_767, -32_767, -32_767, 32_766])).toBe(0);
    expect(tapsOf([32_767, -32_767, -32_767, 32_767])).toBe(1);
  });

  test('none for signed inputs where the weights are half as large', () => {
    expect(tapsOf([32_767, 32_766], WIDE)).toBe(0);
    expect(tapsOf([32_767, 32_767], WIDE)).toBe(1);
  });

  test('the sum of two outputs fits 32 bits, and its weights 16', () => {
    for (const outputs of [1, 2])
      for (const weights of [Array<number>(25).fill(32_767), Array<number>(49).fill(-32_767)]) {
        const layer = layerOf(weights, outputs);
        const sums = coarseSums(layer, denseTaps(weights.length, null), WIDE)!;
        const upper = Math.round(weights[0]! / 2 ** sums.weightBits);
        const next = outputs === 2 ? upper : 0;
        expect(Math.abs(upper + next * 2 ** sums.sumBits)).toBeLessThan(2 ** 15);
        const [own] = sums.pairs[0]!.ranges;
        const counted = weights.length % 2 === 0 ? 2 * sums.taps : Math.min(2 * sums.taps, weights.length);
        const reach = counted * Math.abs(upper) * 2 ** (15 - sums.inputBits);
        expect(own.most - own.least).toBeLessThanOrEqual(2 * reach);
        expect(own.most - own.least).toBeLessThan(2 ** sums.sumBits);
      }
  });

  test('null where more than 2^32 values are left whatever is taken', () => {
    // 20000 = 5 * 2^12 - 480 at best of six bits: what is left of many inputs passes 2^32.
    expect(tapsOf(Array<number>(100).fill(20_000))).toBeGreaterThan(0);
    expect(tapsOf(Array<number>(200).fill(20_000))).toBeUndefined();
    expect(tapsOf(Array<number>(60).fill(20_000), WIDE)).toBeGreaterThan(0);
    expect(tapsOf(Array<number>(100).fill(20_000), WIDE)).toBeUndefined();
  });
});
