/** Description of a neuron in the words of its header comment. */

import {
  accumulatorBits,
  biasBits,
  type DigitalNeuron,
  exactBits,
  latency,
  type Netlist,
  neuronPorts,
} from '../gen/index.ts';
import { activationParameters } from './activation.ts';
import { activationWords } from './activation-words.ts';

/** Full and half adders of a netlist, as cells or as groups of gates. */
export function adderCounts(netlist: Netlist): { readonly full: number; readonly half: number } {
  const count = (kind: 'fullAdder' | 'halfAdder'): number =>
    netlist.cells.filter((cell) => cell.kind === kind).length +
    netlist.groups.filter((group) => group.kind === kind).length;
  return { full: count('fullAdder'), half: count('halfAdder') };
}

/** Header lines of a module of `neuron`. They tell purpose, parameters, ports, latency and the spec that made it. */
export function headerLines(
  neuron: DigitalNeuron,
  purpose: string,
  parameters: readonly string[] = activationParameters(neuron),
): string[] {
  const { synapses } = neuron;
  return [
    purpose,
    '',
    `sum = ${biasBits(neuron) > 0 ? 'bias + ' : ''}x[0]*w[0] + ... over ${synapses} ${synapses === 1 ? 'synapse' : 'synapses'}, ${sumWords(neuron)}`,
    ...activationWords(neuron),
    '',
    parameters.length > 0 ? 'Parameters' : 'Parameters: none',
    ...parameters.map((line) => `  ${line}`),
    'Ports',
    ...neuronPorts(neuron).map(
      ({ name, direction, bits, meaning }) =>
        `  ${name.padEnd(9)} ${direction.padEnd(6)} ${bits === 1 ? '1 bit' : `${bits} bits`}: ${meaning}`,
    ),
    `Latency: ${latencyWords(latency(neuron))}`,
  ];
}

/** Range of the accumulator in words. */
function sumWords(neuron: DigitalNeuron): string {
  if (accumulatorBits(neuron) >= exactBits(neuron)) return 'exact';
  switch (neuron.overflow) {
    case 'wrap':
      return `modulo 2^${accumulatorBits(neuron)}`;
    case 'saturate':
      return `saturated to ${accumulatorBits(neuron)} bits`;
  }
}

const latencyWords = (clocks: number): string =>
  clocks === 0 ? '0 clocks (combinational)' : `${clocks} clock${clocks > 1 ? 's' : ''}`;

/** Line of the header that holds the spec. Files of another spec are told apart by it. */
export const specLine = (neuron: DigitalNeuron): string => `Spec: ${JSON.stringify(canonical(neuron))}`;

function canonical(neuron: DigitalNeuron): unknown {
  return Object.fromEntries(Object.entries(neuron).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lines as a Verilog comment. */
export const comment = (lines: readonly string[]): string =>
  lines.map((line) => (line ? `// ${line}` : '//')).join('\n');
