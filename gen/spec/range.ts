/** Value ranges of a neuron's numbers, with the widths that hold them exactly. */

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

/** Words that a neuron multiplies. */
export interface Words {
  readonly bits: number;
  readonly inputBits: number;
  readonly signed: { readonly inputs: boolean; readonly weights: boolean };
}

/** Sum that a neuron forms of its products. */
export interface Sum extends Words {
  readonly synapses: number;
  /** Bits of the bias; `true` for the width of a product. */
  readonly bias: boolean | number;
  readonly accumulator: 'exact' | number;
}

/** Sum of `terms` products of an input and a weight. */
export function productsRange(neuron: Words, terms: number): Range {
  const x = wordRange(neuron.inputBits, neuron.signed.inputs);
  const w = wordRange(neuron.bits, neuron.signed.weights);
  const corners = [x.low * w.low, x.low * w.high, x.high * w.low, x.high * w.high];
  const pick = (better: (a: bigint, b: bigint) => boolean): bigint => corners.reduce((a, b) => (better(b, a) ? b : a));
  return { low: BigInt(terms) * pick((a, b) => a < b), high: BigInt(terms) * pick((a, b) => a > b) };
}

/** Fewest bits that hold every value of `range`; with a sign bit when `signed`. */
export function bitsFor(range: Range, signed: boolean): number {
  const magnitude = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
  if (!signed) return Math.max(1, magnitude(range.high));
  return 1 + Math.max(magnitude(range.high), range.low < 0n ? magnitude(-range.low - 1n) : 0);
}

/** Signedness of sums, products and the bias. */
export const sumIsSigned = (neuron: Pick<Words, 'signed'>): boolean => neuron.signed.inputs || neuron.signed.weights;

/** Width of one exact product. */
export const productBits = (neuron: Words): number => bitsFor(productsRange(neuron, 1), sumIsSigned(neuron));

/** Width of the bias, 0 without one. */
export function biasBits(neuron: Sum): number {
  if (typeof neuron.bias === 'number') return neuron.bias;
  return neuron.bias ? productBits(neuron) : 0;
}

/** Width of the exact sum of all products and the bias. */
export function exactBits(neuron: Sum): number {
  const products = productsRange(neuron, neuron.synapses);
  const bits = biasBits(neuron);
  const bias = bits ? wordRange(bits, sumIsSigned(neuron)) : { low: 0n, high: 0n };
  return bitsFor({ low: products.low + bias.low, high: products.high + bias.high }, sumIsSigned(neuron));
}

/** Width of `sum`, as the spec says or exact. */
export function accumulatorBits(neuron: Sum): number {
  return neuron.accumulator === 'exact' ? exactBits(neuron) : neuron.accumulator;
}
