import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DigitalNeuron, neuronCircuit } from '../../../gen/index.ts';
import { isExhaustive } from '../../../sim/index.ts';
import { checkMeaning } from '../sim/check-meaning.fixture.ts';
import { digital } from './neurons.ts';

const SIGNS = [
  { inputs: false, weights: false },
  { inputs: true, weights: true },
  { inputs: true, weights: false },
  { inputs: false, weights: true },
];

const PAIRS = { partialProducts: 'radix4', architecture: 'fused' };

/** Exhaustive up to 16 input bits. */
const check = (neuron: DigitalNeuron, vectors = 1000) =>
  checkMeaning(neuron, neuronCircuit(neuron).netlist, vectors, 3);

describe.each(SIGNS)('two synapses at once, signed %o', (signed) => {
  test.each([
    ['gates', { adderCells: 'gates', multiplier: 'timing-driven' }],
    ['library cells', { adderCells: 'library', multiplier: 'dadda' }],
  ])('%s: every sum of small neurons, with and without a bias', async (_, construction) => {
    for (const [inputBits, bits, synapses, bias] of [
      [1, 1, 2, false],
      [1, 2, 2, 3],
      [2, 1, 2, 3],
      [2, 2, 2, 4],
      [3, 2, 2, 2],
      [2, 3, 2, 2],
      [3, 4, 2, false],
      [4, 3, 2, false],
      [5, 2, 2, false],
      [1, 5, 2, false],
      [1, 1, 3, 5],
      [2, 2, 3, 1],
      [1, 1, 5, 2],
    ]) {
      const neuron = digital({ ...PAIRS, ...construction, inputBits, bits, synapses, bias, signed });
      expect(isExhaustive(neuron)).toBe(true);
      expect((await check(neuron)).mismatches).toBe(0);
    }
  });

  test('any widths, synapses and accumulators: corners and random vectors', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2, max: 9 }),
        fc.boolean(),
        fc.constantFrom('wrap', 'saturate'),
        fc.integer({ min: 0, max: 3 }),
        async (inputBits, bits, synapses, bias, overflow, spare) => {
          const fields = { inputBits, bits, synapses, bias, signed, overflow, accumulator: inputBits + bits + spare };
          const neuron = digital({ ...PAIRS, adderCells: 'gates', multiplier: 'timing-driven', ...fields });
          expect((await check(neuron, 100)).mismatches).toBe(0);
        },
      ),
      { seed: 9, numRuns: 25 },
    );
  });
});

test('4 by 4 bits: every sum of two products', async () => {
  for (const signed of SIGNS) {
    const neuron = digital({
      ...PAIRS,
      adderCells: 'gates',
      multiplier: 'timing-driven',
      bits: 4,
      synapses: 2,
      signed,
    });
    expect(await check(neuron)).toEqual({ vectors: 65536, mismatches: 0 });
  }
});

test('64 synapses of 8 bits, 3 of 64 bits', async () => {
  for (const [bits, synapses] of [
    [8, 64],
    [64, 3],
  ])
    for (const signed of [false, true]) {
      const neuron = digital({ ...PAIRS, adderCells: 'gates', multiplier: 'timing-driven', bits, synapses, signed });
      expect((await check(neuron, 300)).mismatches).toBe(0);
    }
});
