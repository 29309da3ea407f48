/** Logic of a circuit as BLIF for ABC, and the gates that come back. Net 5 is `n5`. */

import type { Cell, CellKind, Net, Netlist } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { StandardCells } from './library.ts';

/** Part of a circuit that ABC maps, and the cells that stay. */
export interface Logic {
  /** BLIF text. Its inputs are ports, outputs of registers and outputs of the cells that stay. */
  readonly blif: string;
  /** Nets that the logic makes. */
  readonly targets: readonly Net[];
  /** Full and half adders and cells of adder groups that stay. */
  readonly kept: readonly Cell[];
}

/** Kinds of cells that are one node of BLIF. */
type SimpleKind = Exclude<CellKind, 'halfAdder' | 'fullAdder'>;

/** Rows of inputs for which a cell is 1, `-` for any value. */
const COVERS: Readonly<Record<SimpleKind, readonly string[]>> = {
  not: ['0'],
  and: ['11'],
  or: ['1-', '-1'],
  xor: ['10', '01'],
  nand: ['0-', '-0'],
  nor: ['00'],
  xnor: ['11', '00'],
  nand3: ['0--', '-0-', '--0'],
  nor3: ['000'],
  oai21: ['00-', '--0'],
  aoi21: ['0-0', '-00'],
  oai22: ['00--', '--00'],
  aoi22: ['0-0-', '0--0', '-00-', '-0-0'],
  mux: ['1-0', '-11'],
};

/** Logic of `netlist`; where `keepAdders`, the library's adders and cells of adder groups stay as they are. */
export function logicOf(netlist: Netlist, library: StandardCells, keepAdders: boolean): Logic {
  const inGroup = new Set<number>();
  if (keepAdders) for (const { start, end } of netlist.groups) for (let k = start; k < end; k++) inGroup.add(k);
  const stays = ({ kind }: Cell, k: number): boolean =>
    keepAdders && (kind === 'fullAdder' || kind === 'halfAdder' || inGroup.has(k)) && library.matches.has(kind);
  const kept = netlist.cells.filter(stays);
  const mapped = netlist.cells.filter((cell, k) => !stays(cell, k));
  const { ports, registers } = netlist;
  const sources = [
    ...ports.flatMap(({ direction, nets }) => (direction === 'input' ? nets : [])),
    ...registers.map(({ q }) => q),
    ...kept.flatMap(({ outputs }) => outputs),
  ];
  const wanted = [
    ...ports.flatMap(({ direction, nets }) => (direction === 'output' ? nets : [])),
    ...registers.map(({ d }) => d),
    ...kept.flatMap(({ inputs }) => inputs),
  ];
  // Constants and nets that the logic starts from are no logic.
  const known = new Set([0, 1, ...sources]);
  const targets = [...new Set(wanted)].filter((net) => !known.has(net));
  const names = (nets: readonly Net[]): string => nets.map((net) => ` n${net}`).join('');
  const text = [
    '.model logic',
    `.inputs${names(sources)}`,
    `.outputs${names(targets)}`,
    ...nodes(mapped, netlist.netCount),
    '.end',
    '',
  ];
  return { blif: text.join('\n'), targets, kept };
}

/** Nodes of `cells`. Further nets are numbered from `netCount`. */
function nodes(cells: readonly Cell[], netCount: number): string[] {
  let nets = netCount;
  const node = (kind: SimpleKind, inputs: readonly Net[], output: Net): string =>
    `.names${inputs.map((net) => ` n${net}`).join('')} n${output}\n${COVERS[kind].map((row) => `${row} 1`).join('\n')}`;
  const constants = ['.names n0', '.names n1\n1'];
  return [
    ...constants,
    ...cells.flatMap(({ kind, inputs, outputs }) => {
      const [a = 0, b = 0, c = 0] = inputs;
      const [out = 0, carry = 0] = outputs;
      switch (kind) {
        case 'halfAdder':
          return [node('xor', [a, b], out), node('and', [a, b], carry)];
        case 'fullAdder': {
          // The late bit c goes through one exclusive or and through two gates to the carry.
          const [half, both, any, through] = [nets++, nets++, nets++, nets++];
          return [
            node('xor', [a, b], half),
            node('xor', [half, c], out),
            node('and', [a, b], both),
            node('or', [a, b], any),
            node('and', [any, c], through),
            node('or', [both, through], carry),
          ];
        }
        default:
          return [node(kind, inputs, out)];
      }
    }),
  ];
}

/** A gate that ABC gives back, or a wire from one signal to another. */
export interface MappedGate {
  /** Name of the library cell; undefined for a wire. */
  readonly type: string | undefined;
  /** Signals by pin. A wire has `from` and `to`. */
  readonly pins: ReadonlyMap<string, string>;
}

/** Gates in the BLIF that ABC wrote. Constants are wires from `n0` and `n1`. Throws on lines of other kinds. */
export function mappedGates(blif: string): MappedGate[] {
  const lines = blif.replaceAll('\\\n', ' ').split('\n');
  const wire = (from: string, to: string): MappedGate => ({
    type: undefined,
    pins: new Map([
      ['from', from],
      ['to', to],
    ]),
  });
  return lines.flatMap((line, k) => {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    if (word === '.gate') {
      const [type = '', ...pins] = rest;
      const signals = new Map(pins.map((pin): [string, string] => cut(pin)));
      const constant = /^_const([01])_$/.exec(type)?.[1];
      return constant ? [wire(`n${constant}`, nth([...signals.values()], 0))] : [{ type, pins: signals }];
    }
    if (word !== '.names') return [];
    const cover = (lines[k + 1] ?? '').trim();
    const [first = '', second] = rest;
    if (second === undefined) return [wire(cover === '1' ? 'n1' : 'n0', first)];
    if (rest.length > 2 || cover !== '1 1') throw new Error(`unexpected line in ABC's BLIF: ${line}`);
    return [wire(first, second)];
  });
}

/** Pin and signal of `A=n5`. */
function cut(text: string): [string, string] {
  const split = text.indexOf('=');
  return [text.slice(0, split), text.slice(split + 1)];
}
