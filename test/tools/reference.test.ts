import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ADDER_CELLS,
  ADDERS,
  type DigitalNeuron,
  MULTIPLIERS,
  neuronCircuit,
  PARTIAL_PRODUCTS,
} from '../../gen/index.ts';
import { neuronVerilog } from '../../rtl/index.ts';
import { referenceDesigns, referenceNeurons } from '../../scripts/write-reference.ts';
import { checkNeuron, embeddedSimulator, icarusSimulator, inputVectors, verilatorSimulator } from '../../sim/index.ts';
import { createIcarus, createVerilator, createYosys, PROGRAMS } from '../../tools/index.ts';
import { nativeTool } from '../../tools/native/process.ts';
import { digital } from '../unit/gen/neurons.ts';

const FOLDER = new URL('../../rtl/reference/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
);
const tops = Object.keys(files)
  .map((name) => name.slice(0, -'.v'.length))
  .filter((name) => files[`${name}.v`]!.includes('// Spec: '));

describe('the reference designs', () => {
  test('are those that are generated', () => {
    expect(referenceDesigns()).toEqual(files);
  });

  test('there is one of every kind', () => expect(tops.length).toBe(10));

  test.each(tops)('%s passes verilator --lint-only -Wall', async (top) => {
    const args = [
      '--lint-only',
      '-Wall',
      '--default-language',
      '1364-2005',
      '--top-module',
      top,
      '-y',
      '.',
      `${top}.v`,
    ];
    const { log } = await nativeTool(PROGRAMS.verilator)(args, files);
    expect(log).toBe('');
  });

  test('pass Yosys check -assert, without latches', async () => {
    const yosys = createYosys();
    try {
      for (const top of tops) {
        const script = [
          ...Object.keys(files).map((name) => `read_verilog ${name}`),
          `hierarchy -check -top ${top}`,
          'proc',
          'check -assert',
          'flatten',
          'check -assert',
          'select -assert-none t:$dlatch t:$_DLATCH_*',
        ].join('\n');
        await yosys(['-q', '-s', 'check.ys'], { ...files, 'check.ys': script });
      }
    } finally {
      await yosys.close();
    }
  });
});

/** A design that is lint clean in Verilator and whole in Yosys. */
async function lint(top: string, texts: Readonly<Record<string, string>>): Promise<string> {
  const args = ['--lint-only', '-Wall', '--default-language', '1364-2005', '--top-module', top, '-y', '.', `${top}.v`];
  return (await nativeTool(PROGRAMS.verilator)(args, texts)).log;
}

describe('in Verilator and Icarus', () => {
  test.each(referenceNeurons().map((neuron) => [neuron.name, neuron] as const))(
    '%s equals the golden model',
    async (_, neuron) => {
      const texts = neuronVerilog(neuronCircuit(neuron));
      const vectors = inputVectors(neuron, neuron.architecture === 'serial' ? 6 : 300, 2).slice(-300);
      for (const simulator of [verilatorSimulator(createVerilator()), icarusSimulator(createIcarus())])
        expect(await checkNeuron(neuron, texts, simulator, vectors)).toEqual({
          vectors: vectors.length,
          mismatches: 0,
        });
    },
  );
});

test('a sample of constructions is clean in the lint of Verilator and the check of Yosys, and equals the golden model', async () => {
  const fields = fc.record({
    bits: fc.integer({ min: 2, max: 12 }),
    inputBits: fc.integer({ min: 1, max: 12 }),
    synapses: fc.integer({ min: 1, max: 4 }),
    multiplier: fc.constantFrom(...MULTIPLIERS),
    partialProducts: fc.constantFrom(...PARTIAL_PRODUCTS),
    adderCells: fc.constantFrom(...ADDER_CELLS),
    adder: fc.constantFrom(...ADDERS),
    signed: fc.boolean(),
    architecture: fc.constantFrom('parallel', 'fused', 'serial'),
    bias: fc.boolean(),
    pipeline: fc.integer({ min: 0, max: 2 }),
  });
  const yosys = createYosys();
  // The embedded simulator reads the text with Yosys and `check -assert`.
  const simulators = [icarusSimulator(createIcarus()), embeddedSimulator(yosys)];
  try {
    for (const sample of fc.sample(fields, { seed: 11, numRuns: 16 })) {
      const neuron: DigitalNeuron = digital(sample);
      const texts = neuronVerilog(neuronCircuit(neuron));
      expect(await lint('dut', texts)).toBe('');
      const vectors = inputVectors(neuron, 100, 4).slice(-100);
      for (const simulator of simulators) {
        const result = await checkNeuron(neuron, texts, simulator, vectors);
        expect({ sample, ...result }).toEqual({ sample, vectors: vectors.length, mismatches: 0 });
      }
    }
  } finally {
    await yosys.close();
  }
});
