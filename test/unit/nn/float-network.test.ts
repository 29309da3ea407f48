import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import { floatOutputs, outputAddresses } from '../../../nn/float/evaluate.ts';
import { createFloatMachine } from '../../../nn/float/kernels/kernels.ts';
import { readParameters, writeParameters } from '../../../nn/float/layer-weights.ts';
import { backward, forward, writeTables } from '../../../nn/float/network.ts';
import { placeImage, UNMOVED } from '../../../nn/float/place-image.ts';
import { planFloat } from '../../../nn/float/plan.ts';
import { type Activation, type Layer, type LayerWeights, type Network, sizeOf } from '../../../nn/network/network.ts';
import { networkOf } from '../../../nn/network/networks.ts';
import { layerShapes } from '../../../nn/network/shapes.ts';
import { prepareRows, rowsOf } from '../../../nn/train/parameters.ts';
import { oracleOutputs } from './float-oracle.ts';
import { someWeights, words } from './network.fixture.ts';

const convolution = (
  name: string,
  inputs: number,
  outputs: number,
  kernel: number,
  padding: number,
  activation: Activation,
): Layer => ({ kind: 'convolution', name, inputs, outputs, kernel, padding, activation });
const dense = (name: string, inputs: number, outputs: number, activation: Activation): Layer => ({
  kind: 'dense',
  name,
  inputs,
  outputs,
  activation,
});

/** Odd channels, sizes that pooling does not divide, every layer and activation. */
const NETWORKS: readonly Network[] = [
  {
    name: 'odd',
    input: { channels: 3, height: 9, width: 7 },
    layers: [
      convolution('c1', 3, 5, 3, 1, 'tanh'),
      { kind: 'max-pool', size: 2 },
      convolution('c2', 5, 3, 2, 0, 'sigmoid'),
      { kind: 'average-pool', size: 2 },
      { kind: 'flatten' },
      dense('d1', 3, 7, 'hard-tanh'),
      dense('d2', 7, 3, 'none'),
    ],
  },
  {
    name: 'wide padding',
    input: { channels: 1, height: 6, width: 5 },
    layers: [
      convolution('c1', 1, 3, 3, 0, 'relu'),
      convolution('c2', 3, 4, 2, 3, 'tanh'),
      { kind: 'average-pool', size: 3 },
      { kind: 'max-pool', size: 2 },
      dense('d1', 4, 5, 'sigmoid'),
      dense('d2', 5, 2, 'none'),
    ],
  },
  {
    name: 'frames before dense',
    input: { channels: 2, height: 5, width: 5 },
    layers: [
      { kind: 'max-pool', size: 1 },
      convolution('c1', 2, 3, 3, 1, 'tanh'),
      convolution('c2', 3, 3, 3, 0, 'tanh'),
      dense('d1', 27, 2, 'none'),
    ],
  },
];

function images(network: Network, count: number, key: number): DataSet {
  const { input } = network;
  const pixels = sizeOf(input);
  return {
    ...input,
    images: count,
    pixels,
    values: Uint8Array.from(words(count * pixels, key), (word) => word >>> 24),
    labels: new Uint8Array(count),
    classes: 2,
    source: 'words',
  };
}

const inputsOf = (data: DataSet, image: number): number[] =>
  Array.from(data.values.subarray(image * data.pixels, (image + 1) * data.pixels), (value) => value / 255);

/** Weights small enough that no activation is flat. */
const halved = (network: Network, key: number): LayerWeights[] =>
  someWeights(network, key).map(({ weights, bias }) => ({ weights: weights.map((w) => w / 2), bias }));

describe('the float network', () => {
  test.each([...NETWORKS, networkOf('mnist-cnn')].map((network) => [network.name, network] as const))(
    '%s: outputs are those of the definitions, for 19 images',
    (_, network) => {
      const data = images(network, 19, 1);
      const weights = halved(network, 2);
      let seen = 0;
      floatOutputs(network, weights, data, (outputs, image) => {
        const expected = oracleOutputs(network, weights, inputsOf(data, image)).at(-1)!;
        expect(outputs).toHaveLength(expected.length);
        outputs.forEach((value, k) => {
          // Single precision: 2^-24 a step of sums of a few hundred terms of size 1.
          expect(Math.abs(value - expected[k]!)).toBeLessThan(2e-5);
        });
        expect(image).toBe(seen++);
      });
      expect(seen).toBe(19);
    },
  );

  test.each(NETWORKS.map((network) => [network.name, network] as const))(
    '%s: the gradient is the slope of the outputs, for every weight and bias',
    (_, network) => {
      const data = images(network, 2, 3);
      const weights = halved(network, 4);
      const plan = planFloat(network, { threads: 1, sets: 1, separateWeights: false, codes: false, noise: false });
      const machine = createFloatMachine(plan.bytes);
      const [arena = 0] = plan.arenas;
      const [gradient = 0] = plan.sets;
      writeTables(plan, machine);
      writeParameters(plan, machine.floats, plan.trained, weights);
      const trainPlan = { plan, gradients: [gradient], momenta: [], factors: null };
      prepareRows(trainPlan, machine, rowsOf(plan, 0, 1), arena + plan.scratch, {}, []);
      for (const lane of [0, 1]) placeImage(data, lane, UNMOVED, machine.floats, arena, plan.input, lane);
      forward(plan, machine, arena);
      // The loss is a sum of the outputs with these factors.
      const factor = (output: number, lane: number): number => 1 + output - 2 * lane;
      outputAddresses(plan, arena).forEach((address, k) => {
        machine.floats.fill(0, address / 4, address / 4 + 16);
        for (const lane of [0, 1]) machine.floats[address / 4 + lane] = factor(k, lane);
      });
      backward(plan, machine, arena, gradient);
      const found = readParameters(plan, machine.floats, gradient);

      const double = weights.map((layer) => ({
        weights: Float64Array.from(layer.weights),
        bias: Float64Array.from(layer.bias),
      }));
      const loss = (): number =>
        [0, 1].reduce((total, lane) => {
          const outputs = oracleOutputs(network, double as unknown as LayerWeights[], inputsOf(data, lane)).at(-1)!;
          return total + outputs.reduce((sum, value, k) => sum + value * factor(k, lane), 0);
        }, 0);
      const step = 1e-6;
      double.forEach((layer, k) => {
        for (const part of ['weights', 'bias'] as const)
          layer[part].forEach((value, i) => {
            layer[part][i] = value + step;
            const above = loss();
            layer[part][i] = value - step;
            const below = loss();
            layer[part][i] = value;
            expect(Math.abs(found[k]![part][i]! - (above - below) / (2 * step))).toBeLessThan(2e-5);
          });
      });
    },
  );

  test('shapes of the fixtures are odd where they should be', () => {
    expect(layerShapes(NETWORKS[0]!).map(sizeOf)).toEqual([315, 60, 18, 3, 3, 7, 3]);
  });
});
