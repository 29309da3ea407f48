/**
 * Sum of a matrix in one pass over its columns. From the least significant on, down to one bit a column, it is
 * compressor tree and ripple-carry adder in one. Each adder takes the bits that arrive first, as in the timing-driven
 * tree. Where a column holds an even number of bits one half adder takes the earliest two of equal sign; everything
 * else is full adders. Constants cost nothing. Bits of the top column exclude each other where the sum is known to fit.
 */

import { arrivalQueue } from '../netlist/arrival-queue.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import type { PolarityBuilder } from '../polarity/polarity.ts';
import { type Compressor, type DotMatrix, heapOf, labelAdder, type Reduction } from './dots.ts';
import { type Placed, stagesOf } from './timing-driven.ts';

export interface ColumnSum {
  /** Reduction to one bit a column. */
  readonly reduction: Reduction;
  readonly sum: Bus;
}

/** Bit of a column, with the number of adders one after the other before it. */
interface Bit {
  readonly net: Net;
  readonly depth: number;
}

/** Sum of `matrix` modulo 2^width. `fits` says that the bits never add up to 2^width or more. */
export function columnSum(builder: PolarityBuilder, matrix: DotMatrix, fits: boolean): ColumnSum {
  builder.section('sum of the columns');
  const columns = heapOf(matrix);
  const placed: Placed[] = [];
  let carries: readonly Bit[] = [];
  let ones = 0;
  const sum = columns.map((nets, column): Net => {
    const bits = [...nets.filter((net) => net !== 1).map((net): Bit => ({ net, depth: 0 })), ...carries];
    ones += nets.filter((net) => net === 1).length;
    const one = ones % 2 === 1;
    ones = (ones - (ones % 2)) / 2;
    if (column === columns.length - 1) return topBit(builder, bits, one, fits);
    const above = (columns[column + 1]?.length ?? 0) + Math.floor((bits.length + (one ? 1 : 0)) / 2);
    // Bits that an OR puts together are best complemented.
    const carry = column === columns.length - 2 && fits && above > 1 ? 'complemented' : 'positive';
    const added = addColumn(builder, bits, one, column, carry);
    placed.push(...added.placed);
    carries = added.carries;
    return added.sum;
  });
  return { reduction: { stages: stagesOf(columns, placed), heap: sum.map((net) => (net === 0 ? [] : [net])) }, sum };
}

interface AddedColumn {
  readonly sum: Net;
  readonly carries: readonly Bit[];
  readonly placed: readonly Placed[];
}

/**
 * Sum bit of `bits` and perhaps a one, with the carries. `carry` is the sign that the wires of carries had better have.
 */
function addColumn(
  builder: PolarityBuilder,
  bits: readonly Bit[],
  one: boolean,
  column: number,
  carry: 'positive' | 'complemented',
): AddedColumn {
  const carries: Bit[] = [];
  const placed: Placed[] = [];
  const add = (taken: readonly Bit[], constant: 0 | 1, isLast: boolean): Bit[] => {
    const nets = [...taken.map(({ net }) => net), ...(constant ? [constant] : [])];
    const [a = 0, b = 0, c] = nets;
    const [low, high] =
      c === undefined
        ? builder.halfAdder(a, b)
        : builder.fullAdder(a, b, c, { first: isLast ? 'sum' : 'carry', carry });
    labelAdder(builder, [low, high], column);
    const compressor: Compressor = { kind: c === undefined ? 'halfAdder' : 'fullAdder', column, nets };
    const depth = 1 + taken.reduce((deepest, bit) => Math.max(deepest, bit.depth), 0);
    placed.push({ compressor, stage: depth - 1, sum: low, carry: high });
    if (high !== 0) carries.push({ net: high, depth });
    return low === 0 ? [] : [{ net: low, depth }];
  };

  let left = bits;
  const replace = (taken: readonly Bit[], constant: 0 | 1 = 0): void => {
    const others = left.filter((bit) => !taken.includes(bit));
    left = [...others, ...add(taken, constant, others.length === 0)];
  };
  const implied = one ? [] : impliedPair(builder, bits);
  // Two bits and a one make a half adder of ten transistors, one bit and a one take no gates.
  if (one && bits.length > 0)
    replace(bits.length % 2 ? byArrival(builder, bits).slice(0, 1) : equalPair(builder, bits), 1);
  else if (bits.length > 0 && bits.length % 2 === 0)
    replace(productPair(builder, bits, implied) ?? (implied.length > 0 ? implied : equalPair(builder, bits)));
  if (implied.every((bit) => left.includes(bit)) && implied.length > 0) {
    const others = left.filter((bit) => !implied.includes(bit));
    const third = others.findLast(({ net }) => builder.hasWire(net)) ?? others[0];
    if (third) replace([...implied, third]);
  }

  const queue = arrivalQueue<Bit>(({ net }) => builder.arrival(net));
  for (const bit of left) queue.push(bit);
  while (queue.size() > 1) {
    const taken = [queue.pop(), queue.pop(), queue.pop()].filter((bit) => bit !== undefined);
    for (const bit of add(taken, 0, queue.size() === 0)) queue.push(bit);
  }
  return { sum: queue.pop()?.net ?? (one && bits.length === 0 ? 1 : 0), carries, placed };
}

