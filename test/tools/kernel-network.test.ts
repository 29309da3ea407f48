/** The vector kernels against the plain integer network, output by output. */

import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../nn/data/data-set.ts';
import { type ImageRange, kernelNetwork, type WeightNoise } from '../../nn/evaluate/kernel-network.ts';
import { networkOf } from '../../nn/network/networks.ts';
import { type QuantizedNetwork, quantize } from '../../nn/quantized/quantize.ts';
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
  ODD_SHAPES,
  oracleOutputs,
  type Part,
  pictures,
  SHAPE,
} from '../unit/nn/kernel-network.fixture.ts';
import { someWeights } from '../unit/nn/network.fixture.ts';

function expectEqual(quantized: QuantizedNetwork, data: DataSet): void {
  const noise = { sigma: 0.05 * quantized.limit, seed: 99, draw: 3 };
  for (const of of [null, noise]) {
    const wanted = oracleOutputs(quantized, data, of);
    expect(kernelOutputs(quantized, data, of)).toEqual(wanted);
    expect(new Set(wanted.flat()).size).toBeGreaterThan(1);
  }
}

describe('kernels and plain network agree, without and with noise', () => {
  test.each(ODD_SHAPES)('%s', (_, input, parts) => {
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

  test("1 bit: weights of -1 and 0, the words of one bit in two's complement, comparators behind the layers", () => {
    const network = networkOfParts(input, parts);
    const weights = someWeights(network, 1);
    const { layers, ...two } = quantize(network, weights, { bits: 2, resolution: 1, clip: weights.map(() => 0.5) });
    const quantized = {
      ...two,
      layers: layers.map((layer) => ({ ...layer, weights: layer.weights.map((code) => Math.min(code, 0)) })),
    };
    expect(new Set(quantized.layers.flatMap((layer) => [...layer.weights]))).toEqual(new Set([-1, 0]));
    expectEqual(quantized, pictures(input, 18, 1));
  });

  test.each(['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'])('%s at 8 and 16 bits', (name) => {
    const network = networkOf(name);
    for (const bits of [8, 16]) expectEqual(chosen(network, bits), pictures(network.input, 5, bits));
  });
});

describe('outputs belong to their image', () => {
  const input = SHAPE(1, 12, 12);
  const network = networkOfParts(input, [convolution(5, 5), maxPool(2), FLATTEN, dense(7), dense(4, 'none')]);
  const quantized = chosen(network, 8);
  const data = pictures(input, 50, 3);
  const noise = { sigma: 6, seed: 5, draw: 1 };
  const all = kernelOutputs(quantized, data, noise);

  test.each([1, 3, 16, 17, 49])('in parts of %s images, in any order', (size) => {
    const parts = Array.from({ length: Math.ceil(50 / size) }, (_, k) => ({
      from: k * size,
      to: Math.min(50, (k + 1) * size),
    }));
    expect(kernelOutputs(quantized, data, noise, parts)).toEqual(all);
    expect(kernelOutputs(quantized, data, noise, parts.toReversed())).toEqual(all);
  });

  test('after other draws and without noise in between', () => {
    const kernels = kernelNetwork(quantized);
    const first = (of: WeightNoise | null): number[] => {
      let found: number[] = [];
      kernels.run(
        data,
        of,
        (outputs) => {
          found = Array.from(outputs);
        },
        { from: 0, to: 16 },
      );
      return found;
    };
    const [clean, noisy] = [first(null), first(noise)];
    expect(first({ ...noise, draw: 2 })).not.toEqual(noisy);
    expect(first({ ...noise, seed: 6 })).not.toEqual(noisy);
    expect(first(null)).toEqual(clean);
    expect(first(noise)).toEqual(noisy);
    expect(first({ ...noise, sigma: 0 })).toEqual(clean);
  });

  test('parts beyond the images and noise that is none are refused', () => {
    const kernels = kernelNetwork(quantized);
    const run = (of: WeightNoise | null, part: ImageRange) => () => kernels.run(data, of, () => {}, part);
    expect(run(null, { from: 0, to: 51 })).toThrow('images must be a range within 0 to 50: 0 to 51');
    expect(run({ ...noise, sigma: -1 }, { from: 0, to: 1 })).toThrow('sigma must be at least 0 and below 2^30: -1');
    expect(run({ ...noise, seed: 0.5 }, { from: 0, to: 1 })).toThrow('seed must be a whole number');
    expect(() => kernels.run({ ...data, width: 11 }, null, () => {})).toThrow(
      'mine must have images of 1 x 12 x 12: 1 x 12 x 11',
    );
  });
});

describe('extreme values', () => {
  // All weights and pixels at their ends: the largest sums that there can be, of both signs, and sigma far beyond full scale.
  test.each([2, 3, 8, 12, 16])('%s bits', (bits) => {
    const network = networkOfParts(SHAPE(9, 6, 6), [
      convolution(8, 3, 1),
      maxPool(2),
      convolution(8, 3, 1),
      FLATTEN,
      dense(40),
      dense(4, 'none'),
    ]);
    const weights = someWeights(network, 1).map(({ weights, bias }, layer) => ({
      weights: weights.map((_, k) => ((k * 7 + layer) % 3 === 0 ? 1 : (Math.floor(k / 40) + layer) % 2 ? 1 : -1)),
      bias: bias.map((_, k) => (k % 2 ? 3 : -3)),
    }));
    const quantized = quantize(network, weights, { bits, clip: weights.map(() => 1) });
    const data = { ...pictures(SHAPE(9, 6, 6), 20, 1), values: new Uint8Array(20 * 324).fill(255) };
    data.values.fill(0, 10 * 324);
    for (const noise of [null, { sigma: 1e6, seed: 0xffffffff, draw: 0xffffffff }])
      expectSame(quantized, data, [noise]);
  });
});

describe('what kernels cannot do is refused', () => {
  const weighted =
    (...parts: Part[]) =>
    () =>
      kernelNetwork(chosen(networkOfParts(SHAPE(1, 6, 6), parts), 8));
  test('a layer of maps behind a dense one, an end that is not dense', () => {
    expect(weighted(dense(4), convolution(2, 1), dense(2))).toThrow(
      'layer1 must stand before the dense layers of mine',
    );
    expect(weighted(dense(4), averagePool(1), dense(2))).toThrow(
      'average-pool (layer 2) must stand before the dense layers of mine',
    );
    expect(weighted(convolution(2, 3))).toThrow('mine must end in a dense layer');
  });

  test('sums with fraction bits beyond 2^30', () => {
    const network = networkOfParts(SHAPE(1, 400, 400), [dense(1, 'none')]);
    const weights = [{ weights: new Float32Array(160_000).fill(1), bias: new Float32Array(1) }];
    expect(() => kernelNetwork(quantize(network, weights, { bits: 3, clip: [1] }))).toThrow(
      'layer0 must have accumulators within 2^30 at 10 fraction bits',
    );
  });
});
