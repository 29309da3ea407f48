/** A layer of a network as a serial neuron sees it: numbers in, accumulators and codes out. */

import { accumulatorBits, biasBits, type DigitalNeuron } from '../../gen/index.ts';

/** A layer with weights, the same for all images. */
export interface StreamedLayer {
  readonly name: string;
  /** Number of products of an output. */
  readonly synapses: number;
  /** Groups of outputs, each with operands of its own. */
  readonly groups: number;
  readonly outputs: number;
  /** Height and width of a convolution's output in places; 1 and 1 of a dense layer. */
  readonly height: number;
  readonly width: number;
  /** Weights as whole numbers, [outputs, synapses]. */
  readonly weights: Int32Array;
  /** Biases as whole numbers in units of 2^-fractionBits of the sum of products, [outputs]. */
  readonly bias: Float64Array;
  readonly fractionBits: number;
  /** Number of the accumulator's lowest bits that are not read. */
  readonly shift: number;
  /**
   * Code below the first threshold, and thresholds as ascending whole numbers, Infinity for none. Null: the
   * accumulators are the outputs.
   */
  readonly table: { readonly lowest: number; readonly thresholds: Float64Array } | null;
  /** Largest possible magnitude of (sum << fractionBits) + bias and of its parts. */
  readonly bound: number;
}

/** Operands that an image gives a layer, with the outputs that must come. */
export interface LayerImage {
  /** Operands as whole numbers, [groups, height, width, synapses]. */
  readonly operands: Int32Array;
  /** Accumulators (sum << fractionBits) + bias, [height, width, outputs]. */
  readonly accumulators: Float64Array;
  /** Codes, or accumulator >> shift without a table, [height, width, outputs]. */
  readonly results: Int32Array;
}

/** Width of an accumulator that 64-bit floating point holds exactly, bits. */
const MOST_BITS = 53;

/** Reasons why `neuron` cannot compute `layers` of `network`. A line each, none where it can. */
export function neuronProblems(neuron: DigitalNeuron, network: string, layers: readonly StreamedLayer[]): string[] {
  const { signed } = neuron;
  const problems: string[] = [];
  if (!signed.inputs || !signed.weights) problems.push('signed must be true, as the codes of networks are');
  const biasNeeded = Math.max(...layers.map((layer) => signedBits(largestWholeBias(layer))));
  if (biasBits(neuron) < biasNeeded)
    problems.push(`bias must have at least ${biasNeeded} bits for ${network}: ${biasBits(neuron)}`);
  const sumNeeded = Math.max(...layers.map((layer) => signedBits(layer.bound / 2 ** layer.fractionBits)));
  const most = MOST_BITS - Math.max(...layers.map((layer) => layer.fractionBits));
  const sum = accumulatorBits(neuron);
  if (sum < sumNeeded || sum > most)
    problems.push(`accumulator must have ${sumNeeded} to ${most} bits for ${network}: ${sum}`);
  return problems.map((problem) => `${neuron.name}: ${problem}`);
}

const largestWholeBias = ({ bias, fractionBits }: StreamedLayer): number =>
  bias.reduce((most, value) => Math.max(most, Math.abs(Math.floor(value / 2 ** fractionBits))), 0);

/** Width of a two's complement word that holds -size to size, bits. */
function signedBits(size: number): number {
  let bits = 1;
  while (2 ** (bits - 1) - 1 < Math.ceil(size)) bits++;
  return bits;
}

/**
 * Thresholds that make a layer's codes from accumulators without dropped bits. They separate `count` + 1 codes from
 * -floor(`count` / 2) up: those that are always reached are `never` below zero, those that none reaches `never`.
 */
export function thresholdsFor(layer: StreamedLayer, count: number, never: number): Float64Array {
  const filled = new Float64Array(count).fill(never);
  if (!layer.table) return filled;
  const { lowest, thresholds } = layer.table;
  const start = lowest + Math.floor(count / 2);
  if (start < 0 || start + thresholds.length > count)
    throw new RangeError(`codes of ${layer.name} must be within ${count} thresholds: ${start} + ${thresholds.length}`);
  filled.fill(-never, 0, start);
  thresholds.forEach((threshold, k) => {
    filled[start + k] = Math.min(never, Math.max(-never, threshold * 2 ** layer.shift));
  });
  return filled;
}
