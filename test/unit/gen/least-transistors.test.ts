import { describe, expect, test } from 'vitest';
import { type DigitalNeuron, multiplierCircuit, neuronCircuit } from '../../../gen/index.ts';
import { radix4IsSmaller } from '../../../gen/spec/least-transistors.ts';
import { countTransistors } from '../../../synth/transistors.ts';
import { checkMeaning } from '../sim/check-meaning.fixture.ts';
import { digital } from './neurons.ts';

/** Choices of the objective. */
const LEAST = {
  objective: 'transistors',
  multiplier: undefined,
  partialProducts: undefined,
  adderCells: undefined,
  adder: undefined,
};

const transistors = (fields: Readonly<Record<string, unknown>>): number =>
  countTransistors(neuronCircuit(digital({ ...LEAST, ...fields })).netlist).transistors;

const check = (neuron: DigitalNeuron, vectors: number) =>
  checkMeaning(neuron, neuronCircuit(neuron).netlist, vectors, 1);

/**
 * Ceilings: what multipliers of the same construction (NAND and radix-4 arrays, adders of 26 and 10 transistors) take in
 * the cells of a 0.18 um library (inverter 2, NAND2 4, OAI21 6, AOI22 8 transistors).
 */
describe('objective transistors takes no more than', () => {
  test.each([
    [3, false, 140],
    [4, false, 306],
    [5, false, 534],
    [8, false, 1366],
    [16, false, 5366],
    [32, false, 21046],
    [8, true, 1488],
    [16, true, 5574],
    [32, true, 21414],
  ])('%i bits, signed: %s: %i', (bits, signed, ceiling) => {
    expect(transistors({ bits, signed })).toBeLessThanOrEqual(ceiling);
    const bare = multiplierCircuit(digital({ ...LEAST, bits, signed })).netlist;
    expect(countTransistors(bare).transistors).toBeLessThanOrEqual(ceiling);
  });

  test('1776 for an 8 x 8 product and a 16-bit addend, 17 bits of sum', () => {
    const mac = { bits: 8, bias: 16, architecture: 'fused' };
    expect(
      neuronCircuit(digital({ ...LEAST, ...mac })).netlist.ports.find(({ name }) => name === 'sum')?.nets,
    ).toHaveLength(17);
    expect(transistors(mac)).toBeLessThanOrEqual(1776);
  });

  test('12100 for the sum of 8 products of 8 x 8', () => {
    expect(transistors({ bits: 8, synapses: 8, architecture: 'fused' })).toBeLessThanOrEqual(12100);
  });
});

test('the resolved spec says what was built', () => {
  const built = ({ partialProducts, multiplier, adder, adderCells }: DigitalNeuron) => ({
    partialProducts,
    multiplier,
    adder,
    adderCells,
  });
  const least = { multiplier: 'timing-driven', adder: 'ripple', adderCells: 'gates' };
  expect(built(digital({ ...LEAST, bits: 5 }))).toEqual({ ...least, partialProducts: 'simple' });
  expect(built(digital({ ...LEAST, bits: 6 }))).toEqual({ ...least, partialProducts: 'radix4' });
  expect(built(digital({ ...LEAST, bits: 4, synapses: 2, architecture: 'fused' }))).toEqual({
    ...least,
    partialProducts: 'radix4',
  });
  expect(built(digital({ ...LEAST, bits: 8, adder: 'sklansky' }))).toMatchObject({ adder: 'sklansky' });
});

test('the choice of partial products: the other one is at most 5 % smaller, for all widths up to 9 bits and all signs', () => {
  for (const inputs of [false, true])
    for (const weights of [false, true])
      for (let inputBits = 2; inputBits <= 9; inputBits++)
        for (let bits = 2; bits <= 9; bits++) {
          const widths = { inputBits, bits, signed: { inputs, weights } };
          const [array, radix4] = ['simple', 'radix4'].map((partialProducts) =>
            transistors({ ...widths, partialProducts }),
          ) as [number, number];
          const chosen = radix4IsSmaller(widths) ? radix4 : array;
          expect(chosen / Math.min(array, radix4)).toBeLessThanOrEqual(1.05);
        }
});

test('every product of 1 to 8 bits, signed and unsigned; large ones at corners and random vectors', async () => {
  for (const signed of [false, true]) {
    for (let bits = 1; bits <= 8; bits++) {
      const neuron = digital({ ...LEAST, bits, signed });
      expect(await check(neuron, 0)).toEqual({ vectors: 4 ** bits, mismatches: 0 });
    }
    for (const bits of [16, 32, 64])
      expect((await check(digital({ ...LEAST, bits, signed }), 2000)).mismatches).toBe(0);
  }
});
