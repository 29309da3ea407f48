import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DigitalNeuron, type Netlist, neuronCircuit } from '../../../gen/index.ts';
import { checkNeuron, inputVectors, isExhaustive, netlistSimulator } from '../../../sim/index.ts';
import { digital } from '../gen/neurons.ts';
import { checkMeaning } from './check-meaning.fixture.ts';

const SIGNS = [
  { inputs: false, weights: false },
  { inputs: true, weights: true },
  { inputs: true, weights: false },
  { inputs: false, weights: true },
];

const check = (neuron: DigitalNeuron, netlist: Netlist, vectors = 2000) =>
  checkNeuron(neuron, {}, netlistSimulator(netlist), inputVectors(neuron, vectors, 1));

describe.each(['wallace', 'dadda'])('%s: every input of every small neuron', (multiplier) => {
  test.each(SIGNS)('signed %o', async (signed) => {
    for (const [inputBits, bits, synapses] of [
      [1, 1, 1],
      [1, 4, 1],
      [4, 1, 1],
      [2, 2, 1],
      [2, 3, 1],
      [5, 3, 1],
      [6, 6, 1],
      [1, 1, 6],
      [2, 2, 3],
      [3, 2, 3],
    ] as const) {
      const neuron = digital({ inputBits, bits, synapses, signed, multiplier });
      expect(isExhaustive(neuron)).toBe(true);
      expect(await checkMeaning(neuron, neuronCircuit(neuron).netlist, 0)).toEqual({
        vectors: 2 ** (synapses * (inputBits + bits)),
        mismatches: 0,
      });
    }
  });
});

describe('parallel and fused: every input, with bias and accumulators of every kind', () => {
  test.each(SIGNS)('signed %o', async (signed) => {
    for (const [inputBits, bits, synapses] of [
      [2, 2, 1],
      [2, 3, 2],
      [1, 2, 3],
    ] as const)
      for (const bias of [false, true, 1, 5])
        for (const accumulator of ['exact', inputBits + bits, inputBits + bits + 1, 12])
          for (const overflow of ['wrap', 'saturate'])
            for (const architecture of ['parallel', 'fused']) {
              const neuron = digital({ inputBits, bits, synapses, signed, architecture, bias, accumulator, overflow });
              expect(isExhaustive(neuron)).toBe(true);
              expect((await checkMeaning(neuron, neuronCircuit(neuron).netlist, 0)).mismatches).toBe(0);
            }
  });
});

test('8 bits: every product, signed and unsigned, of both trees', async () => {
  for (const multiplier of ['wallace', 'dadda'])
    for (const signed of [false, true]) {
      const neuron = digital({ bits: 8, signed, multiplier });
      expect(await checkMeaning(neuron, neuronCircuit(neuron).netlist, 0)).toEqual({ vectors: 65536, mismatches: 0 });
    }
});

test('every threshold of a small signed neuron, in and out of its range', async () => {
  for (let threshold = -14; threshold <= 18; threshold++) {
    const neuron = digital({ bits: 3, inputBits: 3, signed: true, activation: 'threshold', threshold });
    expect(await check(neuron, neuronCircuit(neuron).netlist)).toEqual({ vectors: 64, mismatches: 0 });
  }
});

test('any widths, signs, synapses and bias, parallel and fused: corners and random vectors', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 64 }),
      fc.integer({ min: 1, max: 64 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(...SIGNS),
      fc.constantFrom('wallace', 'dadda'),
      fc.constantFrom('parallel', 'fused'),
      fc.constantFrom(false, true, 9),
      async (inputBits, bits, synapses, signed, multiplier, architecture, bias) => {
        const neuron = digital({ inputBits, bits, synapses, signed, multiplier, architecture, bias });
        const result = await check(neuron, neuronCircuit(neuron).netlist, 100);
        expect(result.mismatches).toBe(0);
      },
    ),
    { seed: 7, numRuns: 40 },
  );
});

describe('a wrong circuit is found, with its first wrong vector', () => {
  const neuron = digital({ bits: 4 });
  const { netlist } = neuronCircuit(neuron);

  test('one AND gate that is an OR gate', async () => {
    const cells = netlist.cells.map((cell, k) => (k === 5 ? { ...cell, kind: 'or' as const } : cell));
    const result = await check(neuron, { ...netlist, cells });
    // Cell 5 is x[1] & w[1], of weight 4: as OR it is wrong where just one of them is 1.
    expect(result.mismatches).toBe(128);
    expect(result.first).toEqual({ index: 2, inputs: [2n, 0n], expected: [0n], found: [4n] });
  });

  test('every single gate or adder replaced by another', async () => {
    for (const [k, cell] of netlist.cells.entries()) {
      const kind = cell.inputs.length === 3 ? cell.kind : cell.kind === 'halfAdder' ? 'halfAdder' : 'nand';
      const outputs = cell.outputs.length === 2 ? cell.outputs.toReversed() : cell.outputs;
      const cells = netlist.cells.map((old, index) => (index === k ? { kind, inputs: old.inputs, outputs } : old));
      expect((await check(neuron, { ...netlist, cells })).mismatches).toBeGreaterThan(0);
    }
  });
});
