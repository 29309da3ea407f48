import { describe, expect, test } from 'vitest';
import { type DigitalNeuron, neuronCircuit } from '../../gen/index.ts';
import { behaviouralVerilog, neuronVerilog, serialReference, testBench } from '../../rtl/index.ts';
import {
  checkNeuron,
  embeddedSimulator,
  expectedSteps,
  icarusSimulator,
  inputVectors,
  runTestBench,
  type Simulator,
  verilatorSimulator,
} from '../../sim/index.ts';
import { createIcarus, createVerilator, createYosys } from '../../tools/index.ts';
import { digital } from '../unit/gen/neurons.ts';

const NEURONS: readonly DigitalNeuron[] = [
  digital({ bits: 8 }),
  digital({ bits: 4, inputBits: 6, signed: true, multiplier: 'dadda' }),
  digital({ bits: 1, synapses: 5, activation: 'threshold', threshold: 3 }),
  digital({
    bits: 5,
    inputBits: 3,
    synapses: 2,
    signed: { inputs: false, weights: true },
    activation: 'threshold',
    threshold: -40,
  }),
  digital({
    bits: 3,
    inputBits: 4,
    synapses: 3,
    signed: true,
    architecture: 'fused',
    bias: true,
    accumulator: 7,
    overflow: 'saturate',
  }),
  digital({
    bits: 4,
    synapses: 2,
    signed: true,
    architecture: 'fused',
    pipeline: 3,
    bias: 5,
    activation: 'threshold',
    threshold: 3,
  }),
  digital({
    bits: 4,
    inputBits: 3,
    synapses: 6,
    signed: true,
    architecture: 'serial',
    bias: true,
    activation: 'threshold',
  }),
  digital({ bits: 3, synapses: 9, architecture: 'serial', pipeline: 2, accumulator: 7, overflow: 'saturate', bias: 9 }),
  digital({
    bits: 3,
    synapses: 4,
    signed: true,
    architecture: 'serial',
    pipeline: 1,
    accumulator: 6,
    overflow: 'saturate',
    bias: true,
  }),
  digital({
    bits: 17,
    inputBits: 20,
    signed: { inputs: true, weights: false },
    activation: 'threshold',
    threshold: 2 ** 35,
  }),
];

const files = (neuron: DigitalNeuron): Readonly<Record<string, string>> => neuronVerilog(neuronCircuit(neuron));
const reference = (neuron: DigitalNeuron) => {
  const text = neuron.architecture === 'serial' ? serialReference(neuron) : behaviouralVerilog(neuron);
  return { 'dut.v': text.replaceAll('dut_reference', 'dut') };
};

describe.each(NEURONS.map((neuron, k) => [k, neuron] as const))('neuron %i', (_, neuron) => {
  const vectors = inputVectors(neuron, 500, 3);
  const right = { vectors: vectors.length, mismatches: 0 };

  test('its Verilog and its reference equal the golden model in Verilator, without a lint warning', async () => {
    const warnings: string[] = [];
    const simulator: Simulator = async (design) => {
      const simulation = await verilatorSimulator(createVerilator())(design);
      warnings.push(simulation.warnings);
      return simulation;
    };
    for (const texts of [files(neuron), reference(neuron)])
      expect(await checkNeuron(neuron, texts, simulator, vectors)).toEqual(right);
    expect(warnings).toEqual(['', '']);
  });

  test('in Icarus', async () => {
    for (const texts of [files(neuron), reference(neuron)])
      expect(await checkNeuron(neuron, texts, icarusSimulator(createIcarus()), vectors)).toEqual(right);
  });

  test('in the embedded simulator', async () => {
    const yosys = createYosys();
    try {
      for (const texts of [files(neuron), reference(neuron)])
        expect(await checkNeuron(neuron, texts, embeddedSimulator(yosys), vectors)).toEqual(right);
    } finally {
      await yosys.close();
    }
  });

  test('its test bench passes in Icarus, and fails when a gate is wrong', async () => {
    const bench = testBench(neuron, expectedSteps(neuron, vectors.slice(0, 200)));
    const run = async (texts: Readonly<Record<string, string>>) =>
      (await runTestBench(createIcarus(), 'dut_tb', { ...texts, 'dut_tb.v': bench })).log;
    expect(await run(files(neuron))).toMatch(/PASS \d+ (vectors|clock cycles)/);
    const wrong = Object.fromEntries(
      Object.entries(files(neuron)).map(([name, text]) => [
        name,
        text.replace(/= (x\[\d+\]) & (w\[\d+\]);/, '= $1 | $2;'),
      ]),
    );
    expect(wrong).not.toEqual(files(neuron));
    expect(await run(wrong)).toMatch(/FAIL (x|rst)=[\s\S]*FAIL \d+ of \d+ (vectors|clock cycles)/);
  });
});

test('what is wrong in the text is found, not what is wrong in the netlist', async () => {
  const neuron = digital({ bits: 8 });
  const text = files(neuron)['dut.v']?.replace('= x[0] & w[0];', '= x[0] | w[0];');
  const yosys = createYosys();
  try {
    const result = await checkNeuron(
      neuron,
      { ...files(neuron), 'dut.v': text ?? '' },
      embeddedSimulator(yosys),
      inputVectors(neuron, 1, 1),
    );
    expect(result).toEqual({
      vectors: 65536,
      mismatches: 32768,
      first: { index: 1, inputs: [1n, 0n], expected: [0n], found: [1n] },
    });
  } finally {
    await yosys.close();
  }
});
