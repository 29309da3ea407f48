/**
 * Parallel-prefix adders. Column k generates a carry, g = a and b, or hands one on, t = a or b; a span of columns made of
 * an upper and a lower one has G = Gu or (Tu and Gl), T = Tu and Tl. The sum alone needs a xor b: an XOR before the
 * prefix network would delay every carry.
 */

import type { BitHeap, Builder, Net } from './netlist.ts';
import type { PrefixNetwork, Span } from './prefix-network.ts';
import type { CarryPropagateAdder } from './ripple.ts';

/** The adder of `network`. */
export function prefixAdder(network: PrefixNetwork): CarryPropagateAdder {
  return (builder, heap) => prefixSum(builder, heap, (columns) => network(columns.length));
}

/** What is added with spans that may depend on the bits themselves. */
export function prefixSum(
  builder: Builder,
  heap: BitHeap,
  network: (columns: BitHeap) => readonly Span[],
): readonly Net[] {
  // Below the first column of two bits nothing is added, and out of the last no carry is wanted.
  const first = heap.findIndex((column) => column.length > 1);
  if (first < 0) return heap.map(([a = 0]) => a);
  const columns = heap.slice(first, -1);
  const carry = carries(builder, columns);
  const spans = network(columns);
  return heap.map(([a = 0, b = 0], k) => {
    const below = spans[k - 1 - first];
    const half = builder.gate('xor', a, b);
    return below ? builder.gate('xor', half, carry(below)) : half;
  });
}

/** The carry out of a span, as cells that are made when they are first wanted: none is left without a reader. */
function carries(builder: Builder, columns: BitHeap): (span: Span) => Net {
  const generated = new Map<Span, Net>();
  const handedOn = new Map<Span, Net>();
  const generates = counter(columns, (bits) => bits > 1);
  const stops = counter(columns, (bits) => bits === 0);
  const generate = (span: Span): Net => {
    if (!('upper' in span)) return builder.gate('and', ...bitsOf(columns, span));
    const { upper, lower } = span;
    const high = once(generated, upper, generate);
    if (generates(lower) === 0 || stops(upper) > 0) return high;
    return builder.gate(
      'or',
      high,
      builder.gate('and', once(handedOn, upper, handOn), once(generated, lower, generate)),
    );
  };
  const handOn = (span: Span): Net => {
    if (stops(span) > 0) return 0;
    if (!('upper' in span)) return builder.gate('or', ...bitsOf(columns, span));
    return builder.gate('and', once(handedOn, span.upper, handOn), once(handedOn, span.lower, handOn));
  };
  return (span) => once(generated, span, generate);
}

/** How many columns of a span have a number of bits that `matches`. */
function counter(columns: BitHeap, matches: (bits: number) => boolean): (span: Span) => number {
  const below = [0];
  columns.forEach((nets, k) => {
    below.push((below[k] ?? 0) + (matches(nets.length) ? 1 : 0));
  });
  return ({ high, low }) => (below[high + 1] ?? 0) - (below[low] ?? 0);
}

function bitsOf(columns: BitHeap, span: Span): readonly [Net, Net] {
  const [a = 0, b = 0] = columns[span.low] ?? [];
  return [a, b];
}

function once(made: Map<Span, Net>, span: Span, make: (span: Span) => Net): Net {
  const before = made.get(span);
  if (before !== undefined) return before;
  const net = make(span);
  made.set(span, net);
  return net;
}
