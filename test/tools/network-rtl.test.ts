/** Whole networks through the Verilated serial neuron, and single errors that must be found. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DigitalNeuron, neuronCircuit } from '../../gen/index.ts';
import { differingImages, streamedImage, streamedLayers } from '../../nn/evaluate/rtl-layers.ts';
import type { Network } from '../../nn/network/network.ts';
import { needsRange } from '../../nn/network/unbounded.ts';
import { type QuantizedNetwork, quantize } from '../../nn/quantized/quantize.ts';
import { layerPorts, layerVerilog, neuronVerilog } from '../../rtl/index.ts';
import { type LayerImage, neuronProblems, type StreamedLayer } from '../../sim/network/layer.ts';
import { type LayerModel, startLayerModel } from '../../sim/network/stream.ts';
import { icarusSimulator } from '../../sim/simulator/icarus.ts';
import { designLayouts, type Simulator, type VerilogDesign } from '../../sim/simulator/simulator.ts';
import { packVectors, unpackVectors } from '../../sim/simulator/vectors.ts';
import { verilatorSimulator } from '../../sim/simulator/verilator.ts';
import { createIcarus } from '../../tools/native/iverilog.ts';
import { createVerilator } from '../../tools/native/verilator.ts';
import { createYosys } from '../../tools/wasm/yosys.ts';
import { digital } from '../unit/gen/neurons.ts';
import {
  averagePool,
  convolution,
  dense,
  FLATTEN,
  maxPool,
  networkOfParts,
  pictures,
} from '../unit/nn/kernel-network.fixture.ts';
import { someWeights } from '../unit/nn/network.fixture.ts';

/** Every kind of layer and activation, padding, an oblong, places that no window fills. */
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
const DATA = pictures(NETWORK.input, 2, 11);

const neuronOf = (fields: Readonly<Record<string, unknown>>): DigitalNeuron =>
  digital({ signed: true, architecture: 'serial', ...fields });

interface Streamed {
  readonly quantized: QuantizedNetwork;
  readonly layers: readonly StreamedLayer[];
  /** [layer][image] */
  readonly images: readonly (readonly LayerImage[])[];
}

function streamed({ bits, inputBits }: DigitalNeuron): Streamed {
  const weights = someWeights(NETWORK, 7);
  const quantized = quantize(NETWORK, weights, {
    bits,
    activationBits: inputBits,
    clip: weights.map(() => 0.8),
    ranges: needsRange(NETWORK).map((needs) => (needs ? 1.6 : 1)),
  });
  const layers = streamedLayers(quantized);
  const byImage = Array.from({ length: DATA.images }, (_, k) =>
    streamedImage(quantized, DATA.values.subarray(k * DATA.pixels, (k + 1) * DATA.pixels)),
  );
  return { quantized, layers, images: layers.map((_, k) => byImage.map((layer) => layer[k]!)) };
}

const started = (neuron: DigitalNeuron, { layers }: Streamed, edit = (text: string): string => text) => {
  const files = neuronVerilog(neuronCircuit(neuron));
  const edited = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, edit(text)]));
  return startLayerModel(createVerilator(), neuron, edited, layers[0]!.fractionBits);
};

/** The layer with one entry of `key` changed by `change`. */
const changed = (layer: StreamedLayer, key: 'weights' | 'bias', at: number, change: number): StreamedLayer => ({
  ...layer,
  [key]: layer[key].map((value, k) => (k === at ? value + change : value)),
});

describe.each([
  ['3 bits, two stages of pipeline', { bits: 3, accumulator: 16, bias: 9, pipeline: 2 }, 10],
  ['8 bits, an activation of its own', { bits: 8, accumulator: 24, bias: 18, activation: 'tanh-lut', shift: 7 }, 0],
  ['weights of 4 bits, inputs of 7', { bits: 4, inputBits: 7, accumulator: 20, bias: 13, overflow: 'saturate' }, 5],
  ['16 bits', { bits: 16, accumulator: 42, bias: 34, partialProducts: 'booth' }, 0],
])('%s', (_, fields, fractionBits) => {
  const neuron = neuronOf(fields);
  const all = streamed(neuron);
  const { layers, images } = all;
  let model: LayerModel;
  beforeAll(async () => {
    model = await started(neuron, all);
  });
  afterAll(() => model.close());

  test('every accumulator and output of every layer is that of the integer network and of the kernels', async () => {
    expect(neuronProblems(neuron, 'it', layers)).toEqual([]);
    expect(layers.map((layer) => layer.fractionBits)).toEqual(layers.map(() => fractionBits));
    expect(model.warnings).toBe('');
    for (const [k, layer] of layers.entries()) {
      const accumulators = images[k]![0]!.results.length * 2;
      expect(await model.check(layer, images[k]!)).toEqual({
        layer: layer.name,
        images: 2,
        products: accumulators * layer.synapses,
        accumulators,
        mismatches: 0,
      });
    }
    expect(differingImages(all.quantized, DATA)).toEqual([]);
  });

  test('a weight one off is found at its output, wherever its input is not 0', async () => {
    const layer = layers[1]!;
    const { synapses, outputs, width } = layer;
    const at = 2 * synapses + 5;
    const check = await model.check(changed(layer, 'weights', at, 1), images[1]!, 40);
    const inputs = images[1]!.flatMap(({ operands }) => Array.from(operands).filter((_x, k) => k % synapses === 5));
    const touched = inputs.flatMap((x, place) => (x === 0 ? [] : [place]));
    expect(check.mismatches).toBe(touched.length);
    const place = touched[0]!;
    const places = images[1]![0]!.results.length / outputs;
    const image = Math.floor(place / places);
    const within = place % places;
    const accumulator = images[1]![image]!.accumulators[within * outputs + 2]!;
    expect(check.first).toMatchObject({
      layer: layer.name,
      image: 40 + image,
      output: 2,
      place: { row: Math.floor(within / width), column: within % width },
      expected: { accumulator },
      found: { accumulator: accumulator + inputs[place]! * 2 ** fractionBits },
    });
  });

  test('a bias one off in its last place is found in every image', async () => {
    const last = layers.length - 1;
    const check = await model.check(changed(layers[last]!, 'bias', 3, -1), images[last]!);
    const accumulator = images[last]![0]!.accumulators[3]!;
    expect(check).toMatchObject({
      mismatches: 2,
      first: { image: 0, output: 3, place: null, expected: { accumulator }, found: { accumulator: accumulator - 1 } },
    });
  });
});

