/** Circuits of every construction as texts. */

import { describe, expect, test } from 'vitest';
import { ADDERS, createBuilder, MULTIPLIERS, neuronCircuit, PARTIAL_PRODUCTS } from '../../../gen/index.ts';
import { netlistText } from '../../../gen/netlist/text.ts';
import { digital } from './neurons.ts';

test('ports, cells in their order, registers; constants are numbers', () => {
  const builder = createBuilder('t');
  const [a = 0, b = 0, c = 0] = builder.input('x', 3);
  const [sum, carry] = builder.fullAdder(a, b, c);
  builder.output('y', [builder.gate('xor', sum, carry), carry, 1]);
  const netlist = builder.finish();
  expect(netlistText({ ...netlist, registers: [{ q: 8, d: carry }] }).split('\n')).toEqual([
    'input x = n2 n3 n4',
    'n5 n6 = fullAdder(n2, n3, n4)',
    'n7 = xor(n5, n6)',
    'n8 = register(n6)',
    'output y = n7 n6 1',
    '',
  ]);
});

describe('3 bits', () => {
  const cases: readonly (readonly [string, object])[] = [
    ...MULTIPLIERS.map((multiplier) => [multiplier, { multiplier }] as const),
    ...ADDERS.filter((adder) => adder !== 'ripple').map((adder) => [`adder_${adder}`, { adder }] as const),
    ...PARTIAL_PRODUCTS.filter((kind) => kind !== 'simple').map(
      (partialProducts) => [`products_${partialProducts}`, { partialProducts }] as const,
    ),
    ['cells_gates', { adderCells: 'gates' }],
    ['signed', { signed: true }],
    ['parallel', { synapses: 2 }],
    ['fused', { synapses: 2, architecture: 'fused', bias: true }],
    ['serial', { architecture: 'serial' }],
    ['pipelined', { pipeline: 2 }],
    ['saturating', { accumulator: 6, overflow: 'saturate', bias: 6 }],
  ];

  test.each(cases)('%s', async (name, fields) => {
    const { netlist } = neuronCircuit(digital({ bits: 3, ...fields }));
    await expect(netlistText(netlist)).toMatchFileSnapshot(`../../golden/netlist/${name}.txt`);
  });
});
