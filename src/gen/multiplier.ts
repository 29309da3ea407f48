/** A multiplier: partial products, a compressor tree, a carry-propagate adder, each chosen by the spec. */

import { dadda } from './dadda.ts';
import type { DotMatrix, Reduce, Reduction } from './dots.ts';
import { type Builder, type Bus, createBuilder, type Netlist } from './netlist.ts';
import { simplePartialProducts } from './partial-products.ts';
import { bitsFor, sumIsSigned, sumRange } from './range.ts';
import { type CarryPropagateAdder, ripple } from './ripple.ts';
import type { DigitalNeuron } from './spec.ts';
import { wallace } from './wallace.ts';

const REDUCTIONS: Readonly<Record<DigitalNeuron['multiplier'], Reduce>> = { wallace, dadda };
const ADDERS: Readonly<Record<DigitalNeuron['adder'], CarryPropagateAdder>> = { ripple };

export interface MultiplierCircuit {
  readonly netlist: Netlist;
  /** The matrix of partial products, constants of signed words included. */
  readonly partialProducts: DotMatrix;
  readonly reduction: Reduction;
}

/** The carry-propagate adder that `neuron` asks for. */
export const adderOf = (neuron: DigitalNeuron): CarryPropagateAdder => ADDERS[neuron.adder];

/** Width of one exact product. */
export const productBits = (neuron: DigitalNeuron): number => bitsFor(sumRange(neuron, 1), sumIsSigned(neuron));

/** Adds a multiplier; its product is exact and `productBits` wide. */
export function multiply(builder: Builder, neuron: DigitalNeuron, x: Bus, w: Bus) {
  builder.section('partial products');
  const partialProducts = simplePartialProducts(builder, x, w, neuron.signed, productBits(neuron));
  const reduction = REDUCTIONS[neuron.multiplier](builder, partialProducts);
  builder.section('carry-propagate adder');
  return { partialProducts, reduction, product: adderOf(neuron)(builder, reduction.heap) };
}

/** The bare multiplier of `neuron`: ports x, w and product, nothing else. */
export function multiplierCircuit(neuron: DigitalNeuron): MultiplierCircuit {
  const builder = createBuilder(`${neuron.name}_multiplier`);
  const x = builder.input('x', neuron.inputBits);
  const w = builder.input('w', neuron.bits);
  const { partialProducts, reduction, product } = multiply(builder, neuron, x, w);
  builder.output('product', product);
  return { netlist: builder.finish(), partialProducts, reduction };
}
