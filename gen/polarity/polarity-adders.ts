/** Adders on bits of either sign, in the variant that reads the wires there. */

import type { Builder } from '../netlist/builder.ts';
import type { Net } from '../netlist/netlist.ts';
import { type FullAdderVariant, gateFullAdder, gateHalfAdder } from './gate-adders.ts';
import type { Products } from './products.ts';
import { complement, type SignedWires } from './signed-wires.ts';

/** Preferred wires of a full adder's outputs. The signs its inputs come in decide how much of it is possible. */
export interface WantedWires {
  /** More important output. A positive sum is always possible. */
  readonly first: 'sum' | 'carry';
  readonly carry: 'positive' | 'complemented';
}

const POSITIVE_SUM: WantedWires = { first: 'sum', carry: 'positive' };

/**
 * Variants of a full adder whose third input has the sign of the others. `MIXED` are those for one of the other sign.
 */
const ALIKE = ['ppp_pp', 'ppp_np'] as const;
const MIXED = ['ppn_pp', 'ppn_pn', 'ppn_np'] as const;
/** Complementation of a variant's sum (4) or carry (5) where its first inputs are positive. */
const isComplemented = (variant: FullAdderVariant, output: number): boolean => variant[output] === 'n';

/** Orders of three bits with each of them first, second and last. The given order comes first. */
const orders = (a: Net, b: Net, c: Net) =>
  [
    [a, b, c],
    [a, c, b],
    [b, c, a],
    [b, a, c],
    [c, a, b],
    [c, b, a],
  ] as const;

export interface PolarityAdders {
  /** Half adder, [sum, carry] on wires of any sign. */
  halfAdder(a: Net, b: Net): readonly [Net, Net];
  /** Full adder, [sum, carry], on the wires that are wanted where possible. */
  fullAdder(a: Net, b: Net, c: Net, wanted?: WantedWires): readonly [Net, Net];
}

/**
 * Adders of 10 and 26 transistors, of 4 and 20 where one bit implies another. They add their groups to `inner` and
 * other gates by `gates`, whose `arrival` decides which bit takes the fast input.
 */
export function polarityAdders(
  inner: Builder,
  { hasWire, missing, wire, bitOn, complementOn }: SignedWires,
  products: Products,
  { gate, complex, arrival }: Pick<Builder, 'gate' | 'complex' | 'arrival'>,
): PolarityAdders {
  const halfAdder = (a: Net, b: Net): readonly [Net, Net] => {
    if (a <= 1 || b <= 1 || a >> 1 === b >> 1) return [gate('xor', a, b), gate('and', a, b)];
    if (products.implies(a, b)) return [gate('and', b, complement(a)), a];
    if (products.implies(b, a)) return [gate('and', a, complement(b)), b];
    const [x, y] = [complement(a), complement(b)];
    const onComplements = missing(x, y) <= missing(a, b);
    const [sum = 0, carry = 0] = onComplements
      ? gateHalfAdder(inner, 'nn_pp', wire(x), wire(y)).map(bitOn)
      : gateHalfAdder(inner, 'pp_nn', wire(a), wire(b)).map(complementOn);
    products.note(carry, a, b, false);
    return [sum, carry];
  };
  /** Full adder of three different variables. The bits that come first go through both exclusive ORs. */
  const fullAdderOfVariables = (nets: readonly Net[], wanted: WantedWires): readonly [Net, Net] => {
    const [first, second, last] = nets.toSorted((a, b) => arrival(a) - arrival(b)) as [Net, Net, Net];
    const together = ([u, v]: readonly [Net, Net, Net]): boolean =>
      [0, 1].some((sign) => hasWire(u ^ sign) && hasWire(v ^ sign));
    const [u, v, w] = orders(first, second, last).find(together) ?? [first, second, last];
    const flip = hasWire(u) && hasWire(v) ? 0 : 1;
    const third = hasWire(w ^ flip ^ 1) ? w ^ flip ^ 1 : w ^ flip;
    const variants = third === (w ^ flip) ? ALIKE : MIXED;
    const rank = (variant: FullAdderVariant): number => {
      const sum = Number(isComplemented(variant, 4) !== (flip === 1));
      const carryOff = Number((isComplemented(variant, 5) !== (flip === 1)) !== (wanted.carry === 'complemented'));
      return wanted.first === 'sum' ? 2 * sum + carryOff : sum + 2 * carryOff;
    };
    const variant = variants.reduce((best, other) => (rank(other) < rank(best) ? other : best));
    const [sumWire = 0, carryWire = 0] = gateFullAdder(inner, variant, wire(u ^ flip), wire(v ^ flip), wire(third));
    const place = (output: number, net: Net): Net =>
      isComplemented(variant, output) === (flip === 1) ? bitOn(net) : complementOn(net);
    return [place(4, sumWire), place(5, carryWire)];
  };
  const fullAdder = (a: Net, b: Net, c: Net, wanted: WantedWires = POSITIVE_SUM): readonly [Net, Net] => {
    for (const [x, y, z] of orders(a, b, c)) if (x >> 1 === y >> 1) return x === y ? [z, x] : [complement(z), z];
    if (a > 1 && b > 1 && c > 1) {
      const known = products.isProduct(a) || products.isProduct(b) || products.isProduct(c);
      const implied = known ? orders(a, b, c).find(([u, v]) => products.implies(u, v)) : undefined;
      if (!implied) return fullAdderOfVariables([a, b, c], wanted);
      const [part, whole, other] = implied;
      const rest = gate('and', whole, complement(part));
      return [gate('xor', rest, other), complement(complex('aoi21', rest, other, part))];
    }
    const constant = Math.min(a, b, c);
    const [x = 0, y = 0] = a <= 1 ? [b, c] : b <= 1 ? [a, c] : [a, b];
    if (constant === 0) return halfAdder(x, y);
    // One more is the half adder of the complements, complemented.
    const [sum, both] = halfAdder(complement(x), complement(y));
    return [complement(sum), complement(both)];
  };

  return { halfAdder, fullAdder };
}
