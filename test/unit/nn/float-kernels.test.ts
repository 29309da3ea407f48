import { describe, expect, test } from 'vitest';
import { createFloatMachine, type FloatMachine } from '../../../nn/float/kernels/kernels.ts';
import { readParameters, writeParameters } from '../../../nn/float/layer-weights.ts';
import { forward, writeTables } from '../../../nn/float/network.ts';
import { placeImage, UNMOVED } from '../../../nn/float/place-image.ts';
import { planFloat } from '../../../nn/float/plan.ts';
import type { FloatPlan } from '../../../nn/float/steps.ts';
import type { LayerWeights, Network } from '../../../nn/network/network.ts';
import { gaussianSource } from '../../../nn/noise/gaussian.ts';
import { leastSquareClips } from '../../../nn/quantized/least-square-clip.ts';
import { pixelCode } from '../../../nn/quantized/quantize.ts';
import { mismatchFactors } from '../../../nn/train/mismatch.ts';
import type { TrainOptions } from '../../../nn/train/options.ts';
import { planTraining, prepareRows, rowsOf } from '../../../nn/train/parameters.ts';
import { writeGaussianState } from '../../../nn/wasm/gaussians.ts';
import { oracleOutputs } from './float-oracle.ts';
import { quarters, SMALL, someWeights } from './network.fixture.ts';

/** Machine with a value at address 64 and the table of one plane at 128. The value has 64 bytes. */
function applied(activation: 'tanh' | 'sigmoid' | 'relu' | 'hard-tanh', x: readonly number[]): Float32Array {
  const machine = createFloatMachine(1024);
  const out = new Float32Array(x.length);
  for (let start = 0; start < x.length; start += 16) {
    machine.floats.set(x.slice(start, start + 16), 16);
    machine.kernels[activation](64, 0, 128, 1, 1, 4);
    out.set(machine.floats.subarray(16, 16 + Math.min(16, x.length - start)), start);
  }
  return out;
}

/** -100 to 100 in steps that grow, and the ends. */
const XS = [
  -Infinity,
  -1e30,
  ...Array.from({ length: 4000 }, (_, k) => Math.fround(((k - 2000) / 2000) ** 3 * 100)),
  1e30,
  Infinity,
];

describe('activations', () => {
  test.each([
    ['tanh', Math.tanh],
    ['sigmoid', (x: number) => 1 / (1 + Math.exp(-x))],
  ] as const)('%s is within 2e-7 of Math, and never beyond 1', (name, expected) => {
    applied(name, XS).forEach((value, k) => {
      expect(Math.abs(value - expected(XS[k]!))).toBeLessThan(2e-7);
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
    });
  });

  test('tanh is odd, bit for bit', () => {
    const negative = applied(
      'tanh',
      XS.map((x) => -x),
    );
    applied('tanh', XS).forEach((value, k) => {
      expect(negative[k]).toBe(-value);
    });
  });

  test('relu and hard tanh are exact', () => {
    const wanted = XS.map((x) => Math.fround(x));
    expect(Array.from(applied('relu', XS))).toEqual(wanted.map((x) => Math.max(0, x)));
    expect(Array.from(applied('hard-tanh', XS))).toEqual(wanted.map((x) => Math.max(-1, Math.min(1, x))));
  });
});

const OPTIONS: TrainOptions = {
  seed: 1,
  epochs: 1,
  batch: 16,
  optimizer: { kind: 'momentum', momentum: 0.9 },
  learningRate: 0.1,
  schedule: 'linear',
  weightDecay: 0,
  shift: 0,
  flip: false,
};

/** Outputs of 16 images in the first arena, [image][output]. */
function outputsOf(plan: FloatPlan, machine: FloatMachine): number[][] {
  const start = ((plan.arenas[0] ?? 0) + plan.output.start) / 4;
  return Array.from({ length: 16 }, (_, lane) =>
    Array.from({ length: plan.output.channels }, (_, k) => machine.floats[start + 16 * k + lane]!),
  );
}

const DATA = quarters(16, 4);
const inputsOf = (image: number): number[] => Array.from(DATA.values.subarray(36 * image, 36 * image + 36));

