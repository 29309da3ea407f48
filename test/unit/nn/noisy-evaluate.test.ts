import { describe, expect, test } from 'vitest';
import { prepare, wrongWithNoise } from '../../../nn/evaluate/noisy-evaluate.ts';
import { wrongInFloat } from '../../../nn/float/evaluate.ts';
import { gaussianSource } from '../../../nn/noise/gaussian.ts';
import { lumpedNoise } from '../../../nn/noise/lumped-noise.ts';
import { pixelCode, quantize } from '../../../nn/quantized/quantize.ts';
import { quarters, SMALL, someWeights, words } from './network.fixture.ts';

const DATA = quarters(300, 1);
const WEIGHTS = someWeights(SMALL, 3);

describe('the integer network', () => {
  test.each([2, 3, 8, 16])('%s bits: as many errors as in big integers and rounded Math.tanh', (bits) => {
    const quantized = quantize(SMALL, WEIGHTS, { bits, clip: [1, 0.7] });
    const { limit } = quantized;
    let wrong = 0;
    for (let image = 0; image < DATA.images; image++) {
      let codes = Array.from(DATA.values.subarray(image * 36, (image + 1) * 36), (pixel) => pixelCode(pixel, limit));
      let sums: bigint[] = [];
      quantized.layers.forEach((layer, k) => {
        sums = Array.from({ length: layer.outputs }, (_, j) => {
          const products = codes.map((code, i) => BigInt(code) * BigInt(layer.weights[j * layer.inputs + i]!));
          return (products.reduce((a, b) => a + b, 0n) << BigInt(layer.fractionBits)) + BigInt(layer.bias[j]!);
        });
        const unit = (layer.weightScale * layer.inputScale) / 2 ** layer.fractionBits;
        if (k === 0) codes = sums.map((sum) => Math.floor(limit * Math.tanh(Number(sum) * unit) + 0.5));
      });
      const best = sums.findIndex((sum) => sums.every((other) => other <= sum));
      if (best !== DATA.labels[image]) wrong++;
    }
    expect(wrongWithNoise(prepare(quantized, DATA), null)).toBe(wrong);
  });

  test('16 bits: within one image of the float network', () => {
    const quantized = quantize(SMALL, WEIGHTS, { bits: 16, clip: [1, 1] });
    const difference = wrongWithNoise(prepare(quantized, DATA), null) - wrongInFloat(SMALL, WEIGHTS, DATA);
    expect(Math.abs(difference)).toBeLessThanOrEqual(1);
  });

  test('data that do not fit are refused', () => {
    const quantized = quantize(SMALL, WEIGHTS, { bits: 8, clip: [1, 1] });
    expect(() => prepare(quantized, { ...DATA, width: 5 })).toThrow('small must have images of 1 x 6 x 6: 1 x 6 x 5');
    expect(() => prepare(quantized, { ...DATA, classes: 5 })).toThrow('small must have at most 4 classes: 5');
  });
});

describe('weight noise, lumped', () => {
  const prepared = prepare(quantize(SMALL, WEIGHTS, { bits: 3, clip: [1, 1] }), DATA);
  const wrong = (sigma: number, draw: number): number => wrongWithNoise(prepared, { sigma, seed: 1, draw });

  test('none at sigma 0; chance at a huge sigma', () => {
    expect(wrong(0, 0)).toBe(wrongWithNoise(prepared, null));
    // Four classes: three quarters wrong, within 4 standard deviations of 300 images.
    expect(Math.abs(wrong(1e4, 0) - 225)).toBeLessThan(4 * Math.sqrt(300 * 0.75 * 0.25));
  });

  test('a draw is a function of seed and number', () => {
    const draws = [0, 1, 2, 3, 4].map((draw) => wrong(1, draw));
    expect([4, 2, 0, 1, 3].map((draw) => wrong(1, draw))).toEqual([4, 2, 0, 1, 3].map((draw) => draws[draw]));
    expect(new Set(draws).size).toBeGreaterThan(1);
  });

  // One output with 40 synapses: lumped noise against a draw for each weight at each multiplication.
  const synapses = 40;
  const count = 40_000;
  const sigma = 0.8;
  const fraction = 2 ** 10;
  const x = Int32Array.from(words(synapses, 8), (word) => (word % 7) - 3);
  const w = Int32Array.from(words(synapses, 9), (word) => (word % 7) - 3);
  const exact = x.reduce((sum, value, k) => sum + value * w[k]!, 0) * fraction;
  const squares = x.reduce((sum, value) => sum + value * value, 0);

  const explicit = new Float64Array(count);
  const gaussians = new Float64Array(synapses);
  const source = gaussianSource(77);
  for (let n = 0; n < count; n++) {
    source(gaussians, n, 0, 0);
    let sum = 0;
    for (let k = 0; k < synapses; k++) sum += x[k]! * (w[k]! + sigma * gaussians[k]!);
    explicit[n] = sum * fraction;
  }
  const lumped = new Float64Array(count);
  const one = new Float64Array(1);
  const other = gaussianSource(78);
  for (let n = 0; n < count; n++) {
    other(one, n, 0, 0);
    lumped[n] = exact + lumpedNoise(sigma * fraction, squares, one[0]!);
  }
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / count;
  const variance = (values: Float64Array): number => {
    const center = mean(values);
    return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (count - 1);
  };

  test('mean and variance are those of explicit draws: sigma^2 times the sum of squares', () => {
    const wanted = sigma ** 2 * squares * fraction ** 2;
    for (const sample of [explicit, lumped]) {
      expect(Math.abs(mean(sample) - exact)).toBeLessThan(4 * Math.sqrt(wanted / count));
      expect(Math.abs(variance(sample) / wanted - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    }
  });

  test('both have one distribution: two-sample Kolmogorov-Smirnov below the 1 % point', () => {
    const a = explicit.slice().sort();
    const b = lumped.slice().sort();
    let distance = 0;
    for (let i = 0, j = 0; i < count && j < count; ) {
      if (a[i]! <= b[j]!) i++;
      else j++;
      distance = Math.max(distance, Math.abs(i - j) / count);
    }
    expect(distance).toBeLessThan(1.628 * Math.sqrt(2 / count));
  });
});
