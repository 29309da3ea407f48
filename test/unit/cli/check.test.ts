import { describe, expect, test } from 'vitest';
import { checkLine, type SimulatedNeuron, verifyMeasurements } from '../../../cli/steps/check.ts';
import { digitalNeurons, type NeuronPort, neuronPorts } from '../../../gen/index.ts';
import { specOf } from '../report/fixture.ts';

/** Ports of a 3-bit neuron with so many pipeline stages. */
function portsOf(pipeline: number): readonly NeuronPort[] {
  const spec = specOf({ name: 'small', neurons: [{ name: 'dig3', kind: 'digital', bits: 3, pipeline }] });
  return digitalNeurons(spec).flatMap(neuronPorts);
}

const right: SimulatedNeuron = {
  ...{ neuron: 'dig3', ports: portsOf(0), simulator: 'embedded', exhaustive: true, vectors: 64, mismatches: 0 },
  subject: 'the emitted Verilog',
};
const first = { index: 9, inputs: [1n, 1n], expected: [1n], found: [15n] };

describe('the line of a check', () => {
  test('every vector right', () => {
    expect(checkLine(right)).toBe('dig3 in embedded: all 64 input vectors equal the golden model');
  });

  test('vectors that differ, with the first', () => {
    expect(checkLine({ ...right, exhaustive: false, mismatches: 2, first })).toBe(
      'dig3 in embedded: 2 of 64 input vectors differ; first: vector 9, x 0x1, w 0x1: expected sum 0x1, found sum 0xf',
    );
  });

  test('a design under another name, with undefined bits', () => {
    const ports = right.ports.map((port) => (port.name === 'sum' ? { ...port, bits: 6 } : port));
    const undefinedBits = { ...first, found: [3n], unknown: [0xf0n] };
    expect(checkLine({ ...right, ports, title: 'mine as dig3', mismatches: 64, first: undefinedBits })).toBe(
      "mine as dig3 in embedded: 64 of all 64 input vectors differ; first: vector 9, x 0x1, w 0x1: expected sum 0x1, found sum 6'hx3 (undefined)",
    );
  });

  test('a clocked neuron: clock cycles', () => {
    expect(checkLine({ ...right, ports: portsOf(1), mismatches: 2, first })).toBe(
      'dig3 in embedded: 2 clock cycles of all 64 input vectors differ; first: cycle 9, x 0x1, w 0x1: expected sum 0x1, found sum 0xf',
    );
  });
});

test('measurements of a check: vectors and mismatches, with what they stand on', () => {
  const source = 'simulator on the emitted Verilog, outputs compared with the golden model';
  const sampled = { ...right, simulator: 'verilator', exhaustive: false, mismatches: 2 } as const;
  expect(verifyMeasurements([right, sampled]).map((entry) => [entry.key, entry.value, entry.source])).toEqual([
    ['dig3.verify.embedded.vectors', 64, `embedded ${source}, all inputs`],
    ['dig3.verify.embedded.mismatches', 0, `embedded ${source}, all inputs`],
    ['dig3.verify.verilator.vectors', 64, `verilator ${source}, corners and seeded random inputs`],
    ['dig3.verify.verilator.mismatches', 2, `verilator ${source}, corners and seeded random inputs`],
  ]);
});
