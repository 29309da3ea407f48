/**
 * Circuits whose bits stand on a positive wire, a complemented one, or both. Complementing costs nothing, every gate
 * and adder comes in the form that suits the wires that are there, and an inverter is added once where the other sign
 * is really asked for. Built of NAND, NOR, AOI and OAI cells alone.
 */

import type { Builder } from '../netlist/builder.ts';
import type { ComplexKind, GateKind, Net } from '../netlist/netlist.ts';
import { type PolarityAdders, polarityAdders } from './polarity-adders.ts';
import { knownProducts } from './products.ts';
import { complement, signedWires } from './signed-wires.ts';

export interface PolarityBuilder extends Builder {
  /** Test for a wire that carries `net` itself and needs no inverter. */
  hasWire(net: Net): boolean;
  /** Wire of its own for `net`, made now. What follows takes the form that reads it. */
  provideWire(net: Net): void;
  /** Test for a known product, the AND of other bits. */
  isProduct(net: Net): boolean;
  /**
   * Implication between products: where `a` is 1 so is `b`. Known where `a` is a product of all factors of `b` and
   * others.
   */
  implies(a: Net, b: Net): boolean;
  /** Disjunction of `a` and `b`, where nothing else needs a wire of `b`. A product is taken into the same gate. */
  orProduct(a: Net, b: Net): Net;
  fullAdder: PolarityAdders['fullAdder'];
}

/** Test for a builder that keeps track of signs. */
export const tracksPolarity = (builder: Builder): builder is PolarityBuilder => 'hasWire' in builder;

/** Dual cells, of complemented inputs and output. */
const DUAL: Readonly<Record<Exclude<ComplexKind, 'mux'>, ComplexKind>> = {
  nand3: 'nor3',
  nor3: 'nand3',
  oai21: 'aoi21',
  aoi21: 'oai21',
  oai22: 'aoi22',
  aoi22: 'oai22',
};

/**
 * Builder that adds cells to `inner` and keeps track of signs. A gate's output has a wire of its own sign unless the
 * other form saves an inverter; so has an adder's sum.
 */
export function polarityBuilder(inner: Builder): PolarityBuilder {
  const wires = signedWires(inner);
  const { hasWire, missing, wire, present, bitOn, complementOn } = wires;
  const products = knownProducts();
  const arrival = (net: Net): number => inner.arrival(wire(present(net)));

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
    if (kind === 'nand') products.note(complement(out), a, b, true);
    else products.note(out, x, y, true);
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
  const complex = (kind: ComplexKind, ...inputs: readonly Net[]): Net => {
    if (kind === 'mux') {
      const [a = 0, b = 0, select = 0] = inputs;
      return mux(select, a, b);
    }
    const others = inputs.map(complement);
    if (missing(...inputs) <= missing(...others)) return bitOn(inner.complex(kind, ...inputs.map(wire)));
    return complementOn(inner.complex(DUAL[kind], ...others.map(wire)));
  };

  return {
    hasWire,
    provideWire: wire,
    isProduct: products.isProduct,
    implies: products.implies,
    orProduct(a, b) {
      const inputs = products.gateInputs(b);
      if (a <= 1 || !inputs) return gate('or', a, b);
      const [x, y] = inputs;
      return complex('oai21', complement(x), complement(y), complement(a));
    },
    input: (name, bits) => inner.input(name, bits).map(bitOn),
    output: (name, nets) => inner.output(name, nets.map(wire)),
    section: (title) => inner.section(title),
    label(net, text) {
      if (net > 1) inner.label(wire(present(net)), hasWire(net) ? text : `${text}_n`);
    },
    cell: (kind, inputs) => inner.cell(kind, inputs.map(wire)).map(bitOn),
    not: complement,
    gate,
    complex,
    mux,
    register: () => bitOn(inner.register()),
    drive: (q, d) => inner.drive(wire(q), wire(d)),
    arrival,
    settled: (nets) => inner.settled(nets.map((net) => wire(present(net)))),
    group: (kind, module, inputs, build) =>
      inner.group(kind, module, inputs.map(wire), () => build().map(wire)).map(bitOn),
    ...polarityAdders(inner, wires, products, { gate, complex, arrival }),
    finish: () => inner.finish(),
  };
}
