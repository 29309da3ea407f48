/** Input vectors for a digital neuron: all of them where that is feasible, else corners and seeded random ones. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { DigitalNeuron } from '../gen/index.ts';

/** Bit patterns of the two input ports. */
export interface InputVector {
  readonly x: bigint;
  readonly w: bigint;
}

/** Neurons of at most so many input bits are checked with every vector. */
const EXHAUSTIVE_BITS = 16;

/** Every vector of a small neuron; of a larger one `count` vectors, the corners first. */
export function inputVectors(neuron: DigitalNeuron, count: number, seed: number): InputVector[] {
  const xBits = neuron.synapses * neuron.inputBits;
  const wBits = neuron.synapses * neuron.bits;
  if (xBits + wBits <= EXHAUSTIVE_BITS) {
    const mask = (1n << BigInt(xBits)) - 1n;
    return Array.from({ length: 2 ** (xBits + wBits) }, (_, k) => ({
      x: BigInt(k) & mask,
      w: BigInt(k) >> BigInt(xBits),
    }));
  }
  const corners = cornerVectors(neuron).slice(0, count);
  const random = randomBits(seed);
  return [
    ...corners,
    ...Array.from({ length: count - corners.length }, () => ({ x: random(xBits), w: random(wBits) })),
  ];
}

/** Whether `inputVectors` covers every input of `neuron`. */
export const isExhaustive = (neuron: DigitalNeuron): boolean =>
  neuron.synapses * (neuron.inputBits + neuron.bits) <= EXHAUSTIVE_BITS;

/** All pairs of words that sit at an end of their range, the same in every synapse. */
function cornerVectors(neuron: DigitalNeuron): InputVector[] {
  const words = (bits: number): bigint[] => {
    const top = 1n << BigInt(bits - 1);
    return [...new Set([0n, 1n, top - 1n, top, 2n * top - 2n, 2n * top - 1n])];
  };
  const repeat = (word: bigint, bits: number): bigint =>
    Array.from({ length: neuron.synapses }).reduce<bigint>((port) => (port << BigInt(bits)) | word, 0n);
  return words(neuron.inputBits).flatMap((x) =>
    words(neuron.bits).map((w) => ({ x: repeat(x, neuron.inputBits), w: repeat(w, neuron.bits) })),
  );
}

/** Uniform numbers of any width, reproducible from `seed`. */
function randomBits(seed: number): (bits: number) => bigint {
  const generator = xoroshiro128plus(seed);
  return (bits) => {
    let value = 0n;
    for (let have = 0; have < bits; have += 32) value = (value << 32n) | BigInt(generator.next() >>> 0);
    return BigInt.asUintN(bits, value);
  };
}
