/** Parameters of a serial neuron: synapses, accumulator width, those of the activation. */

import { accumulatorBits, biasBits, type DigitalNeuron, productsRange, sumIsSigned, wordRange } from '../gen/index.ts';
import { activationParameters } from './activation.ts';

/** Bits of the parameter SYNAPSES. */
const COUNT_BITS = 32;

/** Parameter declarations, without commas. */
export function serialParameters(neuron: DigitalNeuron): string[] {
  return [
    `parameter [${COUNT_BITS - 1}:0] SYNAPSES = ${COUNT_BITS}'d${neuron.synapses}`,
    `parameter ACC_BITS = ${neuron.accumulator === 'exact' ? exactWidth(neuron) : accumulatorBits(neuron)}`,
    ...activationParameters(neuron, 'ACC_BITS'),
  ];
}

/** Lines for parameters that nothing reads. A width that the spec states depends on nothing. */
export const unusedParameters = (neuron: DigitalNeuron): string[] =>
  neuron.accumulator === 'exact' ? [] : ["  wire unused_parameters = &{1'b0, SYNAPSES};"];

/** Width of the exact sum as a formula of SYNAPSES. */
function exactWidth(neuron: DigitalNeuron): string {
  const signed = sumIsSigned(neuron);
  const { a, b } = reach(neuron);
  const bits = COUNT_BITS + Math.max(a.toString(2).length, b.toString(2).length);
  const product = `{${bits - COUNT_BITS}'d0, SYNAPSES} * ${bits}'d${a}`;
  return `${signed ? '1 + ' : ''}$clog2(${product}${b > 0n ? ` + ${bits}'d${b}` : ''})`;
}

/**
 * Number of values on one side of zero: a * synapses + b. It is the side that needs most bits, zero and above or below. It is the
 * same side whatever the number of synapses, since every product adds to it.
 */
function reach(neuron: DigitalNeuron): { readonly a: bigint; readonly b: bigint } {
  const product = productsRange(neuron, 1);
  const bits = biasBits(neuron);
  const bias = bits > 0 ? wordRange(bits, sumIsSigned(neuron)) : { low: 0n, high: 0n };
  return -product.low > product.high ? { a: -product.low, b: -bias.low } : { a: product.high, b: bias.high + 1n };
}
