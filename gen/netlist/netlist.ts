/**
 * Circuits as data, and their building, pipelining, pruning and printing. Nets are integers, cells a flat list in
 * topological order by construction, since a builder hands out a net only together with the cell that drives it.
 */

/** A wire. 0 and 1 are the constants; others count up. */
export type Net = number;
/** Wires of a number, least significant bit first. */
export type Bus = readonly Net[];
/** Columns of bits, column k of wires of weight 2^k. */
export type BitHeap = readonly (readonly Net[])[];

export const CELL_KINDS = [
  'not',
  'and',
  'or',
  'xor',
  'nand',
  'nor',
  'xnor',
  'nand3',
  'nor3',
  'oai21',
  'aoi21',
  'oai22',
  'aoi22',
  'mux',
  'halfAdder',
  'fullAdder',
] as const;
/**
 * Combinational cells. With inputs a, b, c, d: oai21 is not((a or b) and c), aoi21 not((a and b) or c), oai22 not((a or
 * b) and (c or d)), aoi22 not((a and b) or (c and d)), mux b where c is 1 and a where it is 0. Half and full adders
 * have the outputs [sum, carry].
 */
export type CellKind = (typeof CELL_KINDS)[number];
/** Cells of two inputs and one output. */
export type GateKind = 'and' | 'or' | 'xor' | 'nand' | 'nor' | 'xnor';
/** Cells of three or four inputs and one output. */
export type ComplexKind = 'nand3' | 'nor3' | 'oai21' | 'aoi21' | 'oai22' | 'aoi22' | 'mux';

export interface Cell {
  readonly kind: CellKind;
  readonly inputs: Bus;
  readonly outputs: Bus;
}

export interface Port {
  readonly name: string;
  readonly direction: 'input' | 'output';
  readonly nets: Bus;
}

/** Flip-flop whose `q` takes the value of `d` at each rising clock edge. */
export interface Register {
  readonly q: Net;
  readonly d: Net;
}

/**
 * Cells that make an adder together, in a module of their own. They are `cells[start]` up to but without `cells[end]`.
 */
export interface AdderGroup {
  readonly kind: 'halfAdder' | 'fullAdder';
  /** Name of the module; groups of one name are the same circuit. */
  readonly module: string;
  readonly start: number;
  readonly end: number;
  readonly inputs: Bus;
  readonly outputs: Bus;
}

/** Titled part of a circuit, for people who read the text. */
export interface Section {
  readonly title: string;
  /** Index of its first cell. */
  readonly start: number;
}

export interface Netlist {
  readonly name: string;
  /** Number of nets, the two constants included. */
  readonly netCount: number;
  readonly ports: readonly Port[];
  /**
   * Cells in topological order. Every input is a port, a register's output, a constant or the output of an earlier
   * cell.
   */
  readonly cells: readonly Cell[];
  readonly registers: readonly Register[];
  readonly groups: readonly AdderGroup[];
  readonly sections: readonly Section[];
  /** Meaning of nets within their section, for the names that people read: `c4_sum` is the sum in column 4. */
  readonly labels: ReadonlyMap<Net, string>;
}