const byArrival = (builder: PolarityBuilder, bits: readonly Bit[]): Bit[] =>
  bits.toSorted((a, b) => builder.arrival(a.net) - builder.arrival(b.net));

/** Test of two bits for wires of one sign. */
const areAlike = (builder: PolarityBuilder, x: Bit, y: Bit): boolean =>
  [0, 1].some((sign) => builder.hasWire(x.net ^ sign) && builder.hasWire(y.net ^ sign));

/** Earliest two bits of one sign. Of three there are always two. */
function equalPair(builder: PolarityBuilder, bits: readonly Bit[]): readonly Bit[] {
  const [a, b, c] = byArrival(builder, bits);
  if (!a || !b) return [];
  if (!c || areAlike(builder, a, b)) return [a, b];
  return areAlike(builder, a, c) ? [a, c] : [b, c];
}

/** Carry of a half adder of two products, with a product that it implies. Adders of both are smaller. */
function impliedPair(builder: PolarityBuilder, bits: readonly Bit[]): readonly Bit[] {
  for (const carry of bits) {
    if (carry.depth === 0 || !builder.isProduct(carry.net)) continue;
    const whole = bits.find(({ net }) => builder.implies(carry.net, net));
    if (whole) return [carry, whole];
  }
  return [];
}

/** Two neighbouring products whose half adder's carry implies a bit of the next column. */
function productPair(
  builder: PolarityBuilder,
  bits: readonly Bit[],
  except: readonly Bit[],
): readonly [Bit, Bit] | undefined {
  const isFree = (bit: Bit): boolean => bit.depth === 0 && builder.isProduct(bit.net) && !except.includes(bit);
  const at = bits.findIndex((bit, k) => {
    const next = bits[k + 1];
    return next !== undefined && isFree(bit) && isFree(next) && areAlike(builder, bit, next);
  });
  const [first, second] = at < 0 ? [] : bits.slice(at, at + 2);
  return first && second ? [first, second] : undefined;
}

/**
 * Sum of the bits of the top column. At most one of them is 1 where the sum fits; else what counts is whether an odd
 * number of them is.
 */
function topBit(builder: PolarityBuilder, bits: readonly Bit[], one: boolean, fits: boolean): Net {
  const nets = bits.map(({ net }) => net);
  if (one || !fits) return nets.reduce((odd, net) => builder.gate('xor', odd, net), one ? 1 : 0);
  // Products last: nothing else reads them.
  const [first = 0, ...others] = nets.toSorted((a, b) => Number(builder.isProduct(a)) - Number(builder.isProduct(b)));
  return others.reduce((any, net) => builder.orProduct(any, net), first);
}
