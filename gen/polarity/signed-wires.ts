/** Bits that stand on a positive wire of a circuit, on a complemented one, or on both. */

import type { Builder } from '../netlist/builder.ts';
import type { Net } from '../netlist/netlist.ts';

/** Bit s is net 2s, its complement net 2s + 1: the constants stay 0 and 1. */
export interface SignedWires {
  /** Whether a wire carries `net` itself, so that no inverter is needed to read it. */
  hasWire(net: Net): boolean;
  /** How many of `nets` would need an inverter. */
  missing(...nets: readonly Net[]): number;
  /** The wire of `net`; an inverter is added where only its complement has one. */
  wire(net: Net): Net;
  /** The net or its complement, whichever has a wire. */
  present(net: Net): Net;
  /** A new bit on a wire of the circuit. */
  bitOn(wire: Net): Net;
  /** A new bit whose complement stands on a wire of the circuit. */
  complementOn(wire: Net): Net;
}

/** The complement of a bit. */
export const complement = (net: Net): Net => net ^ 1;

/** No bits but the constants yet. */
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
