/** Gates with a constant input, which need no cell or only an inverter. */

import type { GateKind, Net } from './netlist.ts';

/** Net that a gate of `constant` (0 or 1) and `other` stands for. */
export function foldGate(kind: GateKind, constant: Net, other: Net, not: (a: Net) => Net): Net {
  switch (kind) {
    case 'and':
      return constant ? other : 0;
    case 'nand':
      return constant ? not(other) : 1;
    case 'or':
      return constant ? 1 : other;
    case 'nor':
      return constant ? 0 : not(other);
    case 'xor':
      return constant ? not(other) : other;
    case 'xnor':
      return constant ? other : not(other);
  }
}
