/** Which bits are known to be products of others, and so to be 1 only where those are. */

import type { Net } from '../netlist/netlist.ts';

export interface Products {
  /** `net` is the AND of `a` and `b`; with a gate of its own unless it is the carry of a half adder. */
  note(net: Net, a: Net, b: Net, hasGate: boolean): void;
  isProduct(net: Net): boolean;
  /** Whether `a` is known to be a product of all factors of `b` and others: where `a` is 1 so is `b`. */
  implies(a: Net, b: Net): boolean;
  /** The inputs of the gate that makes the product, if it has one. */
  gateInputs(net: Net): readonly [Net, Net] | undefined;
}

interface Product {
  readonly gate: readonly [Net, Net] | undefined;
  /** The bits that it is the product of in the end; itself where these are too many. */
  readonly factors: readonly Net[];
}

/** Products of more factors are not taken apart: two bits of an array of AND gates have four. */
const MOST_FACTORS = 4;

/** Nothing known yet. */
export function knownProducts(): Products {
  const products = new Map<Net, Product>();
  const factors = (net: Net): readonly Net[] => products.get(net)?.factors ?? [net];
  return {
    note(net, a, b, hasGate) {
      const all = [...factors(a), ...factors(b)];
      products.set(net, { gate: hasGate ? [a, b] : undefined, factors: all.length <= MOST_FACTORS ? all : [net] });
    },
    isProduct: (net) => products.has(net),
    implies(a, b) {
      const [more, fewer] = [factors(a), factors(b)];
      return fewer.length < more.length && fewer.every((factor) => more.includes(factor));
    },
    gateInputs: (net) => products.get(net)?.gate,
  };
}
