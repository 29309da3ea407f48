/** Ranges of unbounded activations: of images, as told, or proven. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activationHistograms } from '../../../nn/float/activation-histograms.ts';
import { type Activation, weightLayers } from '../../../nn/network/network.ts';
import { activationRanges, provenRanges, rangeChoices } from '../../../nn/quantized/activation-ranges.ts';
import { pixelCode, quantize } from '../../../nn/quantized/quantize.ts';
import { oracleOutputs as floatOutputs } from './float-oracle.ts';
import {
  averagePool,
  convolution,
  dense,
  expectSame,
  FLATTEN,
  maxPool,
  networkOfParts,
  oracleOutputs,
  pictures,
  SHAPE,
} from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';

const NETWORK = networkOfParts(SHAPE(1, 6, 6), [
  convolution(3, 3, 1, 'relu'),
  maxPool(2),
  convolution(4, 2, 0, 'none'),
  averagePool(2),
  FLATTEN,
  dense(5, 'tanh'),
  dense(3, 'none'),
]);
const WEIGHTS = someWeights(NETWORK, 3);
const DATA = pictures(NETWORK.input, 40, 8);
const imageOf = (image: number): number[] =>
  Array.from(DATA.values.subarray(36 * image, 36 * image + 36), (pixel) => pixel / 255);
const OUTPUTS = Array.from({ length: DATA.images }, (_, image) => floatOutputs(NETWORK, WEIGHTS, imageOf(image)));
const largestOf = (layer: number): number => Math.max(...OUTPUTS.flatMap((of) => of[layer]!.map(Math.abs)));

describe('ranges of images', () => {
  test('the largest outputs behind each activation; a maximum keeps them, a mean comes later; bounded ones have 1', () => {
    const choices = rangeChoices(NETWORK, 'max');
    const ranges = activationRanges(NETWORK, choices, activationHistograms(NETWORK, WEIGHTS, DATA), 8);
    const wanted = [largestOf(0), largestOf(2), 1, 1];
    ranges.forEach((range, k) => {
      expect(range).toBeCloseTo(wanted[k]!, 5);
    });
  });

  test('told by layer, of the file, for all; else least squares, and the largest of the last', () => {
    const layers = NETWORK.layers.map((layer, k) =>
      k === 0 ? { ...layer, range: 7 } : layer,
    ) as typeof NETWORK.layers;
    const file = { ...NETWORK, layers };
    expect(rangeChoices(NETWORK)).toEqual(['usual', 'usual', null, null]);
    expect(rangeChoices(file)).toEqual([7, 'usual', null, null]);
    expect(rangeChoices(file, { percentile: 99 })).toEqual([7, { percentile: 99 }, null, null]);
    expect(rangeChoices(file, { layer0: 'max', layer2: 3 })).toEqual(['max', 3, null, null]);
    expect(() => rangeChoices(NETWORK, { layer5: 3 })).toThrow('(layer0, layer2): layer5');
    const last = networkOfParts(SHAPE(1, 6, 6), [dense(4, 'relu'), dense(2, 'relu')]);
    const histograms = activationHistograms(last, someWeights(last, 1), DATA);
    const [first, second] = activationRanges(last, rangeChoices(last), histograms, 2);
    expect(first).toBeLessThan(histograms[0]!.largest);
    expect(second).toBe(histograms[1]!.largest);
  });

  test('a layer that gives zeros alone tells no range', () => {
    const dead = WEIGHTS.map((layer, k) => (k === 0 ? { ...layer, bias: layer.bias.map(() => -1e3) } : layer));
    const histograms = activationHistograms(NETWORK, dead, DATA);
    expect(() => activationRanges(NETWORK, rangeChoices(NETWORK), histograms, 8)).toThrow(
      'the range of layer0 must be given as a number: by least-squares its outputs for the images are all 0',
    );
  });

  test('none is taken for granted', () => {
    const choice = { bits: 8, clip: [1, 1, 1, 1] };
    expect(() => quantize(NETWORK, WEIGHTS, choice)).toThrow('the range of layer0 must be given, as relu has no end');
    expect(() => quantize(NETWORK, WEIGHTS, { ...choice, ranges: [1, 1, 2, 1] })).toThrow('that of tanh: 2');
  });
});

describe('ranges without images', () => {
  const network = networkOfParts(SHAPE(1, 1, 2), [dense(2, 'relu'), dense(1, 'none')]);
  const weights = (row: readonly number[], bias: number) => [
    { weights: Float32Array.of(...row, 0, 0), bias: Float32Array.of(bias, 0) },
    { weights: Float32Array.of(1, 1), bias: Float32Array.of(0) },
  ];
  test.each([
    [[1, 0], 0, [1, 1]],
    [[0.5, 0.5], 0, [1, 1]],
    [[3, -1], -2, [1, 1]],
    [[0.5, 0.6], 0, [null, 1]],
    [[1, 0], 0.01, [null, 1]],
  ] as const)('weights %s, bias %s: %s', (row, bias, wanted) => {
    expect(provenRanges(network, weights(row, bias), rangeChoices(network))).toEqual(wanted);
  });

  test('a told range is one, a told way needs images', () => {
    expect(provenRanges(network, weights([9, 9], 0), rangeChoices(network, 4))).toEqual([4, 1]);
    expect(provenRanges(network, weights([1, 0], 0), rangeChoices(network, 'max'))).toEqual([null, 1]);
  });
});

const activation = fc.constantFrom<Activation>('relu', 'none', 'tanh', 'sigmoid', 'hard-tanh');
const networks = fc
  .record({
    shape: fc.constantFrom(SHAPE(1, 6, 6), SHAPE(3, 7, 5), SHAPE(2, 8, 9)),
    first: activation,
    pool: fc.constantFrom(maxPool(2), averagePool(2)),
    second: activation,
    third: activation,
    centred: fc.boolean(),
  })
  .map(({ shape, first, pool, second, third, centred }) => ({
    ...networkOfParts(shape, [
      ...[convolution(5, 3, 1, first), pool, convolution(4, 2, 0, second), FLATTEN],
      ...[dense(7, third), dense(4, 'none')],
    ]),
    ...(centred ? { pixels: 'centred' as const } : {}),
  }));
const bits = fc.integer({ min: 2, max: 16 });

test('random networks, widths and ranges: the kernels give what the plain network gives, with noise and without', () => {
  const power = fc.double({ min: -2, max: 2, noNaN: true });
  const cases = fc.tuple(
    networks,
    bits,
    bits,
    fc.array(power, { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 1, max: 99 }),
  );
  fc.assert(
    fc.property(cases, ([network, weightBits, activationBits, powers, key]) => {
      const ranges = rangeChoices(network).map((choice, k) => (choice === null ? 1 : 10 ** powers[k]!));
      const weights = someWeights(network, key);
      const quantized = quantize(network, weights, {
        ...{ bits: weightBits, activationBits, ranges },
        clip: weights.map(() => 0.9),
      });
      expectSame(quantized, pictures(network.input, 5, key), [null, { sigma: 0.3, seed: key, draw: 0 }]);
    }),
    { seed: 11, numRuns: 40 },
  );
});

test('random networks with outputs up to thousands: at 16 bits the integers are the real outputs to half a percent', () => {
  fc.assert(
    fc.property(networks, fc.integer({ min: 1, max: 99 }), fc.constantFrom(0.05, 1, 30), (network, key, gain) => {
      const weights = someWeights(network, key).map((layer) => ({
        weights: layer.weights.map((weight) => gain * weight),
        bias: layer.bias,
      }));
      const data = pictures(network.input, 6, key);
      const ranges = activationRanges(
        network,
        rangeChoices(network, 'max'),
        activationHistograms(network, weights, data),
        16,
      );
      const quantized = quantize(network, weights, { bits: 16, clip: weights.map(() => 1), ranges });
      const { weightScale, inputScale, fractionBits, shift } = quantized.layers.at(-1)!;
      const unit = (weightScale * inputScale * 2 ** shift) / 2 ** fractionBits;
      oracleOutputs(quantized, data, null).forEach((outputs, image) => {
        const pixels = data.values.subarray(image * data.pixels, (image + 1) * data.pixels);
        const scale = Array.from(
          pixels,
          (pixel) => pixelCode(pixel, quantized.limit, network.pixels) / quantized.limit,
        );
        const wanted = floatOutputs(network, weights, scale).at(-1)!;
        const largest = Math.max(1, ...wanted.map(Math.abs));
        outputs.forEach((output, k) => {
          expect(Math.abs(output * unit - wanted[k]!) / largest).toBeLessThan(5e-3);
        });
      });
    }),
    { seed: 12, numRuns: 30 },
  );
});

test('every layer with weights has a range', () => {
  expect(rangeChoices(NETWORK)).toHaveLength(weightLayers(NETWORK).length);
});
