/** The structural count: the transistors of every cell's static CMOS circuit. */

import { CELL_KINDS, type CellKind, type Netlist, REGISTER_TRANSISTORS as TRANSISTORS } from '../gen/index.ts';
import { DIGITAL_KEYS, type Measurement, measured } from '../measurement/index.ts';

export interface CellTransistors {
  readonly transistors: number;
  readonly source: string;
}

const CMOS = 'static CMOS, N. H. E. Weste, D. M. Harris, "CMOS VLSI Design", 4th ed., 2011';

/** Transistors of each cell. */
export const CELL_TRANSISTORS: Readonly<Record<CellKind, CellTransistors>> = {
  not: { transistors: 2, source: `inverter, ${CMOS}` },
  nand: { transistors: 4, source: `NAND2, ${CMOS}` },
  nor: { transistors: 4, source: `NOR2, ${CMOS}` },
  and: { transistors: 6, source: `NAND2 and inverter, ${CMOS}` },
  or: { transistors: 6, source: `NOR2 and inverter, ${CMOS}` },
  xor: { transistors: 12, source: `complementary XOR2 with two input inverters, ${CMOS}` },
  xnor: { transistors: 12, source: `complementary XNOR2 with two input inverters, ${CMOS}` },
  nand3: { transistors: 6, source: `NAND3, ${CMOS}` },
  nor3: { transistors: 6, source: `NOR3, ${CMOS}` },
  oai21: { transistors: 6, source: `OAI21, ${CMOS}` },
  aoi21: { transistors: 6, source: `AOI21, ${CMOS}` },
  oai22: { transistors: 8, source: `OAI22, ${CMOS}` },
  aoi22: { transistors: 8, source: `AOI22, ${CMOS}` },
  mux: { transistors: 12, source: `inverting multiplexer of 8 (AOI22), inverters of select and output, ${CMOS}` },
  halfAdder: { transistors: 18, source: `XOR2 of 12 and AND2 of 6, ${CMOS}` },
  fullAdder: { transistors: 28, source: `mirror adder with output inverters, ${CMOS}` },
};

/** Transistors of a static master-slave flip-flop. */
export const REGISTER_TRANSISTORS: CellTransistors = {
  transistors: TRANSISTORS,
  source: `two latches of transmission gate, inverter and clocked inverter, input, output and two clock inverters, ${CMOS}`,
};

/** Transistors of everything that a netlist is made of. */
export interface TransistorTable {
  readonly cells: Readonly<Record<CellKind, CellTransistors>>;
  readonly register: CellTransistors;
  /** Source of the counts, for reports. */
  readonly source: string;
}

/** Transistors of the cells in static CMOS. */
export const STATIC_CMOS: TransistorTable = {
  cells: CELL_TRANSISTORS,
  register: REGISTER_TRANSISTORS,
  source: 'cells of the generated netlist, AND2 6, half adder 18, mirror full adder 28 transistors',
};

export interface StructuralCount {
  readonly transistors: number;
  readonly cells: number;
  readonly registers: number;
  readonly byKind: Readonly<Record<CellKind, number>>;
  /** Full adders, as cells or as groups of gates. */
  readonly fullAdders: number;
  readonly halfAdders: number;
}

/** Count of `netlist`, cell by cell. */
export function countTransistors(netlist: Netlist, table: TransistorTable = STATIC_CMOS): StructuralCount {
  const byKind = Object.fromEntries(CELL_KINDS.map((kind) => [kind, 0])) as Record<CellKind, number>;
  for (const cell of netlist.cells) byKind[cell.kind] += 1;
  const registers = netlist.registers.length;
  const transistors = CELL_KINDS.reduce(
    (sum, kind) => sum + byKind[kind] * table.cells[kind].transistors,
    registers * table.register.transistors,
  );
  const groups = (kind: 'fullAdder' | 'halfAdder'): number =>
    netlist.groups.filter((group) => group.kind === kind).length;
  return {
    transistors,
    cells: netlist.cells.length,
    registers,
    byKind,
    fullAdders: byKind.fullAdder + groups('fullAdder'),
    halfAdders: byKind.halfAdder + groups('halfAdder'),
  };
}

/** Structural counts of a neuron and of its bare multiplier. */
export function structuralMeasurements(
  name: string,
  multiplier: { readonly netlist: Netlist; readonly stages: number },
  neuron: Netlist,
  table: TransistorTable = STATIC_CMOS,
): Measurement[] {
  const bare = countTransistors(multiplier.netlist, table);
  const whole = countTransistors(neuron, table);
  const counted = (key: keyof typeof DIGITAL_KEYS, value: number, source: string): Measurement =>
    measured(DIGITAL_KEYS[key], { neuron: name }, value, 'synthesized', `somagen structural count: ${source}`);
  return [
    counted('multiplierTransistors', bare.transistors, table.source),
    counted('multiplierFullAdders', bare.fullAdders, 'full adders of the bare multiplier'),
    counted('multiplierHalfAdders', bare.halfAdders, 'half adders of the bare multiplier'),
    counted('multiplierStages', multiplier.stages, 'stages of the compressor tree'),
    counted('transistors', whole.transistors, table.source),
    counted('registers', whole.registers, `flip-flops of the neuron, ${table.register.transistors} transistors each`),
  ];
}
