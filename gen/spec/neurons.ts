/** Neurons of a spec by kind. */

import type { DigitalNeuron } from './digital.ts';
import type { AnalogNeuron, Spec } from './spec.ts';

/** Digital neurons of `spec`, in its order. */
export function digitalNeurons(spec: Spec): readonly DigitalNeuron[] {
  return (spec.neurons ?? []).filter((neuron) => neuron.kind === 'digital');
}

/** Mixed-signal neurons of `spec`, in its order. */
export function analogNeurons(spec: Spec): readonly AnalogNeuron[] {
  return (spec.neurons ?? []).filter((neuron) => neuron.kind === 'analog');
}
