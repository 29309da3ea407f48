import { describe, expect, test } from 'vitest';
import { neuronProblems, type StreamedLayer, thresholdsFor } from '../../../sim/network/layer.ts';
import { digital } from '../gen/neurons.ts';

const LAYER: StreamedLayer = {
  name: 'some',
  synapses: 2,
  groups: 1,
  outputs: 1,
  height: 1,
  width: 1,
  weights: Int32Array.of(3, -3),
  bias: Float64Array.of(-33),
  fractionBits: 2,
  shift: 1,
  table: { lowest: 0, thresholds: Float64Array.of(-5, 2, Number.POSITIVE_INFINITY) },
  bound: 4 * 18 + 33,
};

describe('thresholds of 3-bit codes, -3 to 4', () => {
  test('codes of 0 to 3: the first three are always reached, the last never; nothing is dropped from the accumulator', () => {
    expect(Array.from(thresholdsFor(LAYER, 7, 1000))).toEqual([-1000, -1000, -1000, -10, 4, 1000, 1000]);
  });

  test('codes of -1 and 1', () => {
    const comparator = { ...LAYER, shift: 0, table: { lowest: -1, thresholds: Float64Array.of(0, 0) } };
    expect(Array.from(thresholdsFor(comparator, 7, 99))).toEqual([-99, -99, 0, 0, 99, 99, 99]);
  });

  test('accumulators as outputs: none is reached', () => {
    expect(Array.from(thresholdsFor({ ...LAYER, table: null }, 3, 9))).toEqual([9, 9, 9]);
  });

  test('more codes than there are words for', () => {
    const wide = { ...LAYER, table: { lowest: -4, thresholds: new Float64Array(8) } };
    expect(() => thresholdsFor(wide, 7, 9)).toThrow('codes of some must be within 7 thresholds: -1 + 8');
  });
});

describe('what a neuron must have', () => {
  const serial = { architecture: 'serial', signed: true, bits: 3, synapses: 2 };
  const problems = (fields: Readonly<Record<string, unknown>>) =>
    neuronProblems(digital({ ...serial, ...fields }), 'net', [LAYER]);

  // -33 / 4 is -9 in whole products, 5 bits; 105 / 4 is 26.25, 6 bits.
  test('enough', () => {
    expect(problems({ bias: 5, accumulator: 6 })).toEqual([]);
  });

  test('one bit too few of each', () => {
    expect(problems({ bias: 4, accumulator: 6 })).toEqual(['dut: bias must have at least 5 bits for net: 4']);
    const wider = { ...LAYER, bound: 4 * 32 };
    expect(neuronProblems(digital({ ...serial, bias: 5, accumulator: 6 }), 'net', [LAYER, wider])).toEqual([
      'dut: accumulator must have 7 to 51 bits for net: 6',
    ]);
  });

  test('no bias, unsigned words, an accumulator beyond floating point', () => {
    expect(problems({ accumulator: 52, signed: { inputs: false, weights: true } })).toEqual([
      'dut: signed must be true, as the codes of networks are',
      'dut: bias must have at least 5 bits for net: 0',
      'dut: accumulator must have 6 to 51 bits for net: 52',
    ]);
  });
});
