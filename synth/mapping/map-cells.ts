/** Direct mapping: each cell of a netlist becomes the library cell of the same function. Nothing is resynthesized. */

import type { Cell, Net, Netlist } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { chooseRegister } from './chosen-register.ts';
import type { LibraryFunction, StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';
import { instance, type MappedCell, type MappedNetlist } from './mapped-netlist.ts';
import { type Implementation, implementations } from './recipes.ts';
import { invertRegisters } from './register-polarity.ts';
import type { RegisterMatch } from './registers.ts';

/** Collector of library cells. Its nets go on from those of a netlist. */
export interface CellMapper {
  /** Addition of the library cells of `cell`, its outputs under the same nets. */
  map(cell: Cell): void;
  /** Addition of a library cell with its nets. */
  add(entry: MappedCell): void;
  net(): Net;
  finish(): { readonly netCount: number; readonly cells: readonly MappedCell[] };
}

/** A mapper into `library` whose first new net is `netCount`. */
export function createMapper(library: StandardCells, name: string, netCount: number): CellMapper {
  const known = implementations(library);
  const cells: MappedCell[] = [];
  let nets = netCount;
  const place = (kind: LibraryFunction, inputs: readonly Net[], outputs: readonly Net[]): void => {
    const way: Implementation | undefined = known.get(kind);
    if (!way)
      throw new LibraryError(
        library,
        `has no cell for ${kind}, which ${name} needs, and none that it can be made from`,
      );
    if (way.kind === 'cell') {
      const { cell, inputs: inputPins, outputs: outputPins } = way.match;
      const pins = new Map<string, Net>();
      inputPins.forEach((pin, k) => {
        pins.set(pin, nth(inputs, k));
      });
      outputPins.forEach((pin, k) => {
        pins.set(pin, nth(outputs, k));
      });
      cells.push(instance(cell, pins));
      return;
    }
    const { steps, outputs: results } = way.recipe;
    // A recipe's nets: its inputs, then an output a step, which is the caller's net where it is a result.
    const wires = [...inputs, ...steps.map((_, k) => outputs[results.indexOf(inputs.length + k)] ?? nets++)];
    steps.forEach((step, k) => {
      place(
        step.kind,
        step.inputs.map((wire) => nth(wires, wire)),
        [nth(wires, inputs.length + k)],
      );
    });
  };
  return {
    map: (cell) => place(cell.kind, cell.inputs, cell.outputs),
    add: (entry) => void cells.push(entry),
    net: () => nets++,
    finish: () => ({ netCount: nets, cells }),
  };
}

/** Mapped netlist of `netlist`, cell by cell. Throws `LibraryError` when the library has nothing for a cell. */
export function mapCells(netlist: Netlist, library: StandardCells): MappedNetlist {
  const { physical, register } = physicalRegisters(netlist, library);
  const mapper = createMapper(library, physical.name, physical.netCount);
  for (const cell of physical.cells) mapper.map(cell);
  return withRegisters(physical, register, mapper);
}

/** A circuit whose registers are flip-flops of a library, which may invert. */
export interface PhysicalRegisters {
  readonly physical: Netlist;
  /** Flip-flop of all registers; undefined for a circuit without any. */
  readonly register: RegisterMatch | undefined;
}

/** `netlist` with registers as the cheapest flip-flop of `library` needs them. Throws `LibraryError`. */
export function physicalRegisters(netlist: Netlist, library: StandardCells): PhysicalRegisters {
  const { name, registers } = netlist;
  if (registers.length === 0) return { physical: netlist, register: undefined };
  const register = chooseRegister(library, registers.length, name);
  return { physical: register.inverts ? invertRegisters(netlist) : netlist, register };
}

/** Mapped netlist with the registers, the clock and the ports of `netlist`; one inverter for the falling edge of all. */
export function withRegisters(
  { name, ports, registers }: Netlist,
  register: RegisterMatch | undefined,
  mapper: CellMapper,
): MappedNetlist {
  if (!register) return { name, ports, ...mapper.finish() };
  const { cell, data, output, ties } = register;
  const clk = mapper.net();
  const clock = register.falls ? mapper.net() : clk;
  if (register.falls) mapper.map({ kind: 'not', inputs: [clk], outputs: [clock] });
  for (const { q, d } of registers)
    mapper.add(instance(cell, new Map<string, Net>([...ties, [data, d], [register.clock, clock], [output, q]])));
  return { name, ports: [{ name: 'clk', direction: 'input', nets: [clk] }, ...ports], ...mapper.finish() };
}