test('rounded weights, inputs and activations: the network of the codes', () => {
  const weights = someWeights(SMALL, 3);
  const quantization = { bits: 3, activationBits: 4, clip: [1, 1] };
  const trainPlan = planTraining(SMALL, { ...OPTIONS, quantization }, 1);
  const { plan, factors } = trainPlan;
  const machine = createFloatMachine(plan.bytes);
  const arena = plan.arenas[0] ?? 0;
  const limits = [0.75, 0.5];
  writeTables(plan, machine);
  writeParameters(plan, machine.floats, plan.trained, weights);
  writeParameters(plan, machine.floats, plan.computed, weights);
  writeParameters(plan, machine.floats, factors ?? 0, mismatchFactors(SMALL, undefined));
  prepareRows(trainPlan, machine, rowsOf(plan, 0, 1), arena + plan.scratch, { quantization }, limits);
  for (let lane = 0; lane < 16; lane++) placeImage(DATA, lane, UNMOVED, machine.floats, arena, plan.input, lane);
  forward(plan, machine, arena, { codes: 7 });

  // Codes -3 to 3, halves away from zero, of weights within the limits.
  const rounded = weights.map((layer, k) => ({
    ...layer,
    weights: layer.weights.map(
      (w) => (Math.sign(w) * Math.min(3, Math.floor((Math.abs(w) / limits[k]!) * 3 + 0.5)) * limits[k]!) / 3,
    ),
  }));
  const hidden: Network = { ...SMALL, layers: SMALL.layers.slice(0, 1) };
  const last: Network = {
    name: 'last',
    input: { channels: 9, height: 1, width: 1 },
    layers: SMALL.layers.slice(1),
  };
  outputsOf(plan, machine).forEach((outputs, image) => {
    const pixels = inputsOf(image).map((value) => pixelCode(value, 7) / 7);
    const codes = oracleOutputs(hidden, rounded.slice(0, 1), pixels)[0]!.map((y) => Math.floor(7 * y + 0.5) / 7);
    const expected = oracleOutputs(last, rounded.slice(1), codes)[0]!;
    outputs.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 5);
    });
  });
  // The trained weights are kept within the limits.
  readParameters(plan, machine.floats, plan.trained).forEach((layer, k) => {
    expect(Math.max(...layer.weights.map(Math.abs))).toBe(Math.fround(limits[k]!));
  });
});

test('noise of weights: deviation * sqrt(sum of squares) of the Gaussians of image, layer and place', () => {
  const weights = someWeights(SMALL, 3);
  const plan = planFloat(SMALL, { threads: 1, sets: 0, separateWeights: false, codes: false, noise: true });
  const machine = createFloatMachine(plan.bytes);
  const arena = plan.arenas[0] ?? 0;
  writeTables(plan, machine);
  writeParameters(plan, machine.floats, plan.trained, weights);
  const place = (): void => {
    for (let lane = 0; lane < 16; lane++) placeImage(DATA, lane, UNMOVED, machine.floats, arena, plan.input, lane);
  };
  writeGaussianState(machine.memory.buffer, 5, 9);
  place();
  forward(plan, machine, arena, { noise: { deviations: [0, 0.25], image: 32 } });
  const noisy = outputsOf(plan, machine);
  place();
  forward(plan, machine, arena);
  const clean = outputsOf(plan, machine);
  const gaussians = gaussianSource(5);
  const four = new Float64Array(4);
  noisy.forEach((outputs, image) => {
    const hidden = oracleOutputs(
      SMALL,
      weights,
      inputsOf(image).map((value) => value / 255),
    )[0]!;
    const size = Math.sqrt(hidden.reduce((sum, y) => sum + y * y, 0));
    gaussians(four, 9, 32 + image, 1);
    outputs.forEach((value, k) => {
      expect(value - clean[image]![k]!).toBeCloseTo(0.25 * size * four[k]!, 5);
    });
  });
});

test('a chip: factors of mean 1 and the given deviation, the same again, others for another chip, biases as they are', () => {
  const network: Network = {
    name: 'large',
    input: { channels: 100, height: 1, width: 1 },
    layers: [{ kind: 'dense', name: 'd', inputs: 100, outputs: 100, activation: 'none' }],
  };
  const [first] = mismatchFactors(network, { deviation: 0.1, chip: 1 }) as [LayerWeights];
  const [other] = mismatchFactors(network, { deviation: 0.1, chip: 2 }) as [LayerWeights];
  expect(mismatchFactors(network, { deviation: 0.1, chip: 1 })).toEqual([first]);
  const mean = first.weights.reduce((sum, value) => sum + value, 0) / 10_000;
  const variance = first.weights.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 9999;
  // Standard errors of 10,000 draws: 0.001 of the mean, 0.7 % of the deviation; four of each.
  expect(Math.abs(mean - 1)).toBeLessThan(0.004);
  expect(Math.abs(Math.sqrt(variance) / 0.1 - 1)).toBeLessThan(0.028);
  const products = first.weights.reduce((sum, value, k) => sum + (value - 1) * (other.weights[k]! - 1), 0);
  expect(Math.abs(products / 10_000 / 0.01)).toBeLessThan(0.04);
  expect(new Set(first.bias)).toEqual(new Set([1]));
});

test('clips of the least square error: all of a code’s own multiples, less of what is far out', () => {
  const layer = (...values: number[]): LayerWeights => ({
    weights: Float32Array.from(values),
    bias: new Float32Array(1),
  });
  const many = Array.from({ length: 1000 }, (_, k) => Math.sin(k) / 4);
  expect(leastSquareClips([layer(-1, -2 / 3, 0, 1 / 3, 1), layer(0, 0), layer(...many, 1)], 3)).toEqual([1, 1, 0.25]);
});
