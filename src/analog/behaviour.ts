/**
 * The closed form's numbers for one neuron, as its Verilog-A and its SPICE macro state them. Both describe one circuit:
 * each output node holds a conductance to its resting voltage, a capacitance, and noise; a synapse of weight w drives
 * w I_u/2 tanh(gm v/I_u) of current, out of phase, into the two nodes (the pair's tail is all there is to give: tanh),
 * and couples to them through w times a unit's drain-gate capacitance. Small-signal: the loads stay linear here.
 */

import type { AnalogNeuron } from '../gen/index.ts';
import { smallSignal } from './closed-form.ts';
import { designOf } from './design.ts';

export interface Behaviour {
  readonly name: string;
  readonly synapses: number;
  /** Largest weight. */
  readonly units: number;
  /** A */
  readonly unitCurrent: number;
  /** Of one unit pair, half circuit, tunnelling taken off, S. */
  readonly gm: number;
  /** Of each output node, S. */
  readonly conductance: number;
  /** Of each output node, feedthrough at the largest weights included, F. */
  readonly capacitance: number;
  /** Drain-gate capacitance of one unit, F. */
  readonly feedthrough: number;
  /** White noise current of each output node, A^2/Hz. */
  readonly noise: number;
  /** Flicker noise current of each output node at 1 Hz, A^2/Hz. */
  readonly flicker: number;
  /** Resting voltage of the output nodes, V. */
  readonly rest: number;
  /** V */
  readonly supply: number;
  /** V */
  readonly commonMode: number;
  /** A */
  readonly supplyCurrent: number;
}

/** Throws RangeError where the closed form does not hold at the neuron's unit current. */
export function behaviourOf(neuron: AnalogNeuron): Behaviour {
  const design = designOf(neuron);
  const circuit = smallSignal(design);
  if (circuit.flags.length > 0)
    throw new RangeError(`${design.name} has no closed form at ${design.unitCurrent} A: ${circuit.flags.join('; ')}`);
  const { name, synapses, units, unitCurrent, supply, commonMode } = design;
  const { conductance, capacitance, noise, flicker } = circuit;
  return {
    ...{ name, synapses, units, unitCurrent, supply, commonMode, conductance, capacitance, noise, flicker },
    gm: circuit.gm / units,
    feedthrough: circuit.feedthrough / units,
    rest: circuit.operatingPoint.output,
    supplyCurrent: circuit.power / supply,
  };
}

/** Comment lines on what the model is and is not. */
export function behaviourNotes(model: Behaviour, bits: number): readonly string[] {
  return [
    `${model.name}: small-signal mixed-signal neuron, ${bits} bits, ${model.synapses} synapse(s), unit current ${model.unitCurrent} A, supply ${model.supply} V, 27 C`,
    `Numbers: closed form fitted to single transistors of the PTM 65 nm card; inputs around ${model.commonMode} V.`,
    'Small-signal: gain, bandwidth, noise and supply current; the loads are linear, so large inputs are approximate.',
    'Synapse k: input between xKp and xKn, weight wK, a whole number from 0 to 2^bits - 1.',
    "Flicker noise follows the card's own default parameters, which are not calibrated.",
  ];
}
