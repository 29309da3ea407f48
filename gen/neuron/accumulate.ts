/** Sum of products and bias, exact and then in the accumulator's bits. */

import { nth } from '../../numeric/index.ts';
import { CARRY_PROPAGATE_ADDERS } from '../adder/adders.ts';
import type { Builder } from '../netlist/builder.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import { extend, saturate } from '../netlist/width.ts';
import { pairPartialProducts } from '../partial-products/pair-selection.ts';
import { matrixOfBits } from '../partial-products/weighted-bits.ts';
import type { DotMatrix, DotRow } from '../reduction/dots.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { radix4IsSmaller } from '../spec/least-transistors.ts';
import { accumulatorBits, bitsFor, exactBits, productBits, productsRange, sumIsSigned } from '../spec/range.ts';
import { partialProductsOf, sumMatrix } from './multiplier.ts';

/** Number on wires together with how many products it adds up. */
interface Partial {
  readonly nets: Bus;
  readonly terms: number;
}

/** Words of the packed ports: `x[k]` and `w[k]` of synapse k. */
export interface Operands {
  readonly x: readonly Bus[];
  readonly w: readonly Bus[];
  /** Wires of the bias, empty without one. */
  readonly bias: Bus;
}

/** Sum by a multiplier for each synapse and a tree of adders. */
export function parallelSum(builder: Builder, neuron: DigitalNeuron, { x, w, bias }: Operands): Bus {
  const add = (a: Bus, b: Bus, bits: number): Bus => {
    const left = extend(a, bits, sumIsSigned(neuron));
    const right = extend(b, bits, sumIsSigned(neuron));
    return CARRY_PROPAGATE_ADDERS[neuron.adder](
      builder,
      left.map((net, k) => [net, nth(right, k)].filter((bit) => bit !== 0)),
    );
  };
  let level: Partial[] = x.map((input, k) => {
    const matrix = partialProductsOf(builder, neuron, input, nth(w, k), productBits(neuron));
    return { nets: sumMatrix(builder, neuron, matrix).sum, terms: 1 };
  });
  while (level.length > 1) {
    builder.section(`adder tree: ${level.length} numbers`);
    level = pairs(level).map(([a, b]) => {
      if (!b) return a;
      const terms = a.terms + b.terms;
      return { nets: add(a.nets, b.nets, bitsFor(productsRange(neuron, terms), sumIsSigned(neuron))), terms };
    });
  }
  const products = nth(level, 0).nets;
  if (bias.length === 0) return products;
  builder.section('bias');
  return add(products, bias, exactBits(neuron));
}

/** Sum by one matrix for all products and the bias, reduced at once. */
export function fusedSum(builder: Builder, neuron: DigitalNeuron, { x, w, bias }: Operands): Bus {
  const width = exactBits(neuron);
  const rows =
    neuron.partialProducts === 'radix4'
      ? pairs(x).flatMap(([a, b], k) => radix4Rows(builder, neuron, [a, b], [w[2 * k], w[2 * k + 1]], width))
      : x.flatMap((input, k) => partialProductsOf(builder, neuron, input, nth(w, k), width));
  const sign = sumIsSigned(neuron) ? bias.length - 1 : -1;
  const biasBit = (net: Net, column: number) => ({ net, column, negative: column === sign });
  const biasRow = bias.length > 0 ? matrixOfBits(builder, [bias.map(biasBit)], width) : [];
  return sumMatrix(builder, neuron, mergeConstants([...rows, ...biasRow], width)).sum;
}

/** Rows of two synapses at once. The one left over has rows in radix 4 or, where that is smaller, of an array. */
function radix4Rows(
  builder: Builder,
  neuron: DigitalNeuron,
  [x, y]: readonly [Bus, Bus | undefined],
  [v = [], u = []]: readonly [Bus | undefined, Bus | undefined],
  width: number,
): DotMatrix {
  if (!y) {
    const partialProducts = neuron.synapses === 1 || radix4IsSmaller(neuron) ? 'radix4' : 'simple';
    return partialProductsOf(builder, { ...neuron, partialProducts }, x, v, width);
  }
  builder.section('partial products of two synapses');
  return pairPartialProducts(builder, { x: [x, y], w: [v, u] }, neuron.signed, width);
}

/** Matrix with the constants of all rows added up into one row. */
function mergeConstants(matrix: DotMatrix, width: number): DotMatrix {
  let constant = 0n;
  const rows = matrix.map((row) =>
    row.map((net, column) => {
      if (net === 1) constant += 1n << BigInt(column);
      return net !== null && net <= 1 ? null : net;
    }),
  );
  const ones = BigInt.asUintN(width, constant);
  if (ones === 0n) return rows;
  const row: DotRow = Array.from({ length: width }, (_, k) => ((ones >> BigInt(k)) & 1n ? 1 : null));
  return [...rows, row];
}

/** Exact sum in the bits of the accumulator: extended, wrapped or saturated. */
export function fitAccumulator(builder: Builder, neuron: DigitalNeuron, exact: Bus): Bus {
  const bits = accumulatorBits(neuron);
  const signed = sumIsSigned(neuron);
  if (bits >= exact.length) return extend(exact, bits, signed);
  switch (neuron.overflow) {
    case 'wrap':
      return exact.slice(0, bits);
    case 'saturate':
      builder.section('saturation');
      return saturate(builder, exact, bits, signed);
  }
}

function pairs<T>(items: readonly T[]): (readonly [T, T?])[] {
  return items.flatMap((item, k) => (k % 2 ? [] : [[item, items[k + 1]] as const]) as (readonly [T, T?])[]);
}
