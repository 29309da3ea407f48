/**
 * The small-signal mixed-signal neuron, design rules: one differential pair per weight bit b, 2^b unit transistors a
 * side with an ideal tail of 2^b unit currents; a weight bit that is 1 connects the pair's gates to the input, a 0
 * connects both to the common mode; all pairs share two output nodes with diode-connected P loads. The current of
 * every pair is fixed, so the bandwidth does not depend on the weight (B. Chatterjee et al., arXiv 1710.09012, 2017).
 */

import type { AnalogNeuron } from '../gen/index.ts';

export interface Design {
  readonly name: string;
  readonly bits: number;
  readonly synapses: number;
  /** A */
  readonly unitCurrent: number;
  /** V */
  readonly supply: number;
  /** Common mode of the inputs, V. */
  readonly commonMode: number;
  /** Unit transistors of one synapse on one side, and the largest weight: 2^bits - 1. */
  readonly units: number;
  /** Load transistors on one side. */
  readonly loads: number;
}

/** Common mode of the inputs, V: leaves the ideal tails headroom and the pairs 0.15 V or more at every current here. */
const COMMON_MODE = 0.6;
/**
 * Units of a side that share one load transistor. A wide load only adds capacitance, a narrow one leaves weak
 * inversion and takes the pairs' headroom; with 64 units (half of 64 unit currents) it leaves it at 30 nA, and in one synapse
 * below 7 bits a single transistor is enough. Every synapse brings its own loads: bandwidth and energy per synapse do
 * not depend on their number, and the gain of one synapse is divided by it.
 */
const UNITS_PER_LOAD = 64;

/** The design of `neuron` at `unitCurrent`, A. */
export function designOf(neuron: AnalogNeuron, unitCurrent: number = neuron.unitCurrent): Design {
  if (!(unitCurrent > 0 && unitCurrent <= 1e-3))
    throw new RangeError(`unit current must be above 0 to 1 mA: ${unitCurrent}`);
  const units = 2 ** neuron.bits - 1;
  return {
    name: neuron.name,
    bits: neuron.bits,
    synapses: neuron.synapses,
    unitCurrent,
    supply: neuron.supply,
    commonMode: COMMON_MODE,
    units,
    loads: neuron.synapses * Math.max(1, Math.round(units / UNITS_PER_LOAD)),
  };
}
