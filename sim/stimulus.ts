/** Input vectors for a digital neuron: all of them where that is feasible, else corners and seeded random ones. */

import { biasBits, type DigitalNeuron } from '../gen/index.ts';
import { randomBits } from './random-bits.ts';

/** Bit patterns of the input ports. */
export interface InputVector {
  readonly x: bigint;
  readonly w: bigint;
  /** Bit pattern of the bias; 0 where the neuron has none. */
  readonly bias: bigint;
}

/** Largest number of input bits at which a neuron is checked with every vector. */
const EXHAUSTIVE_BITS = 16;

/** Input vectors for a neuron. A small one gets all of them; a larger one gets `count`, the corners first. */
export function inputVectors(neuron: DigitalNeuron, count: number, seed: number): InputVector[] {
  const xBits = neuron.synapses * neuron.inputBits;
  const wBits = neuron.synapses * neuron.bits;
  const bias = biasBits(neuron);
  if (isExhaustive(neuron))
    return Array.from({ length: 2 ** (xBits + wBits + bias) }, (_, k) => ({
      x: BigInt.asUintN(xBits, BigInt(k)),
      w: BigInt.asUintN(wBits, BigInt(k) >> BigInt(xBits)),
      bias: BigInt(k) >> BigInt(xBits + wBits),
    }));
  const corners = cornerVectors(neuron).slice(0, count);
  const random = randomBits(seed);
  return [
    ...corners,
    ...Array.from({ length: count - corners.length }, () => ({
      x: random(xBits),
      w: random(wBits),
      bias: bias ? random(bias) : 0n,
    })),
  ];
}

/** True for a neuron of which `inputVectors` covers every input. */
export const isExhaustive = (neuron: DigitalNeuron): boolean =>
  neuron.synapses * (neuron.inputBits + neuron.bits) + biasBits(neuron) <= EXHAUSTIVE_BITS;

/** Corner vectors. They are all pairs of words that sit at an end of their range, the same in every synapse. */
function cornerVectors(neuron: DigitalNeuron): InputVector[] {
  const words = (bits: number): bigint[] => {
    if (bits === 0) return [0n];
    const top = 1n << BigInt(bits - 1);
    return [...new Set([0n, 1n, top - 1n, top, 2n * top - 2n, 2n * top - 1n])];
  };
  const repeat = (word: bigint, bits: number): bigint =>
    Array.from({ length: neuron.synapses }).reduce<bigint>((port) => (port << BigInt(bits)) | word, 0n);
  return words(biasBits(neuron)).flatMap((bias) =>
    words(neuron.inputBits).flatMap((x) =>
      words(neuron.bits).map((w) => ({ x: repeat(x, neuron.inputBits), w: repeat(w, neuron.bits), bias })),
    ),
  );
}
