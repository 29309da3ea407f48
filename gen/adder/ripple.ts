/** Ripple-carry adder. It has one full adder a column, and a half adder where only two bits meet. */

import type { Builder } from '../netlist/builder.ts';
import type { BitHeap, Bus, Net } from '../netlist/netlist.ts';

/** Sum of a heap of at most two bits a column, modulo 2^columns. */
export type CarryPropagateAdder = (builder: Builder, heap: BitHeap) => Bus;

export const ripple: CarryPropagateAdder = (builder, heap) => {
  let carry: Net = 0;
  return heap.map((column, k) => {
    const [a = 0, b = 0] = column;
    const [sum, next] = builder.fullAdder(a, b, carry);
    builder.label(sum, `c${k}_sum`);
    builder.label(next, `c${k}_carry`);
    carry = next;
    return sum;
  });
};
