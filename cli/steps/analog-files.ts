/** The texts that a mixed-signal neuron leaves: Verilog-A in two forms with test benches, SPICE macro, transistor deck. */

import {
  closedForm,
  macro,
  NO_BEHAVIOUR,
  reasonsText,
  reasonText,
  transistorDeck,
  vaBenches,
  veriloga,
} from '../../analog/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';

export interface AnalogTexts {
  /** Path under the output folder to text. */
  readonly files: Readonly<Record<string, string>>;
  /** Why the behavioural models are missing; empty when they are there. */
  readonly notes: readonly string[];
}

/** The deck always; Verilog-A and macro only where the closed form that they state holds. */
export function analogTexts(neuron: AnalogNeuron): AnalogTexts {
  const { name, unitCurrent } = neuron;
  const deck = { [`analog/${name}.cir`]: transistorDeck(neuron) };
  if (neuron.mode === 'large-signal')
    return { files: deck, notes: [`${name}: no Verilog-A and no macro: ${reasonText(NO_BEHAVIOUR)}`] };
  const { flags } = closedForm(neuron, unitCurrent);
  if (flags.length > 0)
    return { files: deck, notes: [`${name}: no Verilog-A and no macro at ${unitCurrent} A: ${reasonsText(flags)}`] };
  return {
    files: {
      [`analog/${name}.va`]: veriloga(neuron),
      [`analog/${name}_wports.va`]: veriloga(neuron, 'ports'),
      [`analog/${name}_macro.cir`]: macro(neuron),
      ...vaBenches(neuron),
      ...deck,
    },
    notes: [],
  };
}
