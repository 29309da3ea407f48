/** Header of a behavioural model: its meaning and its limits. */

import { ZERO_CELSIUS } from '../../numeric/index.ts';
import type { Behaviour } from './behaviour.ts';

/** Lines of the header. */
export function behaviourNotes(model: Behaviour): readonly string[] {
  return [
    `${model.name}: small-signal mixed-signal neuron, ${model.bits} bits, ${model.synapses} synapse(s), unit current ${model.unitCurrent} A, supply ${model.supply} V, ${(model.temperature - ZERO_CELSIUS).toFixed(2)} C`,
    `Numbers: closed form fitted to single transistors of the PTM 65 nm card; inputs around ${model.commonMode} V.`,
    'Pairs saturate as tanh, loads follow the EKV formula; capacitances and noise are those at rest.',
    'Synapse k: input between xKp and xKn, weight wK, a whole number from 0 to 2^bits - 1.',
    "Flicker noise follows the card's own default parameters, which are not calibrated.",
  ];
}
