import { describe, expect, test } from 'vitest';
import { type AnalogNeuron, parseSpec } from '../../../gen/index.ts';
import { neuronMismatch } from '../../../nn/evaluate/neuron-noise.ts';
import { prepare, wrongWithNoise } from '../../../nn/evaluate/noisy-evaluate.ts';
import { chipOf, type Mismatch } from '../../../nn/quantized/chip.ts';
import { quantize } from '../../../nn/quantized/quantize.ts';
import { quarters, SMALL, someWeights } from './network.fixture.ts';
import { ksDistance, normalCdf } from './normal.ts';

const NETWORK = {
  name: 'wide',
  input: { channels: 1, height: 10, width: 10 },
  layers: [
    { kind: 'dense', name: 'dense1', inputs: 100, outputs: 60, activation: 'tanh' },
    { kind: 'dense', name: 'dense2', inputs: 60, outputs: 200, activation: 'none' },
  ],
} as const;
const quantized = quantize(NETWORK, someWeights(NETWORK, 3), { bits: 5, clip: [1, 1] });
const DRAW = { seed: 3, chip: 0, fullScale: 0.012 };
const chip = (mismatch: Mismatch | null, offset = 0, number = 0) =>
  chipOf(quantized, { mismatch, offset }, { ...DRAW, chip: number });

/** Errors of the weights of a layer over their deviations, where these are not 0. */
const errorsOf = (mismatch: Mismatch, deviation: (weight: number) => number, number = 0): Float64Array => {
  const { quantized: of, unit } = chip(mismatch, 0, number);
  const weights = quantized.layers[0]!.weights;
  return Float64Array.from(
    Array.from(weights, (weight, k) => (of.layers[0]!.weights[k]! * unit[0]! - weight) / deviation(weight)).filter(
      (_, k) => weights[k] !== 0,
    ),
  );
};
/** 1 % point of the one-sample Kolmogorov-Smirnov distance. */
const bound = (count: number): number => 1.628 / Math.sqrt(count);

describe('weights of a chip', () => {
  test('a factor each: normal, as a part of the weight', () => {
    const errors = errorsOf({ kind: 'factor', deviation: 0.1 }, (weight) => 0.1 * Math.abs(weight));
    expect(errors.length).toBeGreaterThan(5000);
    expect(ksDistance(errors, normalCdf)).toBeLessThan(bound(errors.length));
  });

  test('by unit transistors: normal, with the root of the weight', () => {
    // 5 bits: the largest code is 15.
    const errors = errorsOf(
      { kind: 'units', neuron: 'm', full: 0.02 },
      (weight) => 0.3 * Math.sqrt(Math.abs(weight) / 15),
    );
    expect(ksDistance(errors, normalCdf)).toBeLessThan(bound(errors.length));
  });

  test('without an error the weights of a chip are those of the network to a part in 2^15 of the largest', () => {
    const { quantized: of, unit } = chip({ kind: 'factor', deviation: 0 });
    of.layers.forEach((layer, k) => {
      layer.weights.forEach((weight, at) => {
        expect(Math.abs(weight * unit[k]! - quantized.layers[k]!.weights[at]!)).toBeLessThan(15 / 32_767);
      });
    });
  });

  test('a chip is a function of seed and number', () => {
    const mismatch: Mismatch = { kind: 'factor', deviation: 0.1 };
    expect(chip(mismatch).quantized.layers[0]!.weights).toEqual(chip(mismatch).quantized.layers[0]!.weights);
    expect(chip(mismatch).quantized.layers[0]!.weights).not.toEqual(chip(mismatch, 0, 1).quantized.layers[0]!.weights);
  });
});

test('offsets: normal, 6 mV of 12 mV are half a largest product, and the weights stay', () => {
  const { quantized: of } = chip(null, 0.006);
  const { fractionBits, bias, weights } = quantized.layers[1]!;
  expect(of.layers[1]!.weights).toEqual(weights);
  const deviation = 0.5 * 15 * 15 * 2 ** fractionBits;
  const offsets = Float64Array.from(bias, (value, k) => (of.layers[1]!.bias[k]! - value) / deviation);
  expect(ksDistance(offsets, normalCdf)).toBeLessThan(bound(offsets.length));
});

test('offsets are the same with mismatch beside them', () => {
  const both = chip({ kind: 'factor', deviation: 0 }, 0.006).quantized.layers[1]!;
  const alone = chip(null, 0.006).quantized.layers[1]!;
  const real = (layer: typeof both): number[] =>
    Array.from(layer.bias, (value) => (value * layer.weightScale * layer.inputScale) / 2 ** layer.fractionBits);
  const [a, b] = [real(both), real(alone)];
  // Bias of a chip is in steps of 2^-15 of the largest weight on 1/15.
  const step = both.weightScale * both.inputScale;
  a.forEach((value, k) => {
    expect(Math.abs(value - b[k]!)).toBeLessThan(step);
  });
});

test('mismatch costs: none at 0, chance at a factor of 30', () => {
  const data = quarters(400, 2);
  const small = quantize(SMALL, someWeights(SMALL, 3), { bits: 4, clip: [1, 1] });
  const wrong = (deviation: number): number => {
    const { quantized: of } = chipOf(small, { mismatch: { kind: 'factor', deviation }, offset: 0 }, DRAW);
    return wrongWithNoise(prepare(of, data), null);
  };
  expect(Math.abs(wrong(0) - wrongWithNoise(prepare(small, data), null))).toBeLessThanOrEqual(2);
  expect(wrong(30)).toBeGreaterThan(150);
});

describe('mismatch of an analog neuron', () => {
  const parsed = parseSpec(
    { name: 'x', neurons: [{ name: 'm', kind: 'analog', bits: 8, sizing: 'segmented' }] },
    () => 0,
  );
  const neuron = ('spec' in parsed ? parsed.spec.neurons?.[0] : undefined) as AnalogNeuron;

  test('of another sizing than unit is refused', () => {
    expect(() => neuronMismatch(neuron)).toThrow(
      'mismatch from m must be that of sizing unit in small-signal mode: segmented',
    );
  });

  test('none without mismatch, and more with larger coefficients', () => {
    const full = (threshold: number): number => {
      const mismatch = neuronMismatch({ ...neuron, sizing: 'unit', length: 65e-9, mismatch: { threshold, beta: 0 } });
      return mismatch.kind === 'units' ? mismatch.full : Number.NaN;
    };
    expect(full(0)).toBe(0);
    expect(full(7e-9)).toBeGreaterThan(full(3.5e-9));
  });
});
