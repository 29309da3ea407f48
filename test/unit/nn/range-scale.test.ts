/** A layer's outputs four times as large, weighted a quarter: the same network in other units, also of the noise. */

import { expect, test } from 'vitest';
import { type NoiseModel, noiseOf } from '../../../nn/evaluate/noise-model.ts';
import { chipOf } from '../../../nn/quantized/chip.ts';
import { quantize } from '../../../nn/quantized/quantize.ts';
import { dense, networkOfParts, oracleOutputs, pictures, SHAPE } from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';

const NETWORK = networkOfParts(SHAPE(1, 3, 3), [dense(6, 'relu'), dense(5, 'none'), dense(4, 'none')]);
const DATA = pictures(NETWORK.input, 20, 4);
const WEIGHTS = someWeights(NETWORK, 7);

/** Outputs of the first layer times `scale`. */
const scaled = (scale: number, bits: number, resolution = bits) => {
  const weights = WEIGHTS.map((layer, k) => ({
    weights: layer.weights.map((weight) => (k === 0 ? weight * scale : k === 1 ? weight / scale : weight)),
    bias: layer.bias.map((bias) => (k === 0 ? bias * scale : bias)),
  }));
  return quantize(NETWORK, weights, { bits, resolution, clip: [1, 0.9, 1], ranges: [1.5 * scale, 2, 1] });
};

test.each([2, 3, 8, 16])('%s bits: the same outputs', (bits) => {
  expect(oracleOutputs(scaled(4, bits), DATA, null)).toEqual(oracleOutputs(scaled(1, bits), DATA, null));
});

test.each(['weight', 'per-branch', 'input-referred'] as const)(
  'noise %s: a part of full scale in every layer',
  (model) => {
    const point = (chosen: NoiseModel) => ({ model: chosen, noisePower: 1e-6, fullScale: 0.012, neuron: null });
    const of = (scale: number) => noiseOf(point(model), scaled(scale, 8, 5)).sigma;
    of(4).forEach((sigma, k) => {
      expect(sigma).toBeCloseTo(of(1)[k]!, 9);
    });
    // The largest product of the second layer: weights to 127, inputs through 5 bits to 15.
    if (model === 'input-referred') expect(of(4)[1]).toBeCloseTo((Math.sqrt(6e-6) / 0.012) * 127 * 15, 6);
  },
);

test('the noise of a neuron and offsets, too', () => {
  const neuron = { neuron: 'n', fullScale: 0.02, powers: [1e-6, 4e-6, 1e-6] };
  const of = (scale: number) =>
    noiseOf({ model: 'weight', noisePower: 0, fullScale: 1, neuron }, scaled(scale, 8, 5)).sigma;
  expect(of(4)[1]).toBeCloseTo((2e-3 / 0.02) * 127 * 15, 6);
  expect(of(4)[1]).toBeCloseTo(of(1)[1]!, 9);
  const biases = (scale: number) =>
    chipOf(
      scaled(scale, 8),
      { mismatch: null, offset: 1e-3 },
      { seed: 3, chip: 1, fullScale: 0.012 },
    ).quantized.layers.map(({ bias }) => Array.from(bias));
  expect(biases(4)).toEqual(biases(1));
});
