import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBuilder, type DigitalNeuron, multiplierCircuit, neuronCircuit } from '../../../gen/index.ts';
import { radix4PartialProducts } from '../../../gen/partial-products/radix4.ts';
import { polarityBuilder } from '../../../gen/polarity/polarity.ts';
import { isExhaustive } from '../../../sim/index.ts';
import { checkMeaning } from '../sim/check-meaning.fixture.ts';
import { evaluated } from './evaluate.ts';
import { digital } from './neurons.ts';

const SIGNS = [
  { inputs: false, weights: false },
  { inputs: true, weights: true },
  { inputs: true, weights: false },
  { inputs: false, weights: true },
];

const GATES = { partialProducts: 'radix4', adderCells: 'gates', multiplier: 'timing-driven' };
const LIBRARY = { partialProducts: 'radix4', adderCells: 'library', multiplier: 'dadda' };

const check = (neuron: DigitalNeuron, vectors = 1000) =>
  checkMeaning(neuron, neuronCircuit(neuron).netlist, vectors, 3);

const value = (word: bigint, bits: number, signed: boolean): bigint => (signed ? BigInt.asIntN(bits, word) : word);

describe.each(SIGNS)('signed %o', (signed) => {
  test.each([
    ['gates', GATES],
    ['library cells', LIBRARY],
  ])('%s: every product of 1 to 6 by 1 to 6 bits', async (_, construction) => {
    for (let inputBits = 1; inputBits <= 6; inputBits++)
      for (let bits = 1; bits <= 6; bits++) {
        const neuron = digital({ ...construction, inputBits, bits, signed });
        expect(await check(neuron)).toEqual({ vectors: 2 ** (inputBits + bits), mismatches: 0 });
      }
  });

  test.each([
    ['gates', GATES],
    ['library cells', LIBRARY],
  ])('%s: every product of 8 by 8 and of 7 by 9 bits', async (_, construction) => {
    for (const [inputBits, bits] of [
      [8, 8],
      [7, 9],
    ]) {
      const neuron = digital({ ...construction, inputBits, bits, signed });
      expect(await check(neuron)).toEqual({ vectors: 65536, mismatches: 0 });
    }
  });

  test.each([
    ['gates', polarityBuilder],
    ['library cells', (builder: ReturnType<typeof createBuilder>) => builder],
  ])('%s: rows add up to the product modulo any width', (_, wrap) => {
    for (let inputBits = 1; inputBits <= 5; inputBits++)
      for (let bits = 1; bits <= 5; bits++)
        for (const width of [1, 2, inputBits + bits - 1, inputBits + bits + 3]) {
          const builder = wrap(createBuilder('dut'));
          const [x, w] = [builder.input('x', inputBits), builder.input('w', bits)];
          const rows = radix4PartialProducts(builder, x, w, signed, width);
          rows.forEach((row, k) => {
            expect(row).toHaveLength(width);
            builder.output(
              `row${k}`,
              row.map((net) => net ?? 0),
            );
          });
          const netlist = builder.finish();
          const vectors = Array.from({ length: 2 ** (inputBits + bits) }, (_, k) => ({
            x: BigInt.asUintN(inputBits, BigInt(k)),
            w: BigInt(k) >> BigInt(inputBits),
          }));
          const sums = rows
            .map((_, k) => evaluated(netlist, `row${k}`, vectors))
            .reduce((total, row) => total.map((sum, k) => sum + row[k]!));
          expect(sums.map((sum) => BigInt.asUintN(width, sum))).toEqual(
            vectors.map(({ x, w }) =>
              BigInt.asUintN(width, value(x, inputBits, signed.inputs) * value(w, bits, signed.weights)),
            ),
          );
        }
  });

  test('one, two and three synapses, parallel and fused, with a bias, wrapped and saturated', async () => {
    for (const architecture of ['parallel', 'fused'])
      for (const [inputBits, bits, synapses, bias, fields] of [
        [3, 4, 1, 5, {}],
        [3, 3, 2, 2, {}],
        [2, 2, 3, 2, {}],
        [3, 2, 2, 4, { accumulator: 6 }],
        [3, 2, 2, 4, { accumulator: 6, overflow: 'saturate' }],
      ] as const) {
        const neuron = digital({ ...GATES, architecture, inputBits, bits, synapses, bias, signed, ...fields });
        expect(isExhaustive(neuron)).toBe(true);
        expect((await check(neuron)).mismatches).toBe(0);
      }
  });
});

test('widths from 1 to 64 bits, every mix of signs, trees and adders: corners and random vectors', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 64 }),
      fc.integer({ min: 1, max: 64 }),
      fc.constantFrom(...SIGNS),
      fc.constantFrom('wallace', 'dadda', 'array', 'timing-driven'),
      fc.constantFrom('ripple', 'sklansky', 'carry-select'),
      fc.constantFrom('gates', 'library'),
      async (inputBits, bits, signed, multiplier, adder, adderCells) => {
        const fields = { inputBits, bits, signed, multiplier, adder, adderCells };
        expect((await check(digital({ partialProducts: 'radix4', ...fields }), 100)).mismatches).toBe(0);
      },
    ),
    { seed: 5, numRuns: 30 },
  );
});

test('8 x 8 unsigned: four rows of ten bits', () => {
  const { partialProducts } = multiplierCircuit(digital(GATES));
  expect(partialProducts.map((row) => row.filter((net) => net !== null).length)).toEqual([10, 10, 10, 10]);
});
