/**
 * Mapping through ABC (in Yosys): logic resynthesized and covered with library cells. Adders may be kept. The circuit
 * goes to Yosys and comes back as BLIF, with n2, n3, ... for the nets.
 */

import type { Cell, CellKind, Net, Netlist } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { type Tool, textLeft } from '../../tools/tool.ts';
import type { StandardCells } from './library.ts';
import { createMapper, LibraryError, withRegisters } from './map-cells.ts';
import { instance, type MappedNetlist } from './mapped-netlist.ts';
import type { Surroundings } from './static-timing.ts';

/** Settings of ABC. */
export interface LogicFlow {
  /** ABC commands, separated by `;`. */
  readonly script: string;
  /** Surroundings that ABC is told: the driver of the inputs and the load at the outputs. */
  readonly around: Surroundings;
  /** True to keep the library's adders, and cells of adder groups, as they are. */
  readonly keepAdders: boolean;
}

export interface MappedLogic {
  readonly mapped: MappedNetlist;
  readonly log: string;
}

/** Yosys' gates by kind: the type and its pins in the order of `CellKind`. */
const GATES: Readonly<Partial<Record<CellKind, readonly [string, string]>>> = {
  not: ['$_NOT_', 'A'],
  and: ['$_AND_', 'AB'],
  or: ['$_OR_', 'AB'],
  xor: ['$_XOR_', 'AB'],
  nand: ['$_NAND_', 'AB'],
  nor: ['$_NOR_', 'AB'],
  xnor: ['$_XNOR_', 'AB'],
  oai21: ['$_OAI3_', 'ABC'],
  aoi21: ['$_AOI3_', 'ABC'],
  oai22: ['$_OAI4_', 'ABCD'],
  aoi22: ['$_AOI4_', 'ABCD'],
  mux: ['$_MUX_', 'ABS'],
};

/**
 * Mapped netlist of `netlist` through ABC. `libertyText` is the text of the library. Rejects with `ToolError` when
 * Yosys fails.
 */
export async function mapLogic(
  netlist: Netlist,
  library: StandardCells,
  libertyText: string,
  flow: LogicFlow,
  yosys: Tool,
): Promise<MappedLogic> {
  const design = logicBlif(netlist, library, flow.keepAdders);
  const script = [
    'read_blif design.blif',
    'simplemap',
    'opt_clean',
    'abc -liberty cells.lib -constr around.constr -script flow.abc',
    'opt_clean',
    'write_blif mapped.blif',
  ].join('\n');
  const files = {
    'design.blif': design,
    'cells.lib': libertyText,
    'flow.abc': `${flow.script.split(';').join('\n')}\n`,
    // ABC takes loads in fF.
    'around.constr': `set_driving_cell ${flow.around.driver.name}\nset_load ${flow.around.load * 1e15}\n`,
    'map.ys': script,
  };
  const result = await yosys(['-s', 'map.ys'], files);
  const text = textLeft({ tool: 'Yosys', args: ['-s', 'map.ys'], result }, 'mapped.blif');
  return { mapped: readMapped(netlist, library, text), log: result.log };
}

/** Nets that the logic starts from. */
const sourcesOf = ({ ports, registers }: Netlist): Net[] => [
  ...ports.flatMap(({ direction, nets }) => (direction === 'input' ? nets : [])),
  ...registers.map(({ q }) => q),
];

/** Nets that the logic must make, each once. Constants and nets that it starts from are no logic. */
function targetsOf(netlist: Netlist): Net[] {
  const sources = new Set([0, 1, ...sourcesOf(netlist)]);
  const wanted = [
    ...netlist.ports.flatMap(({ direction, nets }) => (direction === 'output' ? nets : [])),
    ...netlist.registers.map(({ d }) => d),
  ];
  return [...new Set(wanted)].filter((net) => !sources.has(net));
}

const line = (type: string, pins: readonly (readonly [string, Net])[]): string =>
  `.subckt ${type} ${pins.map(([pin, net]) => `${pin}=n${net}`).join(' ')}`;

