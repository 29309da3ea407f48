/** A layer of a network as a serial neuron sees it: numbers in, accumulators and codes out. */

import { accumulatorBits, biasBits, type DigitalNeuron } from '../../gen/index.ts';

/** A layer with weights; it is the same for all images. */
export interface StreamedLayer {
  readonly name: string;
  /** Products of an output. */
  readonly synapses: number;
  readonly outputs: number;
  /** Outputs of a convolution at [height, width] places; 1 and 1 of a dense layer. */
  readonly height: number;
  readonly width: number;
  /** [outputs, synapses], whole numbers. */
  readonly weights: Int32Array;
  /** [outputs], whole numbers in units of 2^-fractionBits of the sum of products. */
  readonly bias: Float64Array;
  readonly fractionBits: number;
  /** Lowest bits of the accumulator that are not read. */
  readonly shift: number;
  /** The code below the first threshold, and ascending whole numbers, Infinity for none; null: the accumulators are the outputs. */
  readonly table: { readonly lowest: number; readonly thresholds: Float64Array } | null;
  /** Largest magnitude that (sum << fractionBits) + bias and what it is made from can have. */
  readonly bound: number;
}

/** What an image gives a layer, and what the layer must give. */
export interface LayerImage {
  /** [height, width, synapses] whole numbers. */
  readonly operands: Int32Array;
  /** [height, width, outputs]: (sum << fractionBits) + bias. */
  readonly accumulators: Float64Array;
  /** [height, width, outputs]: codes, or accumulator >> shift without a table. */
  readonly results: Int32Array;
}

/** Accumulators are read as 64-bit floating point. */
const MOST_BITS = 53;

/** Why `neuron` cannot compute `layers` of `network`: a line each, none where it can. */
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

/** Bits of a two's complement word that holds -size to size. */
function signedBits(size: number): number {
  let bits = 1;
  while (2 ** (bits - 1) - 1 < Math.ceil(size)) bits++;
  return bits;
}

/**
 * The thresholds of `count` + 1 codes from -floor(`count` / 2) up that make the layer's codes of an accumulator that nothing was
 * dropped from: those that are always reached are `never` below zero, those that none reaches `never`.
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
