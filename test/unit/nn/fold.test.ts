import { describe, expect, test } from 'vitest';
import { foldBefore, foldBehind } from '../../../nn/files/fold.ts';
import { writeSafetensors } from '../../../nn/files/safetensors.ts';
import { readWeights } from '../../../nn/files/weight-file.ts';
import { floatOutputs } from '../../../nn/float/evaluate.ts';
import type { Network } from '../../../nn/network/network.ts';
import { parseNetwork } from '../../../nn/network/parse.ts';
import { oracleOutputs } from './float-oracle.ts';
import { pictures, SHAPE } from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';

const tensor = (shape: readonly number[], ...values: number[]) => ({ shape, values: Float32Array.from(values) });
const changes = (...pairs: [number, number][]) => pairs.map(([factor, addend]) => ({ factor, addend }));

/** One layer on a pixel of two channels: weights 1 and 2, bias 3. */
const parse = (layer: object, top: object = {}): Network =>
  parseNetwork(
    JSON.stringify({
      name: 'mine',
      input: { channels: 2, height: 1, width: 1 },
      layers: [{ kind: 'dense', name: 'fc', inputs: 2, outputs: 1, activation: 'none', ...layer }],
      ...top,
    }),
    'mine.json',
  );
const OWN = { 'fc.weight': tensor([1, 2], 1, 2), 'fc.bias': tensor([1], 3) };
const NORM = {
  'bn.weight': tensor([1], 6),
  'bn.bias': tensor([1], 10),
  'bn.running_mean': tensor([1], 1),
  'bn.running_var': tensor([1], 8),
};
const read = (network: Network, tensors: object) =>
  readWeights(network, writeSafetensors(tensors as Parameters<typeof writeSafetensors>[0]), 'w.safetensors');

describe('batch norms are folded into the layer before them', () => {
  test('(3 + x + 2 y - 1) / sqrt(8 + 1) * 6 + 10', () => {
    const network = parse({ batchNorm: { name: 'bn', epsilon: 1 } });
    expect(network.layers[0]).toMatchObject({ batchNorm: { name: 'bn', epsilon: 1 } });
    expect(read(network, { ...OWN, ...NORM })).toEqual([{ weights: Float32Array.of(2, 4), bias: Float32Array.of(14) }]);
  });

  test('a layer without bias, the epsilon of PyTorch', () => {
    const network = parse({ bias: false, batchNorm: 'bn' }, { prefix: 'model.' });
    const stored = Object.entries({ 'fc.weight': OWN['fc.weight'], ...NORM }).map(([key, value]) => [
      `model.${key}`,
      value,
    ]);
    const [found] = read(network, Object.fromEntries(stored));
    const factor = 6 / Math.sqrt(8 + 1e-5);
    expect(found?.weights[1]).toBeCloseTo(2 * factor, 6);
    expect(found?.bias[0]).toBeCloseTo(10 - factor, 5);
  });

  test.each([
    [{ batchNorm: 'bn' }, { ...NORM, 'bn.running_var': tensor([1], -1) }, 'tensor bn.running_var must be at least 0'],
    [{ batchNorm: 'bn' }, { ...NORM, 'bn.bias': tensor([2], 1, 1) }, 'tensor bn.bias must be [1] for mine: [2]'],
    [{ batchNorm: 'other' }, NORM, 'must hold tensor other.weight for mine; it holds'],
    [{}, NORM, '"batchNorm": "NAME" in the layer before it folds it'],
  ])('%j', (layer, norm, message) => {
    expect(() => read(parse(layer), { ...OWN, ...norm })).toThrow(`w.safetensors: `);
    expect(() => read(parse(layer), { ...OWN, ...norm })).toThrow(message);
  });
});

describe('normalized pixels', () => {
  test('are in the weights where nothing is padded', () => {
    const network = parse({}, { pixels: { mean: [0.25, 0.5], std: [0.5, 0.25] } });
    expect(network.pixels).toBe('positive');
    expect(read(network, OWN)).toEqual([{ weights: Float32Array.of(2, 8), bias: Float32Array.of(3 - 0.5 - 4) }]);
  });

  test('of mean 1/2 are centred, of mean 0 positive, of any other less their mean where zeros stand for it', () => {
    const layers = [
      { kind: 'convolution', name: 'c', inputs: 2, outputs: 1, kernel: 1, padding: 1, activation: 'none' },
    ];
    const scale = (mean: number | number[]) => parse({}, { layers, pixels: { mean, std: 0.2 } }).pixels;
    expect(scale(0.5)).toBe('centred');
    expect(scale([0, 0])).toBe('positive');
    expect(scale([0.5, 0.4])).toEqual({ means: [0.5, 0.4] });
  });

  test.each([0, 1, 'same', [2, 0, 1, 1]])('give what they say, padded by %j', (padding) => {
    const layers = [
      {
        kind: 'convolution',
        name: 'c',
        inputs: 2,
        outputs: 4,
        kernel: 3,
        padding,
        groups: 2,
        stride: 2,
        activation: 'relu',
      },
      { kind: 'global-average-pool' },
      { kind: 'dense', name: 'd', inputs: 4, outputs: 3, activation: 'none' },
    ];
    const mean = [0.3, 0.6];
    const std = [0.2, 0.4];
    const input = SHAPE(2, 7, 6);
    const network = parse({}, { input, layers, pixels: { mean, std } });
    const stored = someWeights(network, 3);
    const shapes = [
      [4, 1, 3, 3],
      [3, 4],
    ];
    const tensors = stored.flatMap(({ weights, bias }, k) => {
      const name = 'cd'[k]!;
      return [
        [`${name}.weight`, tensor(shapes[k]!, ...weights)],
        [`${name}.bias`, tensor([bias.length], ...bias)],
      ];
    });
    const folded = read(network, Object.fromEntries(tensors));
    const data = pictures(input, 2, 9);
    floatOutputs(network, folded, data, (outputs, image) => {
      const pixels = Array.from(
        data.values.subarray(image * 84, (image + 1) * 84),
        (value, k) => (value / 255 - mean[Math.floor(k / 42)]!) / std[Math.floor(k / 42)]!,
      );
      const wanted = oracleOutputs(network, stored, pixels).at(-1)!;
      for (const [k, value] of wanted.entries()) expect(outputs[k]).toBeCloseTo(value, 4);
    });
  });
});

describe('changes of channels', () => {
  const layer = {
    kind: 'convolution',
    name: 'c',
    inputs: 4,
    outputs: 2,
    kernel: 1,
    padding: 0,
    groups: 2,
    activation: 'none',
  } as const;
  const weights = { weights: Float32Array.of(1, 2, 3, 4), bias: Float32Array.of(5, 6) };

  test('before a layer, those of each group', () => {
    expect(foldBefore(layer, weights, changes([1, 0], [2, 1], [3, 0], [4, 10]))).toEqual({
      weights: Float32Array.of(1, 4, 9, 16),
      bias: Float32Array.of(7, 46),
    });
  });

  test('behind a layer', () => {
    expect(foldBehind(weights, changes([2, 1], [-1, 0]))).toEqual({
      weights: Float32Array.of(2, 4, -3, -4),
      bias: Float32Array.of(11, -6),
    });
  });
});