describe('8 bits', () => {
  const neuron = neuronOf({ bits: 8, accumulator: 24, bias: 18 });
  const all = streamed(neuron);
  const [layer, images] = [all.layers[0]!, all.images[0]!];
  const { table } = layer;

  test('a threshold one off is found where an accumulator is between the two', async () => {
    const level = images[0]!.accumulators.find((value) => table!.thresholds.includes(value));
    expect(level).toBeDefined();
    const model = await started(neuron, all);
    const thresholds = table!.thresholds.map((value) => (value === level ? value + 1 : value));
    const check = await model.check({ ...layer, table: { lowest: table!.lowest, thresholds } }, images);
    await model.close();
    expect(check.mismatches).toBe(
      images.flatMap(({ accumulators }) => Array.from(accumulators)).filter((value) => value === level).length,
    );
    expect(check.first?.found.accumulator).toBe(level);
    expect(check.first!.found.result).toBe(check.first!.expected.result - 1);
  });

  test.each([
    ['that says too seldom that its sum is valid', 'valid & last;', 'valid & last & ~sum[0];'],
    ['that says so too often', 'valid & last;', 'valid;'],
  ])('a neuron %s is found, and does not stop the check', async (_, from, to) => {
    let edits = 0;
    const model = await started(neuron, all, (text) => {
      edits += text.split(from).length - 1;
      return text.replace(from, to);
    });
    const check = await model.check(layer, images);
    await model.close();
    expect(edits).toBe(1);
    expect(check.mismatches).toBeGreaterThan(0);
  });

  test('layers of other fraction bits are refused', async () => {
    const model = await startLayerModel(
      async () => ({ log: '', run: () => Promise.reject(new Error('nothing is run')), close: async () => {} }),
      neuron,
      {},
      2,
    );
    await expect(model.check(layer, images)).rejects.toThrow('layer0 must have 2 fraction bits: 0');
  });
});

describe.each<[string, Simulator]>([
  ['Verilator', verilatorSimulator(createVerilator())],
  ['Icarus', icarusSimulator(createIcarus())],
])('%s', (_, simulator) => {
  test('2 bits, by hand: outputs back to back, each with its own fraction and code', async () => {
    const neuron = neuronOf({ bits: 2, accumulator: 6, bias: 4 });
    const design: VerilogDesign = {
      top: 'dut_layer',
      ports: layerPorts(neuron, 3).filter(({ name }) => name !== 'clk'),
      files: { ...neuronVerilog(neuronCircuit(neuron)), ...layerVerilog(neuron, 3) },
      clock: { port: 'clk' },
    };
    const { inputs, outputs } = designLayouts(design);
    const write = (address: number, threshold: number) => [1, 0, 0, 0, 0, 0, 1, address, threshold];
    const product = (last: number, x: number, w: number, bias: number) => [0, 1, last, x, w, bias, 0, 0, 0];
    // Thresholds of the codes 0, 1 and 2: -4, 5 and none. Bias in eighths.
    const cycles = [
      ...[write(0, -4), write(1, 5), write(2, 511)],
      ...[product(0, 1, -1, 11), product(1, 1, 1, 11), product(1, -1, 1, -2), product(1, 0, 1, -4)],
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
    ];
    const patterns = cycles.map((cycle) =>
      cycle.map((value, k) => BigInt.asUintN(inputs.fields[k]!.bits, BigInt(value))),
    );
    const simulation = await simulator(design);
    // Codes are defined when all thresholds are.
    const { records } = await simulation.run(packVectors(inputs, patterns));
    const found = unpackVectors(outputs, records);
    await simulation.close();
    expect(simulation.warnings).toBe('');
    // 8 (-1 + 1) + 11, -8 - 2, 0 - 4, as 9 and 2 bits.
    expect(found.slice(4)).toEqual([
      [0n, expect.anything(), expect.anything()],
      [1n, 11n, 1n],
      [1n, 512n - 10n, 3n],
      [1n, 512n - 4n, 0n],
    ]);
  });
});

test('Yosys synthesizes the layer: nothing without a driver, no latch', async () => {
  const neuron = neuronOf({ bits: 3, accumulator: 16, bias: 9, pipeline: 1 });
  const files = { ...neuronVerilog(neuronCircuit(neuron)), ...layerVerilog(neuron, 10) };
  const yosys = createYosys();
  const script = `read_verilog ${Object.keys(files).join(' ')}\nsynth -flatten -top dut_layer\ncheck -assert\nstat\n`;
  const { log } = await yosys(['-s', 'synth.ys'], { ...files, 'synth.ys': script });
  await yosys.close();
  expect(log).toContain('Found and reported 0 problems.');
  expect(log).not.toMatch(/_DLATCH_|Warning/);
});
