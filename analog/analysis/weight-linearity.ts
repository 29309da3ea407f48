/**
 * Integral nonlinearity of the weights without mismatch, from the transistors. It is the distance of the gain at a
 * weight from the straight line through 0 and the gain at the largest weight. Where each weight bit has a pair of its
 * own, the bits' gains add up, since no current changes with the weight; where tails are steered, every weight is
 * another circuit.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { analysedCircuit } from '../deck/analysed-circuit.ts';
import { designOf } from '../neuron/sizing.ts';
import { differentialMagnitude, OUTPUTS } from '../spice/differential.ts';
import { runOne } from '../spice/run.ts';

/** Integral nonlinearity of the weights at one unit current. */
export interface WeightLinearity {
  /** A */
  readonly unitCurrent: number;
  /** Largest distance from the line, part of the gain at the largest weight. */
  readonly nonlinearity: number;
  /** Weight at this distance. */
  readonly weight: number;
}

/** Frequency far below every bandwidth from 1 pA upwards, Hz. */
const FREQUENCY = 100;
/** Number of weights beside the single bits where tails are steered. */
const STEERED_STEPS = 16;

/**
 * Nonlinearity of `neuron` at `unitCurrent` (A). One deck of ngspice a weight bit, or about two where tails are
 * steered.
 */
export async function weightLinearity(
  neuron: AnalogNeuron,
  unitCurrent: number,
  ngspice: Tool,
): Promise<WeightLinearity> {
  const units = 2 ** neuron.bits - 1;
  const bits = Array.from({ length: neuron.bits }, (_, bit) => 2 ** bit);
  const steps = Array.from({ length: STEERED_STEPS }, (_, k) => Math.round((units * (k + 1)) / STEERED_STEPS));
  const simulated = neuron.sizing === 'tail-steered' ? [...new Set([...bits, ...steps])] : bits;
  const gains = new Map(
    await Promise.all(
      simulated.map(async (weight) => [weight, await gainAt(neuron, unitCurrent, weight, ngspice)] as const),
    ),
  );
  const gain = (weight: number): number =>
    gains.get(weight) ?? bits.reduce((sum, bit) => sum + (Math.floor(weight / bit) % 2 === 0 ? 0 : gain(bit)), 0);
  const weights = neuron.sizing === 'tail-steered' ? simulated : Array.from({ length: units }, (_, k) => k + 1);
  const full = gain(units);
  const errors = weights.map((weight) => ({ weight, nonlinearity: Math.abs(gain(weight) / full - weight / units) }));
  const worst = errors.reduce((most, entry) => (entry.nonlinearity > most.nonlinearity ? entry : most));
  return { unitCurrent, ...worst };
}

/** Differential gain at low frequency with synapse 0 at `weight`. */
export async function gainAt(
  neuron: AnalogNeuron,
  unitCurrent: number,
  weight: number,
  ngspice: Tool,
): Promise<number> {
  const circuit = analysedCircuit(designOf(neuron, unitCurrent), { weight });
  const analysis = { kind: 'ac', pointsPerDecade: 1, from: FREQUENCY, to: FREQUENCY } as const;
  const [gain = Number.NaN] = differentialMagnitude(await runOne(ngspice, circuit, { analysis, vectors: OUTPUTS }));
  return gain;
}
