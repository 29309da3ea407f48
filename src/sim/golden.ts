/** The golden model: what a digital neuron computes. The network evaluator and every check of the RTL use this one. */

import { accumulatorBits, type DigitalNeuron } from '../gen/index.ts';

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

/** The same sum without a limit on the width of the words. */
export function multiplyAccumulateWide(x: readonly bigint[], w: readonly bigint[]): bigint {
  return x.reduce((sum, value, k) => sum + value * (w[k] ?? 0n), 0n);
}

export interface NeuronOutput {
  /** The exact sum. */
  readonly sum: bigint;
  /** The activation's output, where there is one. */
  readonly y?: bigint;
}

/** Evaluates one neuron: `x` and `w` hold a value per synapse. */
export type GoldenNeuron = (x: readonly bigint[], w: readonly bigint[]) => NeuronOutput;

/** The golden model of `neuron`. */
export function goldenNeuron(neuron: DigitalNeuron): GoldenNeuron {
  const fits = accumulatorBits(neuron) <= 53 && neuron.bits <= 31 && neuron.inputBits <= 31;
  const threshold = BigInt(neuron.threshold);
  return (x, w) => {
    if (x.length !== neuron.synapses || w.length !== neuron.synapses)
      throw new RangeError(`x and w must hold ${neuron.synapses} values: ${x.length}, ${w.length}`);
    const sum = fits
      ? BigInt(multiplyAccumulate(Int32Array.from(x, Number), 0, Int32Array.from(w, Number), 0, neuron.synapses))
      : multiplyAccumulateWide(x, w);
    switch (neuron.activation) {
      case 'none':
        return { sum };
      case 'threshold':
        return { sum, y: sum >= threshold ? 1n : 0n };
    }
  };
}

/** The words of a packed input port as values: word k stands in bits [k*bits +: bits]. */
export function unpackWords(port: bigint, bits: number, words: number, signed: boolean): bigint[] {
  const read = signed ? BigInt.asIntN : BigInt.asUintN;
  return Array.from({ length: words }, (_, k) => read(bits, port >> BigInt(k * bits)));
}

/** What the ports of the RTL show for packed inputs `x` and `w`: two's complement bit patterns of `sum` and `y`. */
export function goldenPorts(neuron: DigitalNeuron): (x: bigint, w: bigint) => NeuronOutput {
  const evaluate = goldenNeuron(neuron);
  const bits = accumulatorBits(neuron);
  return (x, w) => {
    const result = evaluate(
      unpackWords(x, neuron.inputBits, neuron.synapses, neuron.signed.inputs),
      unpackWords(w, neuron.bits, neuron.synapses, neuron.signed.weights),
    );
    return { ...result, sum: BigInt.asUintN(bits, result.sum) };
  };
}
