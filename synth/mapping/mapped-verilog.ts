/** Verilog of mapped circuits, with models of their library cells. */

import type { Net } from '../../gen/index.ts';
import { pinsOf, verilogExpression } from '../liberty/boolean-function.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { FlipFlop } from '../liberty/flip-flop.ts';
import type { MappedNetlist } from './mapped-netlist.ts';

/** Names of ports of one bit that are no numbers. They have no range. */
const SCALARS = new Set(['clk', 'rst', 'in_valid', 'in_last', 'out_valid', 'y']);

const isScalar = (name: string, bits: number): boolean => bits === 1 && SCALARS.has(name);

/** Names of nets in the Verilog of `netlist`. */
export function mappedNames({ ports }: MappedNetlist): (net: Net) => string {
  const names = new Map<Net, string>([
    [0, "1'b0"],
    [1, "1'b1"],
  ]);
  for (const { name, direction, nets } of ports)
    if (direction === 'input')
      nets.forEach((net, bit) => {
        names.set(net, isScalar(name, nets.length) ? name : `${name}[${bit}]`);
      });
  return (net) => names.get(net) ?? `n${net}`;
}

/** Module of `netlist` in instances of library cells alone. `header` are the lines of its comment. */
export function mappedVerilog(netlist: MappedNetlist, header: readonly string[]): string {
  const nameOf = mappedNames(netlist);
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
      const pins = cell.pins.flatMap(({ name, direction }, k) => {
        const net = nets[k] ?? null;
        return direction === 'internal' ? [] : [`.${identifier(name)}(${net === null ? '' : nameOf(net)})`];
      });
      return `  ${identifier(cell.name)} ${instanceName(index)} (${pins.join(', ')});`;
    }),
    ...netlist.ports
      .filter(({ direction }) => direction === 'output')
      .map(({ name, nets }) => `  assign ${name} = {${nets.toReversed().map(nameOf).join(', ')}};`),
    'endmodule',
    '',
  ].join('\n');
}

/** Name of the instance at a place among the cells. */
export const instanceName = (index: number): string => `u${index}`;

/** Models of the cells that `netlist` uses, without delays. */
export function cellModels(netlist: MappedNetlist): string {
  const used = new Map(netlist.cells.map(({ cell }) => [cell.name, cell]));
  return libraryModels([...used.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** Models of library cells from their functions in the library, without delays. */
export const libraryModels = (cells: readonly LibertyCell[]): string => cells.map(cellModel).join('\n');

function cellModel(cell: LibertyCell): string {
  const { flipFlop } = cell;
  const pins = cell.pins.filter(({ direction }) => direction !== 'internal');
  const names = new Set(pins.map(({ name }) => name));
  /** Name of a signal of the model's own, none of a pin. */
  const own = (name: string): string => (names.has(name) ? own(`${name}_`) : name);
  const signal = (name: string): string =>
    name === flipFlop?.state ? own('state') : name === flipFlop?.inverse ? own('inverse') : identifier(name);
  const ports = pins.map(({ name, direction }) => `${direction} wire ${identifier(name)}`);
  const functions = [flipFlop?.nextState, ...pins.map((pin) => pin.function)];
  const readsInverse = functions.some((value) => value && pinsOf(value).includes(flipFlop?.inverse ?? ''));
  const outputs = pins.flatMap((pin) =>
    pin.function ? [`  assign ${identifier(pin.name)} = ${verilogExpression(pin.function, signal)};`] : [],
  );
  return [
    `module ${identifier(cell.name)} (${ports.join(', ')});`,
    ...(flipFlop ? stateModel(flipFlop, readsInverse, signal, own) : []),
    ...outputs,
    'endmodule',
    '',
  ].join('\n');
}

/** State of a flip-flop and its inverse. While clear and preset hold at once, both are as the library states. */
function stateModel(
  flipFlop: FlipFlop,
  readsInverse: boolean,
  signal: (name: string) => string,
  own: (name: string) => string,
): string[] {
  const { nextState, clockedOn, clear, preset, both } = flipFlop;
  const state = own('state');
  const wires = { clock: clockedOn, clear, preset };
  const forced = [
    { name: 'clear', level: "1'b0" },
    { name: 'preset', level: "1'b1" },
  ].filter(({ name }) => name in flipFlop);
  // Of the two that which goes first wins.
  if (both[0] === 'H') forced.reverse();
  const events = ['clock', ...forced.map(({ name }) => name)].map((name) => `posedge ${own(name)}`);
  const steps = [
    ...forced.map(({ name, level }) => `if (${own(name)}) ${state} <= ${level};`),
    `${state} <= ${verilogExpression(nextState, signal)};`,
  ];
  const level = both[1] === 'H' ? "1'b1" : both[1] === 'L' ? "1'b0" : undefined;
  const atOnce = clear && preset && level ? `(${own('clear')} & ${own('preset')}) ? ${level} : ` : '';
  return [
    `  reg ${state};`,
    ...Object.entries(wires).flatMap(([name, value]) =>
      value ? [`  wire ${own(name)} = ${verilogExpression(value, signal)};`] : [],
    ),
    ...(readsInverse ? [`  wire ${own('inverse')} = ${atOnce}~${state};`] : []),
    `  always @(${events.join(' or ')}) ${steps.join(' else ')}`,
  ];
}

/** Name as Verilog takes it: escaped where it is no plain identifier. */
const identifier = (name: string): string => (/^[A-Za-z_][\w$]*$/.test(name) ? name : `\\${name} `);
