/** The golden model: what a digital neuron computes. The network evaluator and every check of the RTL use this one. */

import { accumulatorBits, activate, biasBits, type DigitalNeuron, outputBits, sumIsSigned } from '../gen/index.ts';
import { nth } from '../numeric/index.ts';

/**
 * Sum of `synapses` products x[xStart + k] * w[wStart + k].
 * Exact while every product and partial sum stays below 2^53 in magnitude.
 */
export function multiplyAccumulate(
  x: Int32Array,
  xStart: number,
  w: Int32Array,
  wStart: number,
  synapses: number,
): number {
  let sum = 0;
  for (let k = 0; k < synapses; k++) sum += (x[xStart + k] as number) * (w[wStart + k] as number);
  return sum;
}

/** Sum of products without a limit on the width of the words. */
export function multiplyAccumulateWide(x: readonly bigint[], w: readonly bigint[]): bigint {
  return x.reduce((sum, value, k) => sum + value * nth(w, k), 0n);
}

export interface NeuronOutput {
  /** Sum in the accumulator. */
  readonly sum: bigint;
  /** Output of the activation, where there is one. */
  readonly y?: bigint;
}

/** Evaluation of one neuron: `x` and `w` hold a value per synapse. */
export type GoldenNeuron = (x: readonly bigint[], w: readonly bigint[], bias?: bigint) => NeuronOutput;

/** Golden model of `neuron`. A serial one that saturates does so after each product, the others once. */
export function goldenNeuron(neuron: DigitalNeuron): GoldenNeuron {
  const { synapses } = neuron;
  const small = neuron.bits + neuron.inputBits + Math.ceil(Math.log2(synapses)) <= 53;
  const fits = small && neuron.bits <= 31 && neuron.inputBits <= 31;
  const hold = accumulate(neuron);
  const stepwise = neuron.architecture === 'serial' && neuron.overflow === 'saturate';
  return (x, w, bias = 0n) => {
    if (x.length !== synapses || w.length !== synapses)
      throw new RangeError(`x and w must hold ${synapses} values: ${x.length}, ${w.length}`);
    const products = (): bigint =>
      fits
        ? BigInt(multiplyAccumulate(Int32Array.from(x, Number), 0, Int32Array.from(w, Number), 0, synapses))
        : multiplyAccumulateWide(x, w);
    const sum = stepwise
      ? x.reduce((held, value, k) => hold(held + value * nth(w, k)), hold(bias))
      : hold(products() + bias);
    const y = activate(neuron, sum);
    return y === undefined ? { sum } : { sum, y };
  };
}

/** Number as the accumulator holds it. */
function accumulate(neuron: DigitalNeuron): (exact: bigint) => bigint {
  const bits = accumulatorBits(neuron);
  const signed = sumIsSigned(neuron);
  const low = signed ? -(1n << BigInt(bits - 1)) : 0n;
  const high = low + (1n << BigInt(bits)) - 1n;
  switch (neuron.overflow) {
    case 'wrap':
      return (exact) => (signed ? BigInt.asIntN(bits, exact) : BigInt.asUintN(bits, exact));
    case 'saturate':
      return (exact) => (exact < low ? low : exact > high ? high : exact);
  }
}

/** Words of a packed input port as values: word k stands in bits [k*bits +: bits]. */
export function unpackWords(port: bigint, bits: number, words: number, signed: boolean): bigint[] {
  const read = signed ? BigInt.asIntN : BigInt.asUintN;
  return Array.from({ length: words }, (_, k) => read(bits, port >> BigInt(k * bits)));
}

/** Golden outputs of the RTL's ports for packed inputs: two's complement bit patterns of `sum` and `y`. */
export function goldenPorts(neuron: DigitalNeuron): (x: bigint, w: bigint, bias?: bigint) => NeuronOutput {
  const evaluate = goldenNeuron(neuron);
  const bits = accumulatorBits(neuron);
  const word = biasBits(neuron);
  return (x, w, bias = 0n) => {
    const { sum, y } = evaluate(
      unpackWords(x, neuron.inputBits, neuron.synapses, neuron.signed.inputs),
      unpackWords(w, neuron.bits, neuron.synapses, neuron.signed.weights),
      word ? unpackWords(bias, word, 1, sumIsSigned(neuron))[0] : 0n,
    );
    const pattern = BigInt.asUintN(bits, sum);
    return y === undefined ? { sum: pattern } : { sum: pattern, y: BigInt.asUintN(outputBits(neuron), y) };
  };
}
