/** Direct mapping: each cell of a netlist becomes the library cell of the same function. Nothing is resynthesized. */

import type { Cell, Net, Netlist } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { skippedLines } from '../liberty/liberty.ts';
import type { LibraryFunction, StandardCells } from './library.ts';
import { instance, type MappedCell, type MappedNetlist } from './mapped-netlist.ts';
import { type Implementation, implementations } from './recipes.ts';

/** A library that lacks what a circuit needs. The message names file, circuit, function and the cells left out. */
export class LibraryError extends Error {
  constructor({ liberty }: StandardCells, problem: string) {
    super([`${liberty.file}: ${problem}`, ...skippedLines(liberty)].join('\n'));
    this.name = 'LibraryError';
  }
}

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
  const mapper = createMapper(library, netlist.name, netlist.netCount);
  for (const cell of netlist.cells) mapper.map(cell);
  return withRegisters(netlist, library, mapper);
}

/** Mapped netlist with the registers, the clock and the ports of `netlist`. */
export function withRegisters(netlist: Netlist, library: StandardCells, mapper: CellMapper): MappedNetlist {
  const { name, registers } = netlist;
  const { register } = library;
  const ports = [...netlist.ports];
  if (registers.length > 0) {
    if (!register)
      throw new LibraryError(library, `has no D flip-flop (rising edge, neither set nor clear), which ${name} needs`);
    const clock = mapper.net();
    ports.unshift({ name: 'clk', direction: 'input', nets: [clock] });
    for (const { q, d } of registers)
      mapper.add(
        instance(
          register.cell,
          new Map([
            [register.data, d],
            [register.clock, clock],
            [register.output, q],
          ]),
        ),
      );
  }
  return { name, ports, ...mapper.finish() };
}
