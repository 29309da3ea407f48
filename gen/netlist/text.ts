/** Short text of a circuit, a line a cell, for people and tests. */

import type { Bus, Netlist } from './netlist.ts';

/**
 * Lines of a netlist: ports, cells in their order, registers. Net 5 is `n5`, the constants are `0` and `1`; buses and
 * outputs run from the least significant bit.
 *
 * ```text
 * input x = n2 n3 n4
 * n5 n6 = fullAdder(n2, n3, n4)
 * n7 = register(n5)
 * output y = n7 n6
 * ```
 */
export function netlistText({ ports, cells, registers }: Netlist): string {
  const portLines = (direction: 'input' | 'output'): string[] =>
    ports
      .filter((port) => port.direction === direction)
      .map(({ name, nets }) => `${direction} ${name} = ${names(nets)}`);
  return [
    ...portLines('input'),
    ...cells.map(({ kind, inputs, outputs }) => `${names(outputs)} = ${kind}(${names(inputs, ', ')})`),
    ...registers.map(({ q, d }) => `${names([q])} = register(${names([d])})`),
    ...portLines('output'),
    '',
  ].join('\n');
}

const names = (nets: Bus, between = ' '): string => nets.map((net) => (net < 2 ? `${net}` : `n${net}`)).join(between);
