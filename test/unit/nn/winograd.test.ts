/** Convolutions of 3 x 3 by Winograd's products against the plain integer network: every shape of a strip, and its bounds. */

import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import { keepsOrder, suitsDigits, suitsWinograd } from '../../../nn/kernels/winograd/weights.ts';
import { type QuantizedNetwork, quantize } from '../../../nn/quantized/quantize.ts';
import {
  chosen,
  convolution,
  dense,
  expectSame,
  FLATTEN,
  maxPool,
  networkOfParts,
  pictures,
  SHAPE,
} from './kernel-network.fixture.ts';

function expectEqual(quantized: QuantizedNetwork, data: DataSet): void {
  expectSame(quantized, data, [null, { sigma: 0.05 * quantized.limit, seed: 7, draw: 2 }]);
}

const suits = ({ layers, limit }: QuantizedNetwork, channels: number): boolean =>
  suitsWinograd(layers[0]!, channels, 3, limit);

describe('the outputs of the plain network, without and with noise', () => {
  // From one tile to nine in a row: strips of whole rows, of parts of them, and across them; sides of 4 n + 0, 1, 2 and 3.
  test.each([
    [6, 4],
    [4, 5],
    [9, 7],
    [7, 8],
    [5, 11],
    [10, 12],
    [6, 14],
    [9, 16],
    [3, 19],
    [4, 30],
    [5, 36],
  ])('three channels of %s x %s, framed and not, pooled and not', (height, width) => {
    for (const padding of [0, 1])
      for (const pool of [[], [maxPool(2)]]) {
        if (pool.length > 0 && height + 2 * padding < 4) continue;
        const input = SHAPE(3, height, width);
        const parts = [convolution(5, 3, padding), ...pool, FLATTEN, dense(3, 'none')];
        const quantized = chosen(networkOfParts(input, parts), 8);
        expect(suits(quantized, 3)).toBe(true);
        expectEqual(quantized, pictures(input, 6, height * width));
      }
  });

  test.each([2, 4, 7])('%s channels of pixels, then more', (channels) => {
    const input = SHAPE(channels, 9, 10);
    const parts = [convolution(6, 3, 1), convolution(3, 3), maxPool(2), FLATTEN, dense(3, 'none')];
    expectEqual(chosen(networkOfParts(input, parts), 8), pictures(input, 18, channels));
  });
});

describe('pooled, without noise: tables of multiples of sums', () => {
  // One to four planes, the last one half empty or not; a last pair of one output.
  test.each([2, 3, 4, 5, 6, 7])('%s channels, odd and even numbers of outputs, sides and padding', (channels) => {
    for (const [outputs, padding, height, width] of [
      [4, 1, 7, 9],
      [3, 0, 9, 7],
      [6, 0, 8, 13],
      [1, 1, 4, 5],
    ] as const) {
      const input = SHAPE(channels, height, width);
      const parts = [convolution(outputs, 3, padding), maxPool(2), FLATTEN, dense(3, 'none')];
      expectEqual(chosen(networkOfParts(input, parts), 8), pictures(input, 6, channels * height));
    }
  });

  test.each(['tanh', 'sigmoid', 'relu', 'hard-tanh'] as const)('%s of 2 to 9 bits', (activation) => {
    const input = SHAPE(3, 6, 9);
    const parts = [convolution(6, 3, 1, activation), maxPool(2), FLATTEN, dense(3, 'none')];
    for (const bits of [2, 3, 5, 8, 9])
      expectEqual(chosen(networkOfParts(input, parts), bits), pictures(input, 6, bits));
  });

  // A bias of 2^20 alone has 576 times 2^20 < 2^31, one of 2^22 has more.
  test.each([20, 22])('biases of 2^%s', (power) => {
    const input = SHAPE(3, 6, 9);
    const parts = [convolution(4, 3, 1, 'none'), maxPool(2), FLATTEN, dense(3, 'none')];
    const { layers, ...rest } = chosen(networkOfParts(input, parts), 8);
    const bias = Float64Array.of(2 ** power, -(2 ** power), 7, -7);
    expectEqual({ ...rest, layers: [{ ...layers[0]!, bias }, ...layers.slice(1)] }, pictures(input, 6, power));
  });
});

