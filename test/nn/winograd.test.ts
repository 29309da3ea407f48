/** Convolutions of 3 x 3 by Winograd's products against the plain integer network: every shape of a strip, and its bounds. */

import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../src/nn/data-set.ts';
import { type QuantizedNetwork, quantize } from '../../src/nn/quantize.ts';
import { keepsOrder, suitsWinograd } from '../../src/nn/wasm/winograd-weights.ts';
import {
  chosen,
  convolution,
  dense,
  FLATTEN,
  kernelOutputs,
  maxPool,
  networkOfParts,
  oracleOutputs,
  pictures,
} from './kernel-network.fixture.ts';

const shape = (channels: number, height: number, width: number) => ({ channels, height, width });

function expectEqual(quantized: QuantizedNetwork, data: DataSet): void {
  for (const noise of [null, { sigma: 0.05 * quantized.limit, seed: 7, draw: 2 }])
    expect(kernelOutputs(quantized, data, noise)).toEqual(oracleOutputs(quantized, data, noise));
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
        const input = shape(3, height, width);
        const parts = [convolution(5, 3, padding), ...pool, FLATTEN, dense(3, 'none')];
        const quantized = chosen(networkOfParts(input, parts), 8);
        expect(suits(quantized, 3)).toBe(true);
        expectEqual(quantized, pictures(input, 6, height * width));
      }
  });

  test.each([2, 4, 7])('%s channels of pixels, then more', (channels) => {
    const input = shape(channels, 9, 10);
    const parts = [convolution(6, 3, 1), convolution(3, 3), maxPool(2), FLATTEN, dense(3, 'none')];
    expectEqual(chosen(networkOfParts(input, parts), 8), pictures(input, 18, channels));
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
    const input = shape(channels, 5, 6);
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
      chosen(networkOfParts(shape(3, 8, 8), [convolution(4, side, 1), FLATTEN, dense(3, 'none')]), bits);
    expect([3, 8, 9, 16].map((bits) => suits(of(bits, 3), 3))).toEqual([true, true, false, false]);
    expect(suitsWinograd(of(8, 3).layers[0]!, 3, 3, 327)).toBe(true);
    expect(suitsWinograd(of(8, 3).layers[0]!, 3, 3, 328)).toBe(false);
    expect(suitsWinograd(of(8, 2).layers[0]!, 3, 2, 127)).toBe(false);
  });
});
