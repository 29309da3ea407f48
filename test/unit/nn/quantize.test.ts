import { describe, expect, test } from 'vitest';
import type { LayerWeights, Network } from '../../../nn/network/network.ts';
import { biasFractionBits, largestCode, pixelCode, quantize } from '../../../nn/quantized/quantize.ts';
import { SMALL, someWeights } from './network.fixture.ts';

const ONE: Network = {
  name: 'one',
  input: { channels: 4, height: 1, width: 1 },
  layers: [{ kind: 'dense', name: 'only', inputs: 4, outputs: 1, activation: 'none' }],
};
const only = (weights: readonly number[], bias: number): LayerWeights[] => [
  { weights: Float32Array.from(weights), bias: Float32Array.of(bias) },
];

describe('post-training quantization', () => {
  test('3 bits by hand: codes -3 to 3, one is a third of the largest weight', () => {
    const [layer] = quantize(ONE, only([1.5, -0.75, 0.2, -0.3], 0.25), { bits: 3, clip: [1] }).layers;
    // 1.5 / 3 = 0.5 a code: 3, -1.5 (halves away from zero: -2), 0.4, -0.6.
    expect(Array.from(layer!.weights)).toEqual([3, -2, 0, -1]);
    expect([layer!.weightScale, layer!.inputScale, layer!.fractionBits]).toEqual([0.5, 1 / 3, 10]);
    // 0.25 / (0.5 / 3 / 1024) = 1536.
    expect(Array.from(layer!.bias)).toEqual([1536]);
    expect(layer!.table).toBeNull();
  });

  test('clipped to half the largest weight: twice as fine, larger weights at the end', () => {
    const [layer] = quantize(ONE, only([1.5, -0.75, 0.2, -0.3], 0.25), { bits: 3, clip: [0.5] }).layers;
    expect(Array.from(layer!.weights)).toEqual([3, -3, 1, -1]);
    expect(Array.from(layer!.bias)).toEqual([3072]);
  });

  test.each([2, 3, 5, 8, 12, 16])('%s bits: every weight within half a code, every bias within half a unit', (bits) => {
    const weights = someWeights(SMALL, 3);
    const { layers, limit } = quantize(SMALL, weights, { bits, clip: [1, 1] });
    expect(limit).toBe(2 ** (bits - 1) - 1);
    layers.forEach((layer, k) => {
      const unit = (layer.weightScale * layer.inputScale) / 2 ** layer.fractionBits;
      layer.weights.forEach((code, n) => {
        expect(Math.abs(code)).toBeLessThanOrEqual(limit);
        expect(Math.abs(code * layer.weightScale - weights[k]!.weights[n]!)).toBeLessThanOrEqual(
          layer.weightScale * (0.5 + 1e-9),
        );
      });
      layer.bias.forEach((code, n) => {
        expect(Number.isInteger(code)).toBe(true);
        expect(Math.abs(code * unit - weights[k]!.bias[n]!)).toBeLessThanOrEqual(unit * (0.5 + 1e-9));
      });
    });
  });

  test('the bias is as fine at every width as at 8 bits: 2^-14 of a full-scale product', () => {
    expect([2, 3, 4, 7, 8, 16].map((bits) => biasFractionBits(bits))).toEqual([12, 10, 8, 2, 0, 0]);
    for (let bits = 2; bits <= 16; bits++)
      expect(2 ** (-2 * (bits - 1) - biasFractionBits(bits))).toBeLessThanOrEqual(2 ** -14);
  });

  test('pixels: 0 is 0, 255 the largest code, the rest nearest to pixel / 255', () => {
    for (const bits of [2, 3, 8, 16]) {
      const limit = largestCode(bits);
      for (let pixel = 0; pixel <= 255; pixel++) {
        const code = pixelCode(pixel, limit);
        // |code / limit - pixel / 255| <= 1 / (2 limit), in whole numbers.
        expect(Math.abs(2 * 255 * code - 2 * pixel * limit)).toBeLessThanOrEqual(255);
      }
      expect([pixelCode(0, limit), pixelCode(255, limit)]).toEqual([0, limit]);
    }
  });

  test('centred pixels: 0 and 255 the codes of both ends, the rest nearest to 2 pixel / 255 - 1', () => {
    for (const bits of [2, 3, 8, 16]) {
      const limit = largestCode(bits);
      for (let pixel = 0; pixel <= 255; pixel++)
        // |code / limit - (2 pixel - 255) / 255| <= 1 / (2 limit), in whole numbers.
        expect(Math.abs(2 * 255 * pixelCode(pixel, limit, 'centred') - 2 * (2 * pixel - 255) * limit)).toBeLessThan(
          255,
        );
      expect([0, 255].map((pixel) => pixelCode(pixel, limit, 'centred'))).toEqual([-limit, limit]);
    }
    expect(new Set(Array.from({ length: 256 }, (_, pixel) => pixelCode(pixel, 3, 'centred'))).size).toBe(7);
  });

  test.each([1, 17, 2.5])('%s bits are refused', (bits) => {
    expect(() => quantize(ONE, only([1, 1, 1, 1], 0), { bits, clip: [1] })).toThrow(
      `bits must be a whole number from 2 to 16: ${bits}`,
    );
  });

  test('clips and weights that do not fit are refused', () => {
    const weights = only([1, 1, 1, 1], 0);
    expect(() => quantize(ONE, weights, { bits: 8, clip: [] })).toThrow(
      'clip must hold a number for each of 1 layers: 0',
    );
    expect(() => quantize(ONE, weights, { bits: 8, clip: [0] })).toThrow('clip must be above 0 and at most 1: 0');
    expect(() => quantize(ONE, only([1, 1, 1], 0), { bits: 8, clip: [1] })).toThrow('only must have 4 weights: 3');
    expect(() => quantize(ONE, only([1, 1, 1, Number.NaN], 0), { bits: 8, clip: [1] })).toThrow(
      'only must have finite weights',
    );
    expect(() => quantize(SMALL, weights, { bits: 8, clip: [1, 1] })).toThrow(
      'small must have weights for 2 layers: 1',
    );
  });

  test('an accumulator that could pass 2^44 is refused, with the bound', () => {
    expect(() => quantize(ONE, only([1e-9, 0, 0, 0], 1e9), { bits: 16, clip: [1] })).toThrow(
      /^accumulators of only must stay within 2\^44: [\d.e+]+ is possible$/,
    );
  });
});
