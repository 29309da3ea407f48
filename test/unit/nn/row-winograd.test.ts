/** Convolutions of 5 x 5 along rows against the plain network: shapes, bounds, extremes. */

import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import type { WeightNoise } from '../../../nn/evaluate/kernel-network.ts';
import { fitsMultiple, POINTS, rowWinogradWords, suitsRowWinograd } from '../../../nn/kernels/row-winograd/weights.ts';
import { suitsWideRowWinograd } from '../../../nn/kernels/row-winograd/wide.ts';
import { type QuantizedLayer, type QuantizedNetwork, quantize } from '../../../nn/quantized/quantize.ts';
import {
  chosen,
  convolution,
  dense,
  expectSame,
  kernelOutputs,
  maxPool,
  networkOfParts,
  ODD_KERNELS,
  oracleOutputs,
  pictures,
  SHAPE,
} from './kernel-network.fixture.ts';
import { someWeights, words } from './network.fixture.ts';

const NOISES: readonly (WeightNoise | null)[] = [
  null,
  { sigma: 5, seed: 8, draw: 2 },
  { sigma: 400, of: 'outputs', seed: 8, draw: 2 },
];

function expectEqual(quantized: QuantizedNetwork, data: DataSet): void {
  for (const noise of NOISES) {
    const wanted = oracleOutputs(quantized, data, noise);
    expect(kernelOutputs(quantized, data, noise)).toEqual(wanted);
    expect(new Set(wanted.flat()).size).toBeGreaterThan(1);
  }
}

describe('kernels and plain network agree on 5 x 5 and other odd kernels', () => {
  test.each(ODD_KERNELS)('%s', (_, input, parts) => {
    const network = networkOfParts(input, parts);
    for (const bits of [3, 8, 16]) expectEqual(chosen(network, bits), pictures(input, 6, bits));
  });
});

/** The network with codes of one's own in its first layer. */
function withCodes(quantized: QuantizedNetwork, code: (k: number) => number): QuantizedNetwork {
  const [first, ...others] = quantized.layers;
  return { ...quantized, layers: [{ ...first!, weights: first!.weights.map((_, k) => code(k)) }, ...others] };
}

/** A layer of one output with these weights. */
const layerOf = (weights: readonly number[], shift = 0): QuantizedLayer => ({
  inputs: weights.length,
  outputs: 1,
  weights: Int32Array.from(weights),
  weightScale: 1,
  inputScale: 1,
  inputRange: 1,
  bias: new Float64Array(1),
  fractionBits: 0,
  shift,
  table: null,
});

describe('extreme weights and inputs', () => {
  // 250 products of 127 * 127 are 4.0 million: beyond 2^31 / 720, so that the maximum cannot come before the division.
  test.each([
    ['all 127', () => 127],
    ['all -127', () => -127],
    ['signs in turn, as at point -1', (k: number) => (k % 2 ? -127 : 127)],
    ['signs of a checkerboard', (k: number) => ((k + Math.floor(k / 5)) % 2 ? -127 : 127)],
    ['one weight at the end of a row', (k: number) => (k % 25 === 24 ? -127 : 0)],
  ] as const)('%s', (_, code) => {
    const input = SHAPE(10, 9, 11);
    const network = networkOfParts(input, [convolution(3, 5), maxPool(2), dense(4, 'none')]);
    const quantized = withCodes(chosen(network, 8), code);
    const data = pictures(input, 5, 1);
    data.values.fill(255, 0, 2 * data.pixels);
    data.values.fill(0, 2 * data.pixels, 3 * data.pixels);
    for (const noise of NOISES) expectSame(quantized, data, [noise]);
  });

  test.each([
    ['all 176', 176, true],
    ['all 177, tap by tap', 177, false],
  ] as const)('inputs of 9 bits, weights %s', (_, code, along) => {
    const input = SHAPE(2, 8, 9);
    const network = networkOfParts(input, [convolution(2, 5), maxPool(2), dense(4, 'none')]);
    const weights = someWeights(network, 3);
    const quantized = withCodes(quantize(network, weights, { bits: 9, clip: weights.map(() => 1) }), () => code);
    expect(suitsRowWinograd(quantized.layers[0]!, 2, 5, quantized.limit)).toBe(along);
    expectEqual(quantized, pictures(input, 5, 2));
  });
});

