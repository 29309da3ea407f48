/** Transistor circuit of a neuron with its inputs and supplies, ready for an analysis. */

import type { Design } from '../neuron/design.ts';
import type { Circuit, Element } from '../spice/circuit.ts';
import { diodeLoads } from './loads.ts';
import { balanced, conditions, mirror, SMALL_SIGNAL, supplies } from './surroundings.ts';
import { synapse } from './synapse.ts';
import type { Deviations } from './transistor-device.ts';

/** Weight, deviations and sources of a circuit to be analysed. */
export interface Excitation {
  /** Weight of synapse 0; default: the largest. */
  readonly weight?: number;
  /** Deviations of the transistors; default: none, models that all match. */
  readonly deviations?: Deviations;
  /** Sources of the whole differential input; default: the small-signal source `vin` between the nodes `in` and 0. */
  readonly sources?: readonly Element[];
}

/**
 * Circuit of a neuron that is analysed, with all that it needs. Synapse 0 at a weight lies between the nodes `xp` and
 * `xn`, which the source `vin` drives differentially; the others at their largest weight without input are merged into
 * pairs as wide as all of them, which is exact since they are equal. Outputs `outp` and `outn`, supply current in
 * `vdd`, sources of the pairs of synapse 0 `t0`, `t1`... (tail-steered: `td`, `ti`).
 */
export function analysedCircuit(design: Design, excitation: Excitation = {}): Circuit {
  const { weight = design.units, deviations, sources = [SMALL_SIGNAL] } = excitation;
  return [
    ...conditions(design),
    ...supplies(design),
    ...sources,
    ...balanced('xp', 'xn'),
    ...mirror(design),
    ...neuronAt(design, weight, deviations),
  ];
}

/**
 * Elements of the neuron itself: synapse 0 at `weight` between the nodes `xp` and `xn`, the others merged, and the
 * loads.
 */
export function neuronAt(design: Design, weight: number, deviations?: Deviations): readonly Element[] {
  return [
    ...synapse(design, { prefix: '', count: 1, weight, input: { p: 'xp', n: 'xn' }, deviations }),
    ...idleSynapses(design, design.synapses - 1, deviations),
    ...diodeLoads(design, deviations),
  ];
}

/** Elements of `count` synapses at their largest weight without input, merged into one. */
export function idleSynapses(design: Design, count: number, deviations?: Deviations): readonly Element[] {
  if (count === 0) return [];
  const input = { p: 'cm', n: 'cm' };
  return synapse(design, { prefix: 'r', count, weight: design.units, input, deviations });
}
