/** What a neuron's numbers can be: value ranges, and the widths that hold them exactly. */

import type { DigitalNeuron } from './spec.ts';

/** Smallest and largest value, both included. */
export interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** Values of a word of `bits` bits, two's complement when signed. */
export function wordRange(bits: number, signed: boolean): Range {
  const span = 1n << BigInt(bits);
  return signed ? { low: -(span / 2n), high: span / 2n - 1n } : { low: 0n, high: span - 1n };
}

/** Sum of `terms` products of an input and a weight. */
export function sumRange(neuron: DigitalNeuron, terms: number = neuron.synapses): Range {
  const x = wordRange(neuron.inputBits, neuron.signed.inputs);
  const w = wordRange(neuron.bits, neuron.signed.weights);
  const corners = [x.low * w.low, x.low * w.high, x.high * w.low, x.high * w.high];
  const pick = (better: (a: bigint, b: bigint) => boolean): bigint => corners.reduce((a, b) => (better(b, a) ? b : a));
  return { low: BigInt(terms) * pick((a, b) => a < b), high: BigInt(terms) * pick((a, b) => a > b) };
}

/** Bits that hold every value of `range`, no more; with a sign bit when `signed`. */
export function bitsFor(range: Range, signed: boolean): number {
  const magnitude = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
  if (!signed) return Math.max(1, magnitude(range.high));
  return 1 + Math.max(magnitude(range.high), range.low < 0n ? magnitude(-range.low - 1n) : 0);
}

/** Whether the sum can be negative. */
export const sumIsSigned = (neuron: DigitalNeuron): boolean => neuron.signed.inputs || neuron.signed.weights;

/** Width of the exact accumulator. */
export const accumulatorBits = (neuron: DigitalNeuron): number => bitsFor(sumRange(neuron), sumIsSigned(neuron));
