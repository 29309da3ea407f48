/** Verilog files that make a neuron. */

import { type NeuronCircuit, sumNetlist } from '../gen/index.ts';
import { adderModules } from './adder-modules.ts';
import { serialVerilog } from './serial.ts';
import { structuralVerilog } from './verilog.ts';

/** Files of the neuron, what it instantiates, and the adders. File name to text. */
export function neuronVerilog(circuit: NeuronCircuit): Readonly<Record<string, string>> {
  const { neuron, serialMultiplier } = circuit;
  if (serialMultiplier) return { ...adderModules(serialMultiplier), ...serialVerilog(neuron, serialMultiplier) };
  return { ...adderModules(sumNetlist(circuit)), [`${neuron.name}.v`]: structuralVerilog(circuit) };
}
