/** A netlist flattened into one Uint32Array: the form that simulates fast and crosses to other threads. */

import { CELL_KINDS, type Netlist, type Port, type Register } from '../../gen/index.ts';

/** Words of one instruction: kind, four inputs, two outputs; those that a cell does not have are 0. */
export const INSTRUCTION_WORDS = 7;

export interface Program {
  /** [cells * INSTRUCTION_WORDS], in topological order; the kind is an index of CELL_KINDS. */
  readonly code: Uint32Array;
  /** Number of nets, the constants 0 and 1 included. */
  readonly netCount: number;
  readonly ports: readonly Port[];
  readonly registers: readonly Register[];
}

/** Program of `netlist`. */
export function compile(netlist: Netlist): Program {
  const code = new Uint32Array(netlist.cells.length * INSTRUCTION_WORDS);
  netlist.cells.forEach(({ kind, inputs, outputs }, k) => {
    const [a = 0, b = 0, c = 0, d = 0] = inputs;
    const [out = 0, carry = 0] = outputs;
    code.set([CELL_KINDS.indexOf(kind), a, b, c, d, out, carry], k * INSTRUCTION_WORDS);
  });
  return { code, netCount: netlist.netCount, ports: netlist.ports, registers: netlist.registers };
}
