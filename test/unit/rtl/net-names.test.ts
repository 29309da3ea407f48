/** Names of nets: what they are, each once, none a port or a keyword. */

import { expect, test } from 'vitest';
import { ADDERS, MULTIPLIERS, neuronCircuit, neuronPorts } from '../../../gen/index.ts';
import { netNames, neuronVerilog } from '../../../rtl/index.ts';
import { digital } from '../gen/neurons.ts';

test('partial products by the bits that they multiply, sums and carries by stage and column', () => {
  const text = neuronVerilog(neuronCircuit(digital({ bits: 4, multiplier: 'dadda' })))['dut.v'] ?? '';
  expect(text).toContain('assign pp_3_2 = x[3] & w[2];');
  // Dadda's first stage of 4 x 4 bits: the column of four bits is brought to three by a half adder.
  expect(text).toMatch(
    /half_adder ha\d+ \(\.a\(pp_3_0\), \.b\(pp_2_1\), \.sum\(s1_c3_sum\), \.carry\(s1_c3_carry\)\);/,
  );
});

test('a register is called after what it delays, and by how many clocks', () => {
  const text = neuronVerilog(neuronCircuit(digital({ bits: 4, pipeline: 3 })))['dut.v'] ?? '';
  const delays = [...text.matchAll(/^ {4}(\w+)_q(\d+) <= ([^;]+);$/gm)];
  expect(delays.length).toBeGreaterThan(10);
  for (const [, base, clocks, source = ''] of delays)
    expect(source.replace(/[[\]]/g, (sign) => (sign === '[' ? '_' : ''))).toBe(
      clocks === '1' ? base : `${base}_q${Number(clocks) - 1}`,
    );
});

test.each([
  ...MULTIPLIERS.map((multiplier) => ({ multiplier, adder: 'ripple', architecture: 'parallel', pipeline: 1 })),
  ...ADDERS.map((adder) => ({ multiplier: 'dadda', adder, architecture: 'fused', pipeline: 2 })),
  { partialProducts: 'booth', architecture: 'fused', pipeline: 2 },
  { partialProducts: 'radix4', adderCells: 'gates', multiplier: 'timing-driven', architecture: 'fused' },
])('every net has a name of its own: %o', (fields) => {
  const neuron = digital({ bits: 5, synapses: 3, signed: true, bias: true, accumulator: 11, ...fields });
  const { netlist } = neuronCircuit(neuron);
  const nameOf = netNames(netlist);
  const nets = [...netlist.cells.flatMap(({ outputs }) => outputs), ...netlist.registers.map(({ q }) => q)];
  const names = nets.map(nameOf);
  expect(new Set(names).size).toBe(nets.length);
  expect(names.filter((name) => !/^[a-z]\w*_\w+$/i.test(name))).toEqual([]);
  expect(names.filter((name) => neuronPorts(neuron).some((port) => port.name === name))).toEqual([]);
});
