/** The FPGA form of a neuron in every simulator. */

import { describe, expect, test } from 'vitest';
import { type DigitalNeuron, neuronCircuit } from '../../gen/index.ts';
import { fpgaNeuron, fpgaVerilog } from '../../rtl/index.ts';
import {
  checkNeuron,
  embeddedSimulator,
  icarusSimulator,
  inputVectors,
  netlistSimulator,
  verilatorSimulator,
} from '../../sim/index.ts';
import { createIcarus, createVerilator, createYosys } from '../../tools/index.ts';
import { digital } from '../unit/gen/neurons.ts';

const MAC = digital({ bits: 8, architecture: 'fused', bias: 16 });

const NEURONS: readonly DigitalNeuron[] = [
  MAC,
  digital({ bits: 3, inputBits: 5, signed: true, synapses: 3, activation: 'relu', outputBits: 4, pipeline: 1 }),
  digital({ bits: 4, signed: { inputs: false, weights: true }, synapses: 2, bias: true, pipeline: 3 }),
  digital({ bits: 4, synapses: 3, accumulator: 8, overflow: 'saturate', activation: 'threshold', threshold: 40 }),
  digital({ bits: 4, signed: true, architecture: 'serial', synapses: 5, activation: 'tanh-lut', bias: 6 }),
  digital({ bits: 3, architecture: 'serial', synapses: 4, pipeline: 2, activation: 'threshold', threshold: 9 }),
];

describe.each(NEURONS.map((neuron, k) => [k, neuron] as const))('neuron %i', (_, neuron) => {
  const form = fpgaNeuron(neuron);
  const vectors = inputVectors(form, 300, 5);
  const right = { vectors: vectors.length, mismatches: 0 };

  test('the FPGA form equals the golden model, clock by clock, without a lint warning', async () => {
    const warnings: string[] = [];
    const verilator = verilatorSimulator(createVerilator());
    const files = fpgaVerilog(neuron);
    const simulators = [
      async (design: Parameters<typeof verilator>[0]) => {
        const simulation = await verilator(design);
        warnings.push(simulation.warnings);
        return simulation;
      },
      icarusSimulator(createIcarus()),
    ];
    for (const simulator of simulators) expect(await checkNeuron(form, files, simulator, vectors)).toEqual(right);
    expect(warnings).toEqual(['']);
  });

  test('so does Yosys, and the structural form by itself', async () => {
    const yosys = createYosys();
    try {
      expect(await checkNeuron(form, fpgaVerilog(neuron), embeddedSimulator(yosys), vectors)).toEqual(right);
    } finally {
      await yosys.close();
    }
    const structural = netlistSimulator(neuronCircuit(neuron).netlist);
    expect(await checkNeuron(neuron, {}, structural, inputVectors(neuron, 300, 5))).toEqual(right);
  });
});
