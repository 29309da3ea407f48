/**
 * Parallel-prefix adders. Column k generates a carry, g = a and b, or hands one on, t = a or b; a span of columns made
 * of an upper and a lower one has G = Gu or (Tu and Gl), T = Tu and Tl. The sum alone needs a xor b: an XOR before the
 * prefix network would delay every carry. Levels of the network alternate in sign, so that each G is one AOI21 or OAI21
 * and each T one NAND or NOR.
 */

import { nth } from '../../numeric/index.ts';
import type { Builder } from '../netlist/builder.ts';
import type { BitHeap, Net } from '../netlist/netlist.ts';
import type { ArrivalProfile, PrefixNetwork, Span } from './prefix-network.ts';
import type { CarryPropagateAdder } from './ripple.ts';

/** Carry-propagate adder with the carries of `network`. */
export function prefixAdder(network: PrefixNetwork): CarryPropagateAdder {
  return (builder, heap) => {
    // Below the first column of two bits nothing is added, and out of the last no carry is wanted.
    const first = heap.findIndex((column) => column.length > 1);
    if (first < 0) return heap.map(([a = 0]) => a);
    const columns = heap.slice(first, -1);
    const halves = heap.map(([a = 0, b = 0], k) => {
      const half = builder.gate('xor', a, b);
      if (b > 0) builder.label(half, `c${k}_half`);
      return half;
    });
    const spans = network(profileOf(builder, columns, nth(halves, first)));
    const carry = carries(builder, columns);
    return halves.map((half, k) => {
      const below = spans[k - 1 - first];
      if (!below) return half;
      const { net, inverted } = carry(below);
      const sum = builder.gate(inverted ? 'xnor' : 'xor', half, net);
      builder.label(sum, `c${k}_sum`);
      return sum;
    });
  };
}

/**
 * Arrival of the bits of each column and the delay of a node. A node, the AOI21 or OAI21 and what it drives, takes
 * about as long as `half`, the XOR of the first column.
 */
function profileOf(builder: Builder, columns: BitHeap, half: Net): ArrivalProfile {
  const arrivals = columns.map((nets) => nets.reduce((latest, net) => Math.max(latest, builder.arrival(net)), 0));
  const delay = builder.arrival(half) - (arrivals[0] ?? 0);
  return { arrivals, nodeDelay: delay > 0 ? delay : 1 };
}

interface Signal {
  readonly net: Net;
  readonly inverted: boolean;
}

/** Carry out of a span in the sign it comes in. Cells are made when they are first wanted. */
function carries(builder: Builder, columns: BitHeap): (span: Span) => Signal {
  const generates = counter(columns, (bits) => bits > 1);
  const stops = counter(columns, (bits) => bits === 0);
  const bitsOf = (span: Span): readonly [Net, Net] => {
    const [a = 0, b = 0] = nth(columns, span.low);
    return [a, b];
  };

  const generate = inSigns(builder, (span, inverted) => {
    if (!('upper' in span)) return builder.gate(inverted ? 'nand' : 'and', ...bitsOf(span));
    const { upper, lower } = span;
    if (generates(lower) === 0 || stops(upper) > 0) return generate(upper, inverted);
    const low = generate(lower, !inverted);
    const through = handOn(upper, !inverted);
    if (generates(upper) === 0) return builder.gate(inverted ? 'nand' : 'nor', through, low);
    const high = generate(upper, !inverted);
    if (Math.min(through, low, high) > 1) return builder.complex(inverted ? 'aoi21' : 'oai21', through, low, high);
    const both = builder.gate(inverted ? 'and' : 'or', through, low);
    return builder.gate(inverted ? 'nor' : 'nand', high, both);
  });
  const handOn: SignedNet = (span, inverted) => {
    // One bit hands a carry on by itself.
    if (!('upper' in span) && !inverted && generates(span) === 0) return bitsOf(span)[0];
    return handedOn(span, inverted);
  };
  const handedOn = inSigns(builder, (span, inverted) => {
    if (stops(span) > 0) return inverted ? 1 : 0;
    if (!('upper' in span)) return builder.gate(inverted ? 'nor' : 'or', ...bitsOf(span));
    return builder.gate(inverted ? 'nand' : 'nor', handOn(span.upper, !inverted), handOn(span.lower, !inverted));
  });

  return (span) => ({ net: generate(span, isInverted(span)), inverted: isInverted(span) });
}

/** Sign in which the signals of a span come. Columns are inverted, every level above is the other way round. */
const isInverted = (span: Span): boolean => span.depth % 2 === 0;

type SignedNet = (span: Span, inverted: boolean) => Net;

/** Both signs of the signal that `make` gives in one, made once each. An inverter gives the other. */
function inSigns(builder: Builder, make: SignedNet): SignedNet {
  const own = new Map<Span | number, Net>();
  const opposite = new Map<Span | number, Net>();
  return function signed(span, inverted): Net {
    const made = inverted === isInverted(span) ? own : opposite;
    const key = 'upper' in span ? span : span.low;
    const before = made.get(key);
    if (before !== undefined) return before;
    const net = made === own ? make(span, inverted) : builder.not(signed(span, !inverted));
    made.set(key, net);
    return net;
  };
}

/** Number of columns of a span whose number of bits `matches`. */
function counter(columns: BitHeap, matches: (bits: number) => boolean): (span: Span) => number {
  const below = [0];
  columns.forEach((nets, k) => {
    below.push(nth(below, k) + (matches(nets.length) ? 1 : 0));
  });
  return ({ high, low }) => nth(below, high + 1) - nth(below, low);
}
