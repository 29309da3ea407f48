/** Images that are blank here and there: what kernels leave out changes no output. */

import { expect, test } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import type { WeightNoise } from '../../../nn/evaluate/kernel-network.ts';
import type { Network, Shape } from '../../../nn/network/network.ts';
import {
  averagePool,
  chosen,
  convolution,
  dense,
  expectSame,
  FLATTEN,
  kernelOutputs,
  maxPool,
  networkOfParts,
  oracleOutputs,
  type Part,
  pictures,
  SHAPE,
} from './kernel-network.fixture.ts';

const NOISES: readonly (WeightNoise | null)[] = [
  null,
  { sigma: 9, seed: 4, draw: 1 },
  { sigma: 900, of: 'outputs', seed: 4, draw: 1 },
];

/** Sixteen blank images, then images of one pixel each, at every place of every channel: four in a row share their group. */
function onePixel(input: Shape): DataSet {
  const data = pictures(input, 16 + input.channels * input.height * input.width, 1);
  data.values.fill(0);
  for (let k = 0; k < data.pixels; k++) data.values[(16 + k) * data.pixels + k] = 255 - (k % 200);
  return data;
}

test.each([
  ['5 x 5', SHAPE(1, 9, 8), [convolution(3, 5), maxPool(2), dense(3, 'none')]],
  ['5 x 5, a column and a row left out', SHAPE(1, 7, 9), [convolution(2, 5), maxPool(2), dense(3, 'none')]],
  ['5 x 5, framed, not pooled', SHAPE(1, 5, 7), [convolution(2, 5, 2), FLATTEN, dense(3, 'none')]],
  ['3 x 3 of three channels', SHAPE(3, 6, 5), [convolution(4, 3, 1), maxPool(2), dense(3, 'none')]],
  ['4 x 4 of two channels', SHAPE(2, 7, 6), [convolution(3, 4, 1), dense(3, 'none')]],
  ['1 x 1', SHAPE(1, 5, 6), [convolution(3, 1), maxPool(2), dense(3, 'none')]],
  ['behind means', SHAPE(1, 10, 12), [averagePool(2), convolution(3, 3), dense(3, 'none')]],
] as [string, Shape, Part[]][])('%s: blank images and images of one pixel', (_, input, parts) => {
  const network = networkOfParts(input, parts);
  for (const bits of [8, 16])
    for (const noise of NOISES) {
      const quantized = chosen(network, bits);
      const found = kernelOutputs(quantized, onePixel(input), noise);
      expect(found).toEqual(oracleOutputs(quantized, onePixel(input), noise));
      expect(new Set(found.map(String)).size).toBeGreaterThan(5);
    }
});

test('one after the other: blank images leave nothing to the next', () => {
  const input = SHAPE(1, 9, 8);
  const quantized = chosen(networkOfParts(input, [convolution(3, 5), maxPool(2), dense(3, 'none')]), 8);
  const data = pictures(input, 48, 2);
  data.values.fill(0, 16 * data.pixels, 32 * data.pixels);
  expectSame(quantized, data, NOISES);
});

test('centred pixels: those of 0 are not blank', () => {
  const input = SHAPE(1, 9, 8);
  const network: Network = {
    ...networkOfParts(input, [convolution(3, 5, 1), maxPool(2), dense(3, 'none')]),
    pixels: 'centred',
  };
  for (const noise of NOISES)
    expect(kernelOutputs(chosen(network, 8), onePixel(input), noise)).toEqual(
      oracleOutputs(chosen(network, 8), onePixel(input), noise),
    );
});
