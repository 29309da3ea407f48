/** Verilog of mapped circuits, with models of their library cells. */

import type { Net } from '../../gen/index.ts';
import { verilogExpression } from '../liberty/boolean-function.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { MappedNetlist } from './mapped-netlist.ts';

/** Names of ports of one bit that are no numbers. They have no range. */
const SCALARS = new Set(['clk', 'rst', 'in_valid', 'in_last', 'out_valid', 'y']);

/** Module of `netlist` in instances of library cells alone. `header` are the lines of its comment. */
export function mappedVerilog(netlist: MappedNetlist, header: readonly string[]): string {
  const isScalar = (name: string, bits: number): boolean => bits === 1 && SCALARS.has(name);
  const names = new Map<Net, string>([
    [0, "1'b0"],
    [1, "1'b1"],
  ]);
  for (const { name, direction, nets } of netlist.ports)
    if (direction === 'input')
      nets.forEach((net, bit) => {
        names.set(net, isScalar(name, nets.length) ? name : `${name}[${bit}]`);
      });
  const nameOf = (net: Net): string => names.get(net) ?? `n${net}`;
  const wires = netlist.cells.flatMap(({ cell, nets }) =>
    cell.pins.flatMap(({ direction }, k) => {
      const net = nets[k] ?? null;
      return direction === 'output' && net !== null ? [`  wire n${net};`] : [];
    }),
  );
  return [
    ...header.map((text) => `// ${text}`),
    `module ${netlist.name} (`,
    netlist.ports
      .map(({ name, direction, nets }) => {
        const range = isScalar(name, nets.length) ? '' : `[${nets.length - 1}:0] `;
        return `  ${direction.padEnd(6)} wire ${range}${name}`;
      })
      .join(',\n'),
    ');',
    ...wires,
    ...netlist.cells.map(({ cell, nets }, index) => {
      const pins = cell.pins.map(({ name }, k) => {
        const net = nets[k] ?? null;
        return `.${identifier(name)}(${net === null ? '' : nameOf(net)})`;
      });
      return `  ${identifier(cell.name)} u${index} (${pins.join(', ')});`;
    }),
    ...netlist.ports
      .filter(({ direction }) => direction === 'output')
      .map(({ name, nets }) => `  assign ${name} = {${nets.toReversed().map(nameOf).join(', ')}};`),
    'endmodule',
    '',
  ].join('\n');
}

/** Models of the cells that `netlist` uses, without delays. */
export function cellModels(netlist: MappedNetlist): string {
  const used = new Map(netlist.cells.map(({ cell }) => [cell.name, cell]));
  return libraryModels([...used.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** Models of library cells from their functions in the library, without delays. */
export const libraryModels = (cells: readonly LibertyCell[]): string => cells.map(cellModel).join('\n');

function cellModel(cell: LibertyCell): string {
  const { flipFlop } = cell;
  const ports = cell.pins.map(({ name, direction }) => `${direction} wire ${identifier(name)}`);
  const state = (name: string): string =>
    name === flipFlop?.state ? 'state' : name === flipFlop?.inverse ? '(~state)' : identifier(name);
  const clocked = flipFlop
    ? [
        '  reg state;',
        `  wire clock = ${verilogExpression(flipFlop.clockedOn, identifier)};`,
        `  always @(posedge clock) state <= ${verilogExpression(flipFlop.nextState, state)};`,
      ]
    : [];
  const outputs = cell.pins.flatMap((pin) =>
    pin.function ? [`  assign ${identifier(pin.name)} = ${verilogExpression(pin.function, state)};`] : [],
  );
  return [`module ${identifier(cell.name)} (${ports.join(', ')});`, ...clocked, ...outputs, 'endmodule', ''].join('\n');
}

/** Name as Verilog takes it: escaped where it is no plain identifier. */
const identifier = (name: string): string => (/^[A-Za-z_][\w$]*$/.test(name) ? name : `\\${name} `);
