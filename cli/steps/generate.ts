/** Step `generate`: every neuron as circuits and texts, written under the output folder. */

import { type GeneratedNeuron, generateNeuron, type NeuronTexts, neuronTexts } from '../../flow/index.ts';
import { CircuitError, type DigitalNeuron, digitalNeurons, type Spec } from '../../gen/index.ts';
import type { Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';

/** Circuits and texts of a spec's neurons. */
export interface Generated {
  readonly digital: readonly GeneratedNeuron[];
  /** By neuron, the digital ones first. */
  readonly texts: readonly NeuronTexts[];
}

/** Circuits and texts of all neurons of the spec; nothing is written. Throws `InputError` for one that cannot be built. */
export function generate({ spec, options: { seed } }: Run): Generated {
  const digital = digitalNeurons(spec).map((neuron) => built(neuron, spec.technology));
  return { digital, texts: neuronTexts(spec, digital, seed) };
}

function built(neuron: DigitalNeuron, technology: Spec['technology']): GeneratedNeuron {
  try {
    return generateNeuron(neuron, technology);
  } catch (error) {
    if (error instanceof CircuitError) throw new InputError(`${neuron.name}: ${error.message}`);
    throw error;
  }
}

/** Step `generate`. */
export async function generateStep(run: Run, { texts }: Generated): Promise<void> {
  for (const { neuron, files } of texts) {
    await run.write(files);
    run.log('generate', `${neuron}: ${Object.keys(files).join(', ')}`);
  }
  for (const note of generationNotes(texts)) run.log('generate', note);
}

/** Reasons for texts that are missing, a sentence each. */
export function generationNotes(texts: readonly NeuronTexts[]): readonly string[] {
  return texts.flatMap(({ notes }) => notes);
}
