/** A circuit in the cells of a library, with its transistors, area and leakage. */

import type { Net, Port } from '../../gen/index.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { StandardCells } from './library.ts';

/** An instance of a library cell. */
export interface MappedCell {
  readonly cell: LibertyCell;
  /** Nets in the order of the cell's pins; null where a pin is left open. */
  readonly nets: readonly (Net | null)[];
}

export interface MappedNetlist {
  readonly name: string;
  /** Number of nets, the two constants included. */
  readonly netCount: number;
  /** Ports of the circuit; the clock, where there is one, is the port `clk`. */
  readonly ports: readonly Port[];
  readonly cells: readonly MappedCell[];
}

export interface MappedCount {
  /** Number of cells by name. */
  readonly cells: Readonly<Record<string, number>>;
  readonly cellCount: number;
  /** Number of transistors; null where those of a cell are not known. */
  readonly transistors: number | null;
  /** Names of the cells whose transistors are not known. */
  readonly unknown: readonly string[];
  /** Area in the library's unit. */
  readonly area: number;
  /** Leakage, W; null where the library does not say. */
  readonly leakage: number | null;
}

/** Instance of `cell` with nets by pin name. */
export function instance(cell: LibertyCell, nets: ReadonlyMap<string, Net>): MappedCell {
  return { cell, nets: cell.pins.map(({ name }) => nets.get(name) ?? null) };
}

/** Counts of `netlist`, summed over its cells. */
export function countMapped({ cells }: MappedNetlist, library: StandardCells): MappedCount {
  const byName = new Map<string, number>();
  for (const { cell } of cells) byName.set(cell.name, (byName.get(cell.name) ?? 0) + 1);
  const names = [...byName.keys()].sort();
  const unknown = names.filter((name) => library.transistors(name) === undefined);
  const sum = (value: (instance: MappedCell) => number): number =>
    cells.reduce((total, entry) => total + value(entry), 0);
  return {
    cells: Object.fromEntries(names.map((name) => [name, byName.get(name) ?? 0])),
    cellCount: cells.length,
    transistors: unknown.length > 0 ? null : sum(({ cell }) => library.transistors(cell.name) ?? 0),
    unknown,
    area: sum(({ cell }) => cell.area),
    leakage: cells.every(({ cell }) => cell.leakage !== null) ? sum(({ cell }) => cell.leakage ?? 0) : null,
  };
}