/** Combinational part of `netlist` as BLIF. Its inputs are ports and registers' outputs. */
function logicBlif(netlist: Netlist, library: StandardCells, keepAdders: boolean): string {
  let nets = netlist.netCount;
  const inGroup = new Set<number>();
  if (keepAdders) for (const { start, end } of netlist.groups) for (let k = start; k < end; k++) inGroup.add(k);
  const gates = (cell: Cell): string[] => {
    const [a = 0, b = 0, c = 0] = cell.inputs;
    const [out = 0, carry = 0] = cell.outputs;
    const gate = (kind: CellKind, inputs: readonly Net[], output: Net): string[] =>
      gates({ kind, inputs, outputs: [output] });
    switch (cell.kind) {
      case 'nand3':
      case 'nor3': {
        const inner = nets++;
        return cell.kind === 'nand3'
          ? [...gate('and', [a, b], inner), ...gate('nand', [inner, c], out)]
          : [...gate('or', [a, b], inner), ...gate('nor', [inner, c], out)];
      }
      case 'halfAdder':
        return [...gate('xor', [a, b], out), ...gate('and', [a, b], carry)];
      case 'fullAdder': {
        // The late bit c goes through one exclusive or and through two gates to the carry.
        const [half, both, any, through] = [nets++, nets++, nets++, nets++];
        return [
          ...gate('xor', [a, b], half),
          ...gate('xor', [half, c], out),
          ...gate('and', [a, b], both),
          ...gate('or', [a, b], any),
          ...gate('and', [any, c], through),
          ...gate('or', [both, through], carry),
        ];
      }
      default: {
        const [type, pins] = GATES[cell.kind] ?? ['', ''];
        return [line(type, [...[...pins].map((pin, k) => [pin, nth(cell.inputs, k)] as const), ['Y', out]])];
      }
    }
  };
  const lines = netlist.cells.flatMap((cell, k) => {
    const isAdder = cell.kind === 'fullAdder' || cell.kind === 'halfAdder';
    const match = keepAdders && (isAdder || inGroup.has(k)) ? library.matches.get(cell.kind) : undefined;
    if (!match) return gates(cell);
    const pins = [
      ...match.inputs.map((pin, j) => [pin, nth(cell.inputs, j)] as const),
      ...match.outputs.map((pin, j) => [pin, nth(cell.outputs, j)] as const),
    ];
    return [line(match.cell.name, pins)];
  });
  const names = (list: readonly Net[]): string => list.map((net) => ` n${net}`).join('');
  return `.model logic\n.inputs${names(sourcesOf(netlist))}\n.outputs${names(targetsOf(netlist))}\n${lines.join('\n')}\n.end\n`;
}

/** Mapped netlist of the BLIF text that Yosys wrote, with the registers of `netlist`. */
function readMapped(netlist: Netlist, library: StandardCells, blif: string): MappedNetlist {
  const cells = new Map(library.liberty.cells.map((cell) => [cell.name, cell]));
  const mapper = createMapper(library, netlist.name, netlist.netCount);
  const nets = new Map<string, Net>([
    ['$false', 0],
    ['$true', 1],
  ]);
  const ported = new Set([...sourcesOf(netlist), ...targetsOf(netlist)].map((net) => `n${net}`));
  const netOf = (name: string): Net => {
    const found = nets.get(name) ?? (ported.has(name) ? Number(name.slice(1)) : mapper.net());
    nets.set(name, found);
    return found;
  };
  const lines = blif.split('\n').map((text) => text.split(' '));
  // A buffer line gives a driven signal another name; where the other name is a port's, the port takes the driver's net.
  const aliases = new Map<Net, Net>();
  for (const [word, from, to, ...more] of lines)
    if (word === '.names' && from !== undefined && to !== undefined) {
      if (more.length > 0) throw new Error(`unexpected line in Yosys' BLIF: .names ${from} ${to} ${more.join(' ')}`);
      aliases.set(netOf(to), netOf(from));
    }
  const resolve = (net: Net): Net => {
    const other = aliases.get(net);
    return other === undefined ? net : resolve(other);
  };
  for (const [word, type = '', ...pins] of lines) {
    if (word !== '.subckt' && word !== '.gate') continue;
    const cell = cells.get(type);
    if (!cell) throw new LibraryError(library, `has no cell ${type}, which Yosys left in ${netlist.name}`);
    const connected = pins.map((pin): readonly [string, Net] => {
      const split = pin.indexOf('=');
      return [pin.slice(0, split), resolve(netOf(pin.slice(split + 1)))];
    });
    mapper.add(instance(cell, new Map(connected)));
  }
  const moved: Netlist = {
    ...netlist,
    ports: netlist.ports.map((port) =>
      port.direction === 'output' ? { ...port, nets: port.nets.map(resolve) } : port,
    ),
    registers: netlist.registers.map(({ q, d }) => ({ q, d: resolve(d) })),
  };
  return withRegisters(moved, library, mapper);
}
