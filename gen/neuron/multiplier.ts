/** Multiplier of partial products, compressor tree and carry-propagate adder, each chosen by the spec. */

import { CARRY_PROPAGATE_ADDERS } from '../adder/adders.ts';
import { type Builder, type CellDelays, createBuilder } from '../netlist/builder.ts';
import type { Bus, Netlist } from '../netlist/netlist.ts';
import { PARTIAL_PRODUCT_KINDS } from '../partial-products/kinds.ts';
import { WITH_ADDER_CELLS } from '../polarity/adder-cells.ts';
import { tracksPolarity } from '../polarity/polarity.ts';
import { columnSum } from '../reduction/column-sum.ts';
import type { DotMatrix, Reduction } from '../reduction/dots.ts';
import { REDUCTIONS } from '../reduction/reductions.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { productBits, sumIsSigned } from '../spec/range.ts';
import { DELAYS_65NM } from '../technology/cell-delays.ts';

export interface MultiplierCircuit {
  readonly netlist: Netlist;
  /** Matrix of partial products, constants of signed words included. */
  readonly partialProducts: DotMatrix;
  readonly reduction: Reduction;
}

/** Sum of a matrix of bits modulo 2^width. */
export interface Summed {
  readonly reduction: Reduction;
  readonly sum: Bus;
}

/** Partial products of x and w in the construction of `neuron`, modulo 2^width. */
export function partialProductsOf(builder: Builder, neuron: DigitalNeuron, x: Bus, w: Bus, width: number): DotMatrix {
  builder.section('partial products');
  return PARTIAL_PRODUCT_KINDS[neuron.partialProducts](builder, x, w, neuron.signed, width);
}

/** Sum of a matrix by the neuron's compressor tree and carry-propagate adder. */
export function sumMatrix(builder: Builder, neuron: DigitalNeuron, matrix: DotMatrix): Summed {
  // Both go from the least significant column up, so that together they are one pass. Signs and Booth's digits count on
  // what overflows; the bits of other matrices never add up to more than the sum holds.
  if (tracksPolarity(builder) && neuron.multiplier === 'timing-driven' && neuron.adder === 'ripple')
    return columnSum(builder, matrix, !sumIsSigned(neuron) && neuron.partialProducts !== 'booth');
  const reduction = REDUCTIONS[neuron.multiplier](builder, matrix);
  builder.section('carry-propagate adder');
  return { reduction, sum: CARRY_PROPAGATE_ADDERS[neuron.adder](builder, reduction.heap) };
}

/** Bare multiplier of `neuron`: ports x, w and product, nothing else. */
export function multiplierCircuit(neuron: DigitalNeuron, delays: CellDelays = DELAYS_65NM): MultiplierCircuit {
  const builder = WITH_ADDER_CELLS[neuron.adderCells](createBuilder(`${neuron.name}_multiplier`, delays));
  const x = builder.input('x', neuron.inputBits);
  const w = builder.input('w', neuron.bits);
  const partialProducts = partialProductsOf(builder, neuron, x, w, productBits(neuron));
  const { reduction, sum } = sumMatrix(builder, neuron, partialProducts);
  builder.output('product', sum);
  return { netlist: builder.finish(), partialProducts, reduction };
}
