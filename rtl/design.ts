/** Verilog files that make a neuron. */

import { type NeuronCircuit, serialMultiplier, sumNetlist } from '../gen/index.ts';
import { adderModules } from './adder-modules.ts';
import { serialVerilog } from './serial.ts';
import { structuralVerilog } from './verilog.ts';

/** Files of the neuron, what it instantiates, and the adders. File name to text. */
export function neuronVerilog(circuit: NeuronCircuit): Readonly<Record<string, string>> {
  const { neuron } = circuit;
  switch (neuron.architecture) {
    case 'parallel':
    case 'fused':
      return { ...adderModules(sumNetlist(circuit)), [`${neuron.name}.v`]: structuralVerilog(circuit) };
    case 'serial':
      return { ...adderModules(serialMultiplier(neuron)), ...serialVerilog(neuron) };
  }
}
