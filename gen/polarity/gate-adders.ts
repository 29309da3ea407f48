/**
 * Full and half adders as gates, 26 and 10 transistors of static CMOS. Each is two or one exclusive ORs of ten
 * transistors (NAND2 and OAI21, or NOR2 and AOI21) and a carry gate that shares their inner nets. A wire may stand for
 * a bit or for its complement; with the right variant no adder ever needs an inverter. The variants are all that a
 * search over two such exclusive ORs and one carry gate finds with 26 transistors; none has fewer.
 */

import type { Builder } from '../netlist/builder.ts';
import type { Bus, Net } from '../netlist/netlist.ts';

/** Sign of a wire that carries a bit (p) or its complement (n). */
export type Sign = 'p' | 'n';

/**
 * Signs of a full adder's inputs, an underscore, signs of sum and carry. The first two inputs are positive: a full
 * adder whose wires are all complemented is the same circuit.
 */
export type FullAdderVariant = 'ppp_pp' | 'ppp_np' | 'ppn_pp' | 'ppn_pn' | 'ppn_np';

/** Full adder, [sum, carry] on the wires of `variant`. `w` is the input with the shortest way to the outputs. */
export function gateFullAdder(builder: Builder, variant: FullAdderVariant, u: Net, v: Net, w: Net): Bus {
  return builder.group('fullAdder', `full_adder_${variant}`, [u, v, w], () => {
    const both = builder.gate('nand', u, v);
    const equal = builder.complex('oai21', u, v, both);
    const nand = (): readonly [Net, Net] => {
      const inner = builder.gate('nand', equal, w);
      return [inner, builder.complex('oai21', equal, w, inner)];
    };
    const nor = (): readonly [Net, Net] => {
      const inner = builder.gate('nor', equal, w);
      return [inner, builder.complex('aoi21', equal, w, inner)];
    };
    switch (variant) {
      case 'ppp_pp': {
        const [, sum] = nand();
        return [sum, builder.complex('oai21', equal, sum, both)];
      }
      case 'ppp_np': {
        const [inner, sum] = nor();
        return [sum, builder.complex('oai21', inner, equal, both)];
      }
      case 'ppn_pp': {
        const [, sum] = nor();
        return [sum, builder.complex('oai21', equal, w, both)];
      }
      case 'ppn_pn': {
        const [inner, sum] = nor();
        return [sum, builder.complex('aoi21', u, v, inner)];
      }
      case 'ppn_np': {
        const [, sum] = nand();
        return [sum, builder.complex('oai21', equal, w, both)];
      }
    }
  });
}

/** Signs of a half adder. Positive inputs give complemented outputs, complemented inputs positive ones. */
export type HalfAdderVariant = 'pp_nn' | 'nn_pp';

/** Half adder, [sum, carry] on the wires of `variant`. */
export function gateHalfAdder(builder: Builder, variant: HalfAdderVariant, x: Net, y: Net): Bus {
  return builder.group('halfAdder', `half_adder_${variant}`, [x, y], () => {
    switch (variant) {
      case 'pp_nn': {
        const carry = builder.gate('nand', x, y);
        return [builder.complex('oai21', x, y, carry), carry];
      }
      case 'nn_pp': {
        const carry = builder.gate('nor', x, y);
        return [builder.complex('aoi21', x, y, carry), carry];
      }
    }
  });
}
