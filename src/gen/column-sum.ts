/**
 * The sum of a matrix in one pass over its columns, least significant first, down to one bit a column: compressor tree
 * and ripple-carry adder in one. Each adder takes the bits that arrive first, as in the timing-driven tree. Where a
 * column holds an even number of bits one half adder takes the earliest two of equal sign; everything else is full
 * adders. Constants cost nothing. Bits of the top column exclude each other where the sum is known to fit.
 */

import { type ArrivalQueue, arrivalQueue } from './arrival-queue.ts';
import { type Compressor, type DotMatrix, heapOf, type Reduction } from './dots.ts';
import type { Bus, Net } from './netlist.ts';
import type { PolarityBuilder } from './polarity.ts';
import { type Placed, stagesOf } from './timing-driven.ts';

export interface ColumnSum {
  /** One bit a column is left. */
  readonly reduction: Reduction;
  readonly sum: Bus;
}

/** A bit of a column, and how many adders lie one after the other before it. */
interface Bit {
  readonly net: Net;
  readonly depth: number;
}

/** Sum of `matrix` modulo 2^width; `fits` says that the bits never add up to 2^width or more. */
export function columnSum(builder: PolarityBuilder, matrix: DotMatrix, fits: boolean): ColumnSum {
  builder.section('sum of the columns');
  const columns = heapOf(matrix);
  const placed: Placed[] = [];
  let carries: readonly Bit[] = [];
  let ones = 0;
  const sum = columns.map((nets, column): Net => {
    const bits = arrivalQueue<Bit>(({ net }) => builder.arrival(net));
    for (const net of nets) if (net !== 1) bits.push({ net, depth: 0 });
    for (const bit of carries) bits.push(bit);
    ones += nets.filter((net) => net === 1).length;
    const one = ones % 2 === 1;
    ones = (ones - (ones % 2)) / 2;
    if (column === columns.length - 1) return topBit(builder, takeAll(bits), one, fits);
    const above = (columns[column + 1]?.length ?? 0) + Math.floor((bits.size() + (one ? 1 : 0)) / 2);
    // Bits that an OR puts together are best complemented.
    const carry = column === columns.length - 2 && fits && above > 1 ? 'complemented' : 'positive';
    carries = addColumn(builder, bits, one, column, carry, placed);
    return bits.pop()?.net ?? (one ? 1 : 0);
  });
  return { reduction: { stages: stagesOf(columns, placed), heap: sum.map((net) => (net === 0 ? [] : [net])) }, sum };
}

/** Adds `bits` and a one up to one bit, which stays in the queue; gives the carries. */
function addColumn(
  builder: PolarityBuilder,
  bits: ArrivalQueue<Bit>,
  one: boolean,
  column: number,
  carry: 'positive' | 'complemented',
  placed: Placed[],
): Bit[] {
  const carries: Bit[] = [];
  const add = (taken: readonly Bit[], constant: readonly Net[] = []): void => {
    const nets = [...taken.map(({ net }) => net), ...constant];
    const [a = 0, b = 0, c] = nets;
    const [low, high] =
      c === undefined
        ? builder.halfAdder(a, b)
        : builder.fullAdder(a, b, c, { first: bits.size() > 0 ? 'carry' : 'sum', carry });
    const compressor: Compressor = { kind: c === undefined ? 'halfAdder' : 'fullAdder', column, nets };
    const depth = 1 + Math.max(...taken.map((bit) => bit.depth));
    placed.push({ compressor, stage: depth - 1, sum: low, carry: high });
    if (low !== 0) bits.push({ net: low, depth });
    if (high !== 0) carries.push({ net: high, depth });
  };
  const even = bits.size() > 0 && bits.size() % 2 === 0;
  // A bit and a one make a half adder without gates, two bits and a one one of ten transistors.
  if (even) add(takePair(builder, bits), one ? [1] : []);
  else if (one && bits.size() > 0) add(take(bits, 1), [1]);
  while (bits.size() > 1) add(take(bits, 3));
  return carries;
}

function take(bits: ArrivalQueue<Bit>, count: number): Bit[] {
  return Array.from({ length: Math.min(count, bits.size()) }, () => bits.pop()).filter((bit) => bit !== undefined);
}

const takeAll = (bits: ArrivalQueue<Bit>): Net[] => take(bits, bits.size()).map(({ net }) => net);

/** The earliest two bits that have wires of one sign; of three there are always two. */
function takePair(builder: PolarityBuilder, bits: ArrivalQueue<Bit>): readonly Bit[] {
  const [a, b, c] = take(bits, 3);
  if (!a || !b) throw new RangeError('a pair must be taken from at least two bits');
  const alike = (x: Bit, y: Bit): boolean =>
    [0, 1].some((sign) => builder.hasWire(x.net ^ sign) && builder.hasWire(y.net ^ sign));
  if (!c) return [a, b];
  const [pair, left] = alike(a, b) ? [[a, b], c] : alike(a, c) ? [[a, c], b] : [[b, c], a];
  bits.push(left);
  return pair;
}

/** At most one of the bits is 1 where the sum fits; else what counts is whether an odd number of them is. */
function topBit(builder: PolarityBuilder, bits: readonly Net[], one: boolean, fits: boolean): Net {
  if (one || !fits) return bits.reduce((odd, net) => builder.gate('xor', odd, net), one ? 1 : 0);
  const [a, b, c, ...rest] = bits;
  if (a === undefined || b === undefined || c === undefined)
    return bits.reduce((any, net) => builder.gate('or', any, net), 0);
  const any = builder.complex('nand3', builder.not(a), builder.not(b), builder.not(c));
  return rest.reduce((more, net) => builder.gate('or', more, net), any);
}
