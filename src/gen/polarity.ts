/**
 * A builder whose nets are bits of either sign: a bit stands on a positive wire, on a complemented one, or on both.
 * Complementing costs nothing, every gate and adder comes in the form that suits the wires that are there, and an
 * inverter is added once where the other sign is really asked for. Built of NAND, NOR, AOI and OAI cells alone.
 */

import { type FullAdderVariant, gateFullAdder, gateHalfAdder } from './gate-adders.ts';
import type { Builder, ComplexKind, GateKind, Net } from './netlist.ts';

export interface PolarityBuilder extends Builder {
  /** Whether a wire carries `net` itself, so that no inverter is needed to read it. */
  hasWire(net: Net): boolean;
  /** Gives `net` a wire of its own now, so that what follows takes the form that reads it. */
  provideWire(net: Net): void;
  /** Whether `net` is known to be a product: the AND of other bits. */
  isProduct(net: Net): boolean;
  /** Whether `a` is known to be a product of all factors of `b` and others: where `a` is 1 so is `b`. */
  implies(a: Net, b: Net): boolean;
  /** `a` or `b`, where nothing else needs a wire of `b`: a product is taken into the same gate. */
  orProduct(a: Net, b: Net): Net;
  fullAdder(a: Net, b: Net, c: Net, wanted?: WantedWires): readonly [Net, Net];
}

/** Which wires a full adder had better have: what signs its inputs come in decides how much of it is possible. */
export interface WantedWires {
  /** What is more important. A positive sum is always possible. */
  readonly first: 'sum' | 'carry';
  readonly carry: 'positive' | 'complemented';
}

const POSITIVE_SUM: WantedWires = { first: 'sum', carry: 'positive' };

/** Whether `builder` keeps track of signs. */
export const tracksPolarity = (builder: Builder): builder is PolarityBuilder => 'hasWire' in builder;

/** What the same cell computes when its inputs and its output are complemented. */
const DUAL: Readonly<Record<Exclude<ComplexKind, 'mux'>, ComplexKind>> = {
  nand3: 'nor3',
  nor3: 'nand3',
  oai21: 'aoi21',
  aoi21: 'oai21',
  oai22: 'aoi22',
  aoi22: 'oai22',
};

/** The variants of a full adder for a third input of the sign of the others, and for one of the other sign. */
const ALIKE = ['ppp_pp', 'ppp_np'] as const;
const MIXED = ['ppn_pp', 'ppn_pn', 'ppn_np'] as const;
/** Whether the sum (4) or the carry (5) of a variant is complemented where its first inputs are positive. */
const isComplemented = (variant: FullAdderVariant, output: number): boolean => variant[output] === 'n';

/** A bit that is the AND of others. */
interface Product {
  /** The inputs of its gate; a half adder's carry has none of its own. */
  readonly gate: readonly Net[];
  /** The bits that it is the product of in the end; itself where these are too many. */
  readonly factors: readonly Net[];
}

/** Products of more factors are not kept in mind: two bits of an array of AND gates have four. */
const MOST_FACTORS = 4;

/** Three bits with each of them first, second and last; the given order comes first. */
const orders = (a: Net, b: Net, c: Net) =>
  [
    [a, b, c],
    [a, c, b],
    [b, c, a],
    [b, a, c],
    [c, a, b],
    [c, b, a],
  ] as const;

/** The complement of a bit. */
const complement = (net: Net): Net => net ^ 1;

/**
 * Adds cells to `inner`. Bit s is net 2s, its complement net 2s + 1, so the constants stay 0 and 1. A gate's output
 * has a wire of its own sign unless the other form saves an inverter; so has an adder's sum.
 */
