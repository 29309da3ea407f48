/** Bits known to be products of others, 1 only where those are. */

import type { Net } from '../netlist/netlist.ts';

export interface Products {
  /** Record of `net` as the AND of `a` and `b`. It has a gate of its own unless it is the carry of a half adder. */
  note(net: Net, a: Net, b: Net, hasGate: boolean): void;
  isProduct(net: Net): boolean;
  /** Proof that `b` is 1 where `a` is. It holds where `a` is known to be a product of all factors of `b` and others. */
  implies(a: Net, b: Net): boolean;
  /** Inputs of the gate that makes the product, if it has one. */
  gateInputs(net: Net): readonly [Net, Net] | undefined;
}

interface Product {
  readonly gate: readonly [Net, Net] | undefined;
  /** Factors of the bit in the end; itself where these are too many. */
  readonly factors: readonly Net[];
}

/** Most factors of a product that is taken apart. Two bits of an array of AND gates have four. */
const MOST_FACTORS = 4;

/** Empty record of products. */
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
