/** Positive and complemented wires of bits, and the inverters between them. */

import type { Builder } from '../netlist/builder.ts';
import type { Net } from '../netlist/netlist.ts';

/** Wires of bits by sign. Bit s is net 2s, its complement net 2s + 1: the constants stay 0 and 1. */
export interface SignedWires {
  /** Test for a wire of the circuit that carries `net` itself. */
  hasWire(net: Net): boolean;
  /** Number of `nets` that would need an inverter. */
  missing(...nets: readonly Net[]): number;
  /** Wire of `net`. An inverter is added where only its complement has one. */
  wire(net: Net): Net;
  /** The net or its complement, whichever has a wire. */
  present(net: Net): Net;
  /** New bit on a wire of the circuit. */
  bitOn(wire: Net): Net;
  /** New bit whose complement stands on a wire of the circuit. */
  complementOn(wire: Net): Net;
}

/** Complement of a bit. */
export const complement = (net: Net): Net => net ^ 1;

/** Signed wires of the constants alone. */
export function signedWires(inner: Builder): SignedWires {
  const wires: (Net | undefined)[] = [0, 1];
  const hasWire = (net: Net): boolean => wires[net] !== undefined;
  return {
    hasWire,
    missing: (...nets) => nets.reduce((count, net) => count + (hasWire(net) ? 0 : 1), 0),
    wire(net) {
      const own = wires[net];
      if (own !== undefined) return own;
      const other = wires[complement(net)];
      if (other === undefined) throw new RangeError(`net does not exist yet: ${net}`);
      const inverted = inner.not(other);
      wires[net] = inverted;
      return inverted;
    },
    present: (net) => (hasWire(net) ? net : complement(net)),
    bitOn: (wire) => wires.push(wire, undefined) - 2,
    complementOn: (wire) => wires.push(undefined, wire) - 2,
  };
}
