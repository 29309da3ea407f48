import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DigitalNeuron, neuronCircuit } from '../../src/gen/index.ts';
import type { Network } from '../../src/nn/network.ts';
import { quantize } from '../../src/nn/quantize.ts';
import { streamedImage, streamedLayers } from '../../src/nn/rtl-layers.ts';
import { neuronVerilog } from '../../src/rtl/index.ts';
import { neuronProblems } from '../../src/sim/network-layer.ts';
import { type LayerModel, startLayerModel } from '../../src/sim/network-stream.ts';
import { createVerilator } from '../../src/tools/verilator.ts';
import {
  averagePool,
  convolution,
  dense,
  FLATTEN,
  maxPool,
  networkOfParts,
  pictures,
} from '../nn/kernel-network.fixture.ts';
import { someWeights } from '../nn/network.fixture.ts';
import { specOf } from '../report/fixture.ts';

/** Every kind of layer and activation, padding, a rectangle, places that no window fills. */
const NETWORK: Network = networkOfParts({ channels: 2, height: 9, width: 8 }, [
  convolution(3, 3, 1),
  maxPool(2),
  convolution(4, 2, 0, 'relu'),
  averagePool(2),
  FLATTEN,
  dense(9, 'sigmoid'),
  dense(7, 'hard-tanh'),
  dense(5, 'none'),
]);
const IMAGES = 2;

function neuronOf(fields: Readonly<Record<string, unknown>>): DigitalNeuron {
  const [neuron] =
    specOf({
      name: 'test',
      neurons: [{ name: 'dut', kind: 'digital', signed: true, architecture: 'serial', ...fields }],
    }).neurons ?? [];
  if (neuron?.kind !== 'digital') throw new Error('the neuron must be digital');
  return neuron;
}

function stimulus(bits: number) {
  const weights = someWeights(NETWORK, 7);
  const quantized = quantize(NETWORK, weights, { bits, clip: weights.map(() => 0.8) });
  const data = pictures(NETWORK.input, IMAGES, 11);
  const images = Array.from({ length: IMAGES }, (_, k) =>
    streamedImage(quantized, data.values.subarray(k * data.pixels, (k + 1) * data.pixels)),
  );
  return { quantized, layers: streamedLayers(quantized), images };
}

describe.each([
  ['3 bits, two stages of pipeline', { bits: 3, accumulator: 16, bias: 9, pipeline: 2 }],
  ['8 bits, an activation of its own', { bits: 8, accumulator: 24, bias: 18, activation: 'tanh-lut', shift: 7 }],
  ['16 bits', { bits: 16, accumulator: 42, bias: 34, partialProducts: 'booth' }],
])('%s', (_, fields) => {
  const neuron = neuronOf(fields);
  const { layers, images } = stimulus(neuron.bits);
  let model: LayerModel;
  beforeAll(async () => {
    expect(neuronProblems(neuron, 'mine', layers)).toEqual([]);
    const files = neuronVerilog(neuronCircuit(neuron));
    model = await startLayerModel(createVerilator(), neuron, files, layers[0]!.fractionBits);
  });
  afterAll(() => model.close());

  test('every accumulator and output of every layer is that of the integer network', async () => {
    expect(model.warnings).toBe('');
    const checks = [];
    for (const [k, layer] of layers.entries())
      checks.push(
        await model.check(
          layer,
          images.map((image) => image[k]!),
        ),
      );
    expect(checks.map(({ first }) => first)).toEqual(layers.map(() => undefined));
  });
});