export function polarityBuilder(inner: Builder): PolarityBuilder {
  /** Net of `inner` that carries each of our nets. */
  const wires: (Net | undefined)[] = [0, 1];

  const hasWire = (net: Net): boolean => wires[net] !== undefined;
  const missing = (...nets: readonly Net[]): number => nets.filter((net) => !hasWire(net)).length;
  /** The net or its complement, whichever has a wire. */
  const present = (net: Net): Net => (hasWire(net) ? net : complement(net));
  const wire = (net: Net): Net => {
    const own = wires[net];
    if (own !== undefined) return own;
    const other = wires[complement(net)];
    if (other === undefined) throw new RangeError(`net does not exist yet: ${net}`);
    const inverted = inner.not(other);
    wires[net] = inverted;
    return inverted;
  };
  /** A new bit on a wire of `inner`. */
  const bitOn = (net: Net): Net => wires.push(net, undefined) - 2;
  /** A new bit whose complement stands on a wire of `inner`. */
  const complementOn = (net: Net): Net => wires.push(undefined, net) - 2;
  const arrival = (net: Net): number => inner.arrival(wire(present(net)));

  /** The factors of products, of the carry of a half adder those of both its bits. */
  const products = new Map<Net, Product>();
  const factors = (net: Net): readonly Net[] => products.get(net)?.factors ?? [net];
  const noteProduct = (net: Net, a: Net, b: Net, isGate: boolean): void => {
    const all = [...factors(a), ...factors(b)];
    products.set(net, { gate: isGate ? [a, b] : [], factors: all.length <= MOST_FACTORS ? all : [net] });
  };
  const implies = (a: Net, b: Net): boolean => {
    const [more, fewer] = [factors(a), factors(b)];
    return fewer.length < more.length && fewer.every((factor) => more.includes(factor));
  };

  const nandOrNor = (kind: 'nand' | 'nor', a: Net, b: Net): Net => {
    const controlling = kind === 'nand' ? 0 : 1;
    if (a === controlling || b === controlling || a === complement(b)) return complement(controlling);
    if (a <= 1) return complement(b);
    if (b <= 1 || a === b) return complement(a);
    const [x, y] = [complement(a), complement(b)];
    const out =
      missing(a, b) <= missing(x, y)
        ? bitOn(inner.gate(kind, wire(a), wire(b)))
        : complementOn(inner.gate(kind === 'nand' ? 'nor' : 'nand', wire(x), wire(y)));
    if (kind === 'nand') noteProduct(complement(out), a, b, true);
    else noteProduct(out, x, y, true);
    return out;
  };
  const xnor = (a: Net, b: Net): Net => {
    if (a <= 1) return a ? b : complement(b);
    if (b <= 1) return b ? a : complement(a);
    if (a >> 1 === b >> 1) return a === b ? 1 : 0;
    const [x, y] = [present(a), present(b)];
    const [u, v] = [wire(x), wire(y)];
    const even = (x === a) === (y === b);
    const first = inner.gate(even ? 'nand' : 'nor', u, v);
    return bitOn(inner.complex(even ? 'oai21' : 'aoi21', u, v, first));
  };
  const gate = (kind: GateKind, a: Net, b: Net): Net => {
    switch (kind) {
      case 'nand':
      case 'nor':
        return nandOrNor(kind, a, b);
      case 'and':
        return complement(nandOrNor('nand', a, b));
      case 'or':
        return complement(nandOrNor('nor', a, b));
      case 'xnor':
        return xnor(a, b);
      case 'xor':
        return xnor(a, complement(b));
    }
  };
  const mux = (select: Net, a: Net, b: Net): Net => {
    if (select <= 1) return select ? b : a;
    if (a === b) return a;
    if (a === complement(b)) return gate('xor', select, a);
    if (a <= 1) return a ? gate('or', complement(select), b) : gate('and', select, b);
    if (b <= 1) return b ? gate('or', select, a) : gate('and', complement(select), a);
    const positive = missing(a, b) < missing(complement(a), complement(b));
    const [x, y] = positive ? [a, b] : [complement(a), complement(b)];
    const out = inner.complex('aoi22', wire(complement(select)), wire(x), wire(select), wire(y));
    return positive ? complementOn(out) : bitOn(out);
  };
  const halfAdder = (a: Net, b: Net): readonly [Net, Net] => {
    if (a <= 1 || b <= 1 || a >> 1 === b >> 1) return [gate('xor', a, b), gate('and', a, b)];
    if (implies(a, b)) return [gate('and', b, complement(a)), a];
    if (implies(b, a)) return [gate('and', a, complement(b)), b];
    const [x, y] = [complement(a), complement(b)];
    const onComplements = missing(x, y) <= missing(a, b);
    const [sum = 0, carry = 0] = onComplements
      ? gateHalfAdder(inner, 'nn_pp', wire(x), wire(y)).map(bitOn)
      : gateHalfAdder(inner, 'pp_nn', wire(a), wire(b)).map(complementOn);
    noteProduct(carry, a, b, false);
    return [sum, carry];
  };
  const complex = (kind: ComplexKind, ...inputs: readonly Net[]): Net => {
    if (kind === 'mux') {
      const [a = 0, b = 0, select = 0] = inputs;
      return mux(select, a, b);
    }
    const others = inputs.map(complement);
    if (missing(...inputs) <= missing(...others)) return bitOn(inner.complex(kind, ...inputs.map(wire)));
    return complementOn(inner.complex(DUAL[kind], ...others.map(wire)));
  };
  /** Of three different variables. The bits that come first go through both exclusive ORs. */
  const fullAdderOfVariables = (nets: readonly Net[], wanted: WantedWires): readonly [Net, Net] => {
    const [first, second, last] = nets.toSorted((a, b) => arrival(a) - arrival(b)) as [Net, Net, Net];
    const together = ([u, v]: readonly Net[]): boolean =>
      [0, 1].some((sign) => hasWire((u ?? 0) ^ sign) && hasWire((v ?? 0) ^ sign));
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
      const [part, whole, other] = orders(a, b, c).find(([u, v]) => implies(u, v)) ?? [];
      if (part === undefined || whole === undefined || other === undefined)
        return fullAdderOfVariables([a, b, c], wanted);
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

  return {
    hasWire,
    provideWire: wire,
    isProduct: (net) => products.has(net),
    implies,
    orProduct(a, b) {
      const [x, y] = products.get(b)?.gate ?? [];
      if (a <= 1 || x === undefined || y === undefined) return gate('or', a, b);
      return complex('oai21', complement(x), complement(y), complement(a));
    },
    input: (name, bits) => inner.input(name, bits).map(bitOn),
    output: (name, nets) => inner.output(name, nets.map(wire)),
    section: (title) => inner.section(title),
    cell: (kind, inputs) => inner.cell(kind, inputs.map(wire)).map(bitOn),
    not: complement,
    gate,
    complex,
    mux,
    register: () => bitOn(inner.register()),
    drive: (q, d) => inner.drive(wire(q), wire(d)),
    arrival,
    group: (kind, module, inputs, build) =>
      inner.group(kind, module, inputs.map(wire), () => build().map(wire)).map(bitOn),
    halfAdder,
    fullAdder,
    finish: () => inner.finish(),
  };
}
