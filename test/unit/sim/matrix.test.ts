/** Every construction that the spec offers, against the golden model. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ADDER_CELLS,
  ADDERS,
  type DigitalNeuron,
  MULTIPLIERS,
  neuronCircuit,
  PARTIAL_PRODUCTS,
} from '../../../gen/index.ts';
import { checkNeuron, netlistSimulator } from '../../../sim/index.ts';
import { digital } from '../gen/neurons.ts';
import { checkMeaning } from './check-meaning.fixture.ts';

const SIGNS = [
  { inputs: false, weights: false },
  { inputs: true, weights: true },
  { inputs: true, weights: false },
  { inputs: false, weights: true },
];

const check = (neuron: DigitalNeuron, vectors: number, seed = 1) =>
  checkMeaning(neuron, neuronCircuit(neuron).netlist, vectors, seed);

describe.each(PARTIAL_PRODUCTS)('%s partial products', (partialProducts) => {
  describe.each(MULTIPLIERS)('%s', (multiplier) => {
    test.each(ADDERS)('%s: every sign, architecture and kind of adder cell, exhaustively', async (adder) => {
      for (const adderCells of ADDER_CELLS)
        for (const signed of SIGNS)
          for (const architecture of ['parallel', 'fused', 'serial']) {
            const fields = { bits: 2, inputBits: 3, synapses: 2, partialProducts, multiplier, adderCells, adder };
            const neuron = digital({
              ...fields,
              signed,
              architecture,
              ...(architecture === 'serial' ? { synapses: 1 } : {}),
            });
            const { vectors, mismatches } = await check(neuron, 0);
            expect({ architecture, signed, adderCells, vectors, mismatches }).toEqual({
              architecture,
              signed,
              adderCells,
              vectors: architecture === 'serial' ? 2 ** 5 : 2 ** 10,
              mismatches: 0,
            });
          }
    });
  });
});

test('100,000 vectors of 16 x 12 bits, four synapses, in every kind of partial product and adder cell', async () => {
  for (const partialProducts of PARTIAL_PRODUCTS)
    for (const adderCells of ADDER_CELLS) {
      const fields = { bits: 16, inputBits: 12, synapses: 4, architecture: 'fused', adder: 'kogge-stone' };
      const neuron = digital({ ...fields, signed: true, partialProducts, adderCells, multiplier: 'timing-driven' });
      expect(await check(neuron, 100_000)).toEqual({ vectors: 100_000, mismatches: 0 });
    }
});

test('any widths from 1 to 64 bits, 1 to 64 synapses, any construction', async () => {
  const width = fc.oneof(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 64 }));
  const synapses = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 64 }));
  const construction = fc.record({
    multiplier: fc.constantFrom(...MULTIPLIERS),
    partialProducts: fc.constantFrom(...PARTIAL_PRODUCTS),
    adderCells: fc.constantFrom(...ADDER_CELLS),
    adder: fc.constantFrom(...ADDERS),
    signed: fc.constantFrom(...SIGNS),
    architecture: fc.constantFrom('parallel', 'fused'),
    bias: fc.constantFrom(false, true, 7),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 64 }),
      width,
      synapses,
      construction,
      async (inputBits, bits, count, fields) => {
        // Cells of the largest of these would take minutes; the product of the three is what costs.
        fc.pre(inputBits * bits * count <= 20_000);
        const result = await check(digital({ inputBits, bits, synapses: count, ...fields }), 60);
        expect(result.mismatches).toBe(0);
      },
    ),
    { seed: 3, numRuns: 60 },
  );
});

describe('edges', () => {
  const run = async (neuron: DigitalNeuron, x: bigint, w: bigint, bias = 0n) =>
    (await checkNeuron(neuron, {}, netlistSimulator(neuronCircuit(neuron).netlist), [{ x, w, bias }])).mismatches;

  test.each([2, 8, 16, 32, 64])(
    '%i bits: the square of the most negative word, in every kind of partial product',
    async (bits) => {
      for (const partialProducts of PARTIAL_PRODUCTS) {
        const neuron = digital({ bits, signed: true, partialProducts });
        const least = 1n << BigInt(bits - 1);
        expect(await run(neuron, least, least)).toBe(0);
      }
    },
  );

  test('the largest sum of 64 unsigned synapses, and what wraps or saturates one above', async () => {
    const ones = (1n << 256n) - 1n;
    for (const accumulator of ['exact', 13, 14, 15])
      for (const overflow of ['wrap', 'saturate']) {
        const neuron = digital({ bits: 4, synapses: 64, architecture: 'fused', bias: 4, accumulator, overflow });
        for (const bias of [0n, 1n, 15n]) expect(await run(neuron, ones, ones, bias)).toBe(0);
      }
  });
});
