/** The texts that a mixed-signal neuron leaves: Verilog-A, SPICE macro, transistor deck. */

import { macro, transistorDeck, veriloga } from '../analog/index.ts';
import type { AnalogNeuron } from '../gen/index.ts';

/** Path under the output folder to text. */
export function analogFiles(neuron: AnalogNeuron): Readonly<Record<string, string>> {
  const { name } = neuron;
  return {
    [`analog/${name}.va`]: veriloga(neuron),
    [`analog/${name}_macro.cir`]: macro(neuron),
    [`analog/${name}.cir`]: transistorDeck(neuron),
  };
}
