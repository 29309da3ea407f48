/** What a neuron is, in the words of its header comment. */

import { accumulatorBits, type CellKind, type DigitalNeuron, type Netlist, sumIsSigned } from '../gen/index.ts';

/** Cells of each kind. */
export function cellCounts(netlist: Netlist): ReadonlyMap<CellKind, number> {
  const counts = new Map<CellKind, number>();
  for (const cell of netlist.cells) counts.set(cell.kind, (counts.get(cell.kind) ?? 0) + 1);
  return counts;
}

const signedness = (signed: boolean): string => (signed ? 'signed' : 'unsigned');

/** Header lines of a module of `neuron`: purpose, parameters, ports, latency and the spec that made it. */
export function headerLines(neuron: DigitalNeuron, purpose: string): string[] {
  const { synapses, inputBits, bits } = neuron;
  const lines = [
    purpose,
    '',
    `sum = x[0]*w[0] + ... over ${synapses} ${synapses === 1 ? 'synapse' : 'synapses'}, exact`,
    ...(neuron.activation === 'threshold' ? ['y = 1 where sum >= THRESHOLD, else 0'] : []),
    '',
    ...(neuron.activation === 'threshold'
      ? ['Parameters', `  THRESHOLD  signed, ${neuron.threshold} in the spec`]
      : ['Parameters: none']),
    'Ports',
    `  x    input   ${synapses * inputBits} bits: ${signedness(neuron.signed.inputs)} input k in [k*${inputBits} +: ${inputBits}]`,
    `  w    input   ${synapses * bits} bits: ${signedness(neuron.signed.weights)} weight k in [k*${bits} +: ${bits}]`,
    `  sum  output  ${accumulatorBits(neuron)} bits, ${signedness(sumIsSigned(neuron))}`,
    ...(neuron.activation === 'threshold' ? ['  y    output  1 bit'] : []),
    'Latency: 0 clocks (combinational)',
  ];
  return lines;
}

/** The line of the header that holds the spec: files of another spec are told apart by it. */
export const specLine = (neuron: DigitalNeuron): string => `Spec: ${JSON.stringify(canonical(neuron))}`;

function canonical(neuron: DigitalNeuron): unknown {
  return Object.fromEntries(Object.entries(neuron).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lines as a Verilog comment. */
export const comment = (lines: readonly string[]): string =>
  lines.map((line) => (line ? `// ${line}` : '//')).join('\n');
