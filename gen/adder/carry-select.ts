/**
 * Carry-select adder with blocks of 2, 3, 4, ... columns. Each block adds for both carries that may come in, and the
 * carry selects; the delay grows with the square root of the number of columns. O. J. Bedrij, "Carry-Select Adder", IRE
 * Trans. Electronic Computers EC-11, 1962.
 */

import { nth } from '../../numeric/index.ts';
import type { Builder } from '../netlist/builder.ts';
import type { BitHeap, Net } from '../netlist/netlist.ts';
import type { CarryPropagateAdder } from './ripple.ts';

export const carrySelect: CarryPropagateAdder = (builder, heap) => {
  const first = heap.findIndex((column) => column.length > 1);
  if (first < 0) return heap.map(([a = 0]) => a);
  const sums: Net[] = heap.slice(0, first).map(([a = 0]) => a);
  let carry: Net = 0;
  for (let start = first, size = 2; start < heap.length; start += size, size++) {
    // A last block of one column is added to the one before.
    if (heap.length - start - size === 1) size++;
    const block = heap.slice(start, start + size);
    const isLast = start + size >= heap.length;
    const added = selected(builder, block, carry, isLast);
    sums.push(...added.sums);
    carry = added.carry;
  }
  return sums;
};

interface Block {
  readonly sums: readonly Net[];
  readonly carry: Net;
}

/** Sum of a block, selected by `carry`, which arrives last. */
function selected(builder: Builder, block: BitHeap, carry: Net, isLast: boolean): Block {
  if (carry <= 1) return rippled(builder, block, carry, isLast);
  const without = rippled(builder, block, 0, isLast);
  const [a = 0, b = 0] = nth(block, 0);
  const withOne = rippled(builder, block.slice(1), builder.gate('or', a, b), isLast);
  return {
    // In the lowest column the two sums are each other's complement.
    sums: without.sums.map((sum, k) =>
      k === 0 ? builder.gate('xor', sum, carry) : builder.mux(carry, sum, nth(withOne.sums, k - 1)),
    ),
    // A carry without one coming in stays a carry with it.
    carry: builder.gate('or', without.carry, builder.gate('and', withOne.carry, carry)),
  };
}

/** Ripple-carry sum of a block. There is no carry out where the block is the last. */
function rippled(builder: Builder, block: BitHeap, carryIn: Net, isLast: boolean): Block {
  let carry = carryIn;
  const sums = block.map(([a = 0, b = 0], k) => {
    if (isLast && k === block.length - 1) return builder.gate('xor', builder.gate('xor', a, b), carry);
    const [sum, next] = builder.fullAdder(a, b, carry);
    carry = next;
    return sum;
  });
  return { sums, carry: isLast ? 0 : carry };
}