describe('all weights and pixels at their ends', () => {
  // Sums to 9 * channels * 127^2: 576 times them is beyond 2^31 from 26 channels on, and takes the maximum after the division.
  test.each([
    [3, true],
    [25, true],
    [26, false],
    [64, false],
  ])('%s channels; multiples keep their order: %s', (channels, ordered) => {
    const input = SHAPE(channels, 5, 6);
    const network = networkOfParts(input, [convolution(4, 3, 1), maxPool(2), FLATTEN, dense(3, 'none')]);
    const signs = [(): number => 1, () => -1, (k: number) => (k % 2 ? 1 : -1), (k: number) => (k % 9 < 4 ? 1 : -1)];
    const weights = network.layers.flatMap((layer) => {
      if (layer.kind === 'convolution') {
        const size = 9 * channels;
        return [
          {
            weights: Float32Array.from({ length: 4 * size }, (_, k) => signs[Math.floor(k / size)]!(k % size)),
            bias: Float32Array.of(1, 2, -3, 0),
          },
        ];
      }
      if (layer.kind !== 'dense') return [];
      const length = layer.inputs * layer.outputs;
      return [
        { weights: Float32Array.from({ length }, (_, k) => ((k * 7) % 5) - 2), bias: new Float32Array(layer.outputs) },
      ];
    });
    const quantized = quantize(network, weights, { bits: 8, clip: [1, 1] });
    expect([suits(quantized, channels), keepsOrder(quantized.layers[0]!, 127)]).toEqual([true, ordered]);
    const data = pictures(input, 5, 3);
    data.values.fill(255, 0, 2 * data.pixels);
    expectEqual(quantized, data);
  });

  test('wider weights, wider inputs and other sides are done tap by tap', () => {
    const of = (bits: number, side: number): QuantizedNetwork =>
      chosen(networkOfParts(SHAPE(3, 8, 8), [convolution(4, side, 1), FLATTEN, dense(3, 'none')]), bits);
    expect([3, 8, 9, 16].map((bits) => suits(of(bits, 3), 3))).toEqual([true, true, false, false]);
    expect(suitsWinograd(of(8, 3).layers[0]!, 3, 3, 327)).toBe(true);
    expect(suitsWinograd(of(8, 3).layers[0]!, 3, 3, 328)).toBe(false);
    expect(suitsWinograd(of(8, 2).layers[0]!, 3, 2, 127)).toBe(false);
  });
});

describe('words of up to 16 bits in two digits', () => {
  const of = (channels: number, bits: number, input = SHAPE(channels, 6, 7)): QuantizedNetwork =>
    chosen(networkOfParts(input, [convolution(3, 3, 1), FLATTEN, dense(2, 'none')]), bits);

  test.each([
    [6, 4],
    [5, 9],
    [9, 14],
    [4, 17],
  ])('%s x %s: framed and not, pooled and not', (height, width) => {
    for (const [padding, pool] of [
      [0, []],
      [1, [maxPool(2)]],
    ] as const) {
      const input = SHAPE(6, height, width);
      const parts = [convolution(5, 3, padding), convolution(5, 3, 1), ...pool, FLATTEN, dense(3, 'none')];
      const quantized = chosen(networkOfParts(input, parts), 16);
      expect(quantized.layers.slice(0, 2).map((layer, k) => suitsDigits(layer, 6 - k, 3))).toEqual([true, true]);
      expectEqual(quantized, pictures(input, 5, height * width));
    }
  });

  test.each([8, 9, 10, 11, 12, 13, 14])('%s bits that are not read', (shift) => {
    const { layers, ...rest } = of(32, 16);
    const bias = layers[0]!.bias.map((_, k) => (k - 1) * 12_345_678 + 4321);
    const quantized = { ...rest, layers: [{ ...layers[0]!, shift, bias }, ...layers.slice(1)] };
    expect(suitsDigits(quantized.layers[0]!, 32, 3)).toBe(true);
    expectEqual(quantized, pictures(SHAPE(32, 6, 7), 4, shift));
  });

  test.each([12, 13, 15])('%s bits', (bits) => {
    const quantized = of(64, bits);
    expect(suitsDigits(quantized.layers[0]!, 64, 3)).toBe(quantized.layers[0]!.shift > 0);
    expectEqual(quantized, pictures(SHAPE(64, 6, 7), 4, bits));
  });

  // Both digits of a weight d: 257 d. Nine of them, all of one sign, make 9 * 16 * 2 d of the transformed sum of digits.
  test.each([
    [113, true],
    [114, false],
  ])('weights of digits %s and their negatives: %s, and the same outputs', (digit, fits) => {
    const { layers, ...rest } = of(7, 16);
    const weights = layers[0]!.weights.map((_, k) => (Math.floor(k / 9) % 2 ? -257 : 257) * digit);
    const quantized = { ...rest, layers: [{ ...layers[0]!, weights }, ...layers.slice(1)] };
    expect(suitsDigits(quantized.layers[0]!, 7, 3)).toBe(fits);
    const data = pictures(SHAPE(7, 6, 7), 5, 3);
    data.values.fill(255, 0, 2 * data.pixels);
    expectEqual(quantized, data);
  });

  test('sums of products of digits are within 2^25', () => {
    const [layer] = of(7, 16).layers;
    const many = (channels: number) => ({
      ...layer!,
      inputs: 9 * channels,
      weights: new Int32Array(3 * 9 * channels).fill(257 * 113),
    });
    // 9 * 128 * 226 = 260,352 a channel.
    expect([128, 129].map((channels) => suitsDigits(many(channels), channels, 3))).toEqual([true, false]);
  });
});