describe('words of 16 bits: upper parts along rows, the rest of the sum modulo 2^32', () => {
  test.each([
    ['all 32767', 6, () => 32_767],
    ['all -32767', 6, () => -32_767],
    ['the largest lower parts', 6, () => 32_639],
    ['one channel more, all by high and low parts', 7, () => 32_639],
    ['signs in turn', 6, (k: number) => (k % 2 ? -32_640 : 32_639)],
    ['lower parts alone', 12, (k: number) => (k % 3 ? -128 : 127)],
  ] as const)('%s', (_, channels, code) => {
    const input = SHAPE(channels, 9, 11);
    const network = networkOfParts(input, [convolution(3, 5), maxPool(2), dense(4, 'none')]);
    const quantized = withCodes(chosen(network, 16), code);
    expect(suitsWideRowWinograd(quantized.layers[0]!, channels, 5, quantized.limit)).toBe(channels !== 7);
    const data = pictures(input, 5, 1);
    data.values.fill(255, 0, 2 * data.pixels);
    data.values.fill(0, 2 * data.pixels, 3 * data.pixels);
    for (const noise of NOISES) expectSame(quantized, data, [noise]);
  });

  test.each([9, 10, 11, 12, 13, 14, 15])('%s bits', (bits) => {
    const input = SHAPE(2, 12, 11);
    const network = networkOfParts(input, [convolution(3, 5, 1), convolution(5, 5), maxPool(2), dense(4, 'none')]);
    expectEqual(chosen(network, bits), pictures(input, 5, bits));
  });
});

describe('what suits', () => {
  const row = [1, -2, 3, -4, 5];
  const kernel = Array.from({ length: 50 }, (_, k) => row[k % 5]!);
  test('kernels of 5 x 5 on two channels or more, without a shift', () => {
    expect(suitsRowWinograd(layerOf(kernel), 2, 5, 127)).toBe(true);
    expect(suitsRowWinograd(layerOf(kernel), 1, 5, 127)).toBe(false);
    expect(suitsRowWinograd(layerOf(kernel), 2, 3, 127)).toBe(false);
    expect(suitsRowWinograd(layerOf(kernel, 8), 2, 5, 127)).toBe(false);
  });

  test('inputs to 327: 100 times as much is within 16 bits', () => {
    expect(suitsRowWinograd(layerOf(kernel), 2, 5, 327)).toBe(true);
    expect(suitsRowWinograd(layerOf(kernel), 2, 5, 328)).toBe(false);
  });

  test("wide words: with a shift, and where 255 |w| + 2^15 |w'| over all weights is below 2^31", () => {
    // w = 32639 = 2^8 * 127 + 127: 12 484 481 a weight, 172.01 of them, and 2^8 for the bias.
    const wide = (channels: number, weight: number): boolean =>
      suitsWideRowWinograd(layerOf(Array<number>(25 * channels).fill(weight), 8), channels, 5, 32_767);
    expect(wide(6, 32_639)).toBe(true);
    expect(wide(7, 32_639)).toBe(false);
    // w = 32768 - 256 has no lower part: 8 290 560 a weight, 259.02 of them.
    expect(wide(10, 32_512)).toBe(true);
    expect(wide(11, 32_512)).toBe(false);
    expect(wide(1, 1)).toBe(false);
    expect(suitsWideRowWinograd(layerOf(kernel), 2, 5, 32_767)).toBe(false);
  });

  test('sums below 2^27, and below 2^31 / 720 for the order of the multiples', () => {
    const many = (count: number): QuantizedLayer => layerOf(Array<number>(count).fill(100));
    // 100 * 100 * 13 421 = 134.21 million; 2^27 = 134 217 728.
    expect(suitsRowWinograd(many(13_420), 2, 5, 100)).toBe(true);
    expect(suitsRowWinograd(many(13_425), 2, 5, 100)).toBe(false);
    // 2^31 / 720 = 2 982 616.2
    expect(fitsMultiple(many(298), 100)).toBe(true);
    expect(fitsMultiple(many(299), 100)).toBe(false);
  });
});

test('the transforms give 720 times the four sums of any eight inputs and five weights', () => {
  const random = Array.from(words(13 * 50, 4), (word) => (word % 401) - 200);
  // The polynomials that are zero at all points but one, and the one that is zero at all, from their roots.
  const multiplied = (roots: readonly number[]): number[] =>
    roots.reduce(
      (of, root) => Array.from({ length: of.length + 1 }, (_, k) => (of[k - 1] ?? 0) - root * (of[k] ?? 0)),
      [1],
    );
  const inputsAt = (polynomial: readonly number[], inputs: readonly number[]): number =>
    polynomial.reduce((sum, factor, k) => sum + factor * inputs[k]!, 0);
  for (let at = 0; at < random.length; at += 13) {
    const weights = random.slice(at, at + 5);
    const inputs = random.slice(at + 5, at + 13);
    // Header of four words, then [element][row] of words for two outputs; the first channel's part of the first row is asked.
    const kernel = [...weights, ...Array<number>(20).fill(0)];
    const stored = rowWinogradWords(layerOf(kernel), 1);
    const transformed = Array.from({ length: 8 }, (_, element) => (stored[4 + 2 * 5 * element]! << 16) >> 16);
    const products = POINTS.map(
      (p, k) => transformed[k]! * inputsAt(multiplied(POINTS.filter((q) => q !== p)), inputs),
    );
    const infinity = 720 * transformed[7]! * inputsAt(multiplied(POINTS), inputs);
    for (let y = 0; y < 4; y++) {
      const found = POINTS.reduce<number>((sum, p, k) => sum + p ** y * products[k]!, y === 3 ? infinity : 0);
      expect(found).toBe(720 * weights.reduce((sum, weight, k) => sum + weight * inputs[y + k]!, 0));
    }
  }
});
