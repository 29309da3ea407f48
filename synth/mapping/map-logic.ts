/**
 * Mapping through ABC (in Yosys): logic resynthesized and covered with library cells, in several ways from one start.
 * Adders may be kept.
 */

import type { Net, Netlist } from '../../gen/index.ts';
import { type Tool, textLeft } from '../../tools/tool.ts';
import type { AbcLibrary } from './abc-library.ts';
import type { StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';
import { type Logic, logicOf, mappedGates } from './logic-blif.ts';
import { type CellMapper, createMapper, physicalRegisters, withRegisters } from './map-cells.ts';
import { instance, type MappedNetlist } from './mapped-netlist.ts';
import type { RegisterMatch } from './registers.ts';
import type { Surroundings } from './surroundings.ts';

/** Settings of ABC. Commands are separated by `;`. */
export interface LogicFlow {
  /** Commands that all mappings start from. */
  readonly prepare: string;
  /** Commands of each mapping. */
  readonly mappings: readonly string[];
  /** Surroundings that ABC is told: the driver of the inputs and the load at the outputs. */
  readonly around: Surroundings;
  /** True to keep the library's adders, and cells of adder groups, as they are. */
  readonly keepAdders: boolean;
}

export interface MappedLogic {
  /** Netlists in the order of the mappings. */
  readonly mapped: readonly MappedNetlist[];
  readonly log: string;
}

/**
 * Yosys' script. Its `abc` runs our commands on our file; its own circuit, one inverter, waits meanwhile where ABC keeps
 * and-inverter graphs (`&`), and is put back in the end. Commas stand for spaces.
 */
function yosysScript({ prepare, mappings }: LogicFlow): string {
  const ways = mappings.flatMap((mapping, k) => ['restore', mapping, `write_blif ${mappedFile(k)}`]);
  const commands = ['strash', '&get -n', 'read_blif design.blif', prepare, 'backup', ...ways, '&put', 'strash', 'map'];
  return [
    'read_blif inverter.blif',
    'simplemap',
    `abc -liberty cells.lib -constr around.constr -script +${commands.join(';').replaceAll(' ', ',')}`,
  ].join('\n');
}

const INVERTER = '.model inverter\n.inputs a\n.outputs y\n.subckt $_NOT_ A=a Y=y\n.end\n';

const mappedFile = (k: number): string => `mapped${k}.blif`;

/** Mapped netlists of `netlist` through ABC, one for each mapping. Rejects with `ToolError` when ABC fails. */
export async function mapLogic(
  netlist: Netlist,
  library: StandardCells,
  abc: AbcLibrary,
  flow: LogicFlow,
  yosys: Tool,
): Promise<MappedLogic> {
  const { physical, register } = physicalRegisters(netlist, library);
  const logic = logicOf(physical, library, flow.keepAdders);
  const read = (blif: string): MappedNetlist => readMapped({ physical, register, logic }, library, abc, blif);
  if (logic.targets.length === 0) return { mapped: flow.mappings.map(() => read('')), log: '' };
  const files = {
    'design.blif': logic.blif,
    'inverter.blif': INVERTER,
    'cells.lib': abc.text,
    // ABC takes loads in fF.
    'around.constr': `set_driving_cell ${flow.around.driver.name}\nset_load ${flow.around.load * 1e15}\n`,
    'map.ys': yosysScript(flow),
  };
  const args = ['-s', 'map.ys'];
  const result = await yosys(args, files);
  const mapped = flow.mappings.map((_, k) => read(textLeft({ tool: 'Yosys', args, result }, mappedFile(k))));
  return { mapped, log: result.log };
}

interface Start {
  readonly physical: Netlist;
  readonly register: RegisterMatch | undefined;
  readonly logic: Logic;
}

/** Mapped netlist of the BLIF text that ABC wrote. Registers and kept cells of the circuit are added. */
function readMapped({ physical, register, logic }: Start, library: StandardCells, abc: AbcLibrary, blif: string) {
  const cells = new Map(library.liberty.cells.map((cell) => [cell.name, cell]));
  const mapper = createMapper(library, physical.name, physical.netCount);
  const nets = new Map<string, Net>();
  const netOf = (name: string): Net => {
    const own = /^n(\d+)$/.exec(name)?.[1];
    const found = nets.get(name) ?? (own !== undefined ? Number(own) : mapper.net());
    nets.set(name, found);
    return found;
  };
  const gates = mappedGates(blif);
  // A wire gives a driven signal another name, which takes the driver's net.
  const aliases = new Map(
    gates.flatMap(({ type, pins }) =>
      type === undefined ? [[netOf(pins.get('to') ?? ''), netOf(pins.get('from') ?? '')] as const] : [],
    ),
  );
  const resolve = (net: Net): Net => {
    const other = aliases.get(net);
    return other === undefined ? net : resolve(other);
  };
  for (const { type, pins } of gates) {
    if (type === undefined) continue;
    const connected = new Map([...pins].map(([pin, signal]): [string, Net] => [pin, resolve(netOf(signal))]));
    const cell = cells.get(type);
    if (cell) mapper.add(instance(cell, connected));
    else if (type === abc.buffer) placeBuffer(connected, library, mapper);
    else throw new LibraryError(library, `has no cell ${type}, which ABC left in ${physical.name}`);
  }
  for (const { kind, inputs, outputs } of logic.kept) mapper.map({ kind, inputs: inputs.map(resolve), outputs });
  const moved: Netlist = {
    ...physical,
    ports: physical.ports.map((port) =>
      port.direction === 'output' ? { ...port, nets: port.nets.map(resolve) } : port,
    ),
    registers: physical.registers.map(({ q, d }) => ({ q, d: resolve(d) })),
  };
  return withRegisters(moved, register, mapper);
}

/** Two inverters in place of the buffer that the library does not have. Pins are those of the inverter. */
function placeBuffer(pins: ReadonlyMap<string, Net>, library: StandardCells, mapper: CellMapper): void {
  const { inputs = [], outputs = [] } = library.matches.get('not') ?? {};
  const of = (pin: string | undefined): Net => pins.get(pin ?? '') ?? 0;
  const between = mapper.net();
  mapper.map({ kind: 'not', inputs: [of(inputs[0])], outputs: [between] });
  mapper.map({ kind: 'not', inputs: [between], outputs: [of(outputs[0])] });
}
