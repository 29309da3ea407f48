/** The trace of a clocked neuron: inputs and expected outputs cycle by cycle, from the golden model. */

import { accumulatorBits, biasBits, type DigitalNeuron, latency, outputBits, sumIsSigned } from '../gen/index.ts';
import { nth } from '../numeric/index.ts';
import { goldenNeuron, goldenPorts, unpackWords } from './golden.ts';
import { randomBits } from './random-bits.ts';
import type { InputVector } from './stimulus.ts';

/** One clock cycle; bit patterns in the order of the ports, without the clock. */
export interface TraceCycle {
  readonly inputs: readonly bigint[];
  /** Bit patterns that must come; undefined where an output may be anything. */
  readonly expected: readonly (bigint | undefined)[];
}

/** Clock cycles that run `vectors` through a pipelined or serial neuron. */
export function traceOf(neuron: DigitalNeuron, vectors: readonly InputVector[]): TraceCycle[] {
  switch (neuron.architecture) {
    case 'parallel':
    case 'fused':
      return pipelinedTrace(neuron, vectors);
    case 'serial':
      return serialTrace(neuron, vectors);
  }
}

/** Trace of a vector a cycle. Its outputs come `latency` cycles later. */
function pipelinedTrace(neuron: DigitalNeuron, vectors: readonly InputVector[]): TraceCycle[] {
  const golden = goldenPorts(neuron);
  const clocks = latency(neuron);
  const bias = biasBits(neuron) > 0;
  const inputs = ({ x, w, bias: start }: InputVector): bigint[] => (bias ? [x, w, start] : [x, w]);
  const results = vectors.map(({ x, w, bias: start }) => {
    const { sum, y } = golden(x, w, start);
    return y === undefined ? [sum] : [sum, y];
  });
  const nothing = outputBits(neuron) > 0 ? [undefined, undefined] : [undefined];
  const idle: InputVector = { x: 0n, w: 0n, bias: 0n };
  return Array.from({ length: vectors.length + clocks }, (_, cycle) => ({
    inputs: inputs(vectors[cycle] ?? idle),
    expected: results[cycle - clocks] ?? nothing,
  }));
}

/** Inputs of one clock cycle of a serial neuron. */
interface SerialCycle {
  readonly rst: bigint;
  readonly valid: bigint;
  readonly last: bigint;
  readonly x: bigint;
  readonly w: bigint;
  readonly bias: bigint;
}

function serialTrace(neuron: DigitalNeuron, vectors: readonly InputVector[]): TraceCycle[] {
  const bias = biasBits(neuron) > 0;
  const cycles = serialCycles(neuron, vectors);
  const results = serialResults(neuron, cycles);
  const values = outputBits(neuron) > 0 ? 2 : 1;
  const none = [0n, ...Array.from({ length: values }, () => undefined)];
  // Nothing is defined before the first reset.
  const unknown = none.map(() => undefined);
  return cycles.map((cycle, index) => ({
    inputs: [cycle.rst, cycle.valid, cycle.last, cycle.x, cycle.w, ...(bias ? [cycle.bias] : [])],
    expected: index === 0 ? unknown : (results[index] ?? none),
  }));
}

/**
 * Cycles of a reset and then the vectors back to back. Every third has gaps, some are of one product, some are cut
 * short by a reset.
 */
function serialCycles(neuron: DigitalNeuron, vectors: readonly InputVector[]): SerialCycle[] {
  const random = randomBits(1);
  const noise = () => ({ x: random(neuron.inputBits), w: random(neuron.bits), bias: random(biasBits(neuron)) });
  const reset = (): SerialCycle => ({ rst: 1n, valid: random(1), last: random(1), ...noise() });
  const gap = (): SerialCycle => ({ rst: 0n, valid: 0n, last: random(1), ...noise() });
  const cycles: SerialCycle[] = [reset()];
  vectors.forEach((vector, index) => {
    const x = unpackWords(vector.x, neuron.inputBits, neuron.synapses, false);
    const w = unpackWords(vector.w, neuron.bits, neuron.synapses, false);
    const length = index % 7 === 5 ? 1 : neuron.synapses;
    const cut = index % 11 === 6 ? 1 + (Number(random(8)) % length) : length;
    for (let k = 0; k < cut; k++) {
      while (index % 3 === 2 && random(1) === 1n) cycles.push(gap());
      const bias = k === 0 ? vector.bias : random(biasBits(neuron));
      cycles.push({ rst: 0n, valid: 1n, last: k === length - 1 ? 1n : 0n, x: nth(x, k), w: nth(w, k), bias });
    }
    if (cut < length) cycles.push(reset());
  });
  return [...cycles, ...Array.from({ length: latency(neuron) + 1 }, gap)];
}

/** Results by cycle. One comes `latency` cycles after its last product, unless a reset comes first. */
function serialResults(neuron: DigitalNeuron, cycles: readonly SerialCycle[]): (bigint[] | undefined)[] {
  const results = new Array<bigint[] | undefined>(cycles.length).fill(undefined);
  const bits = accumulatorBits(neuron);
  const word = (value: bigint, width: number, signed: boolean): bigint =>
    width === 0 ? 0n : nth(unpackWords(value, width, 1, signed), 0);
  let x: bigint[] = [];
  let w: bigint[] = [];
  let bias = 0n;
  cycles.forEach((cycle, index) => {
    if (cycle.rst) {
      results.fill(undefined, index + 1);
      x = [];
      w = [];
      return;
    }
    if (!cycle.valid) return;
    if (x.length === 0) bias = word(cycle.bias, biasBits(neuron), sumIsSigned(neuron));
    x.push(word(cycle.x, neuron.inputBits, neuron.signed.inputs));
    w.push(word(cycle.w, neuron.bits, neuron.signed.weights));
    if (!cycle.last) return;
    const { sum, y } = goldenNeuron({ ...neuron, synapses: x.length, accumulator: bits })(x, w, bias);
    results[index + latency(neuron)] = [
      1n,
      BigInt.asUintN(bits, sum),
      ...(y === undefined ? [] : [BigInt.asUintN(outputBits(neuron), y)]),
    ];
    x = [];
    w = [];
  });
  return results;
}
