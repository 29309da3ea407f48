/** The same neuron as Verilog operators: a reference that other tools can compare the structural form with. */

import { accumulatorBits, type DigitalNeuron } from '../gen/index.ts';
import { comment, headerLines, specLine } from './describe.ts';
import { moduleHead, thresholdLines } from './verilog.ts';

/** Module NAME_reference with the ports of NAME. */
export function behaviouralVerilog(neuron: DigitalNeuron): string {
  const width = accumulatorBits(neuron);
  const name = `${neuron.name}_reference`;
  const word = (port: string, k: number, bits: number, signed: boolean): string => {
    const top = signed ? `${port}[${k * bits + bits - 1}]` : "1'b0";
    const value = `${port}[${k * bits + bits - 1}:${k * bits}]`;
    const extended = width > bits ? `{{${width - bits}{${top}}}, ${value}}` : value;
    return `  wire [${width - 1}:0] ${port}${k} = ${extended};`;
  };
  const synapses = Array.from({ length: neuron.synapses }, (_, k) => k);
  return [
    comment([...headerLines(neuron, `${name}: behavioural reference of ${neuron.name}`), specLine(neuron)]),
    moduleHead(neuron, name),
    ...synapses.flatMap((k) => [
      word('x', k, neuron.inputBits, neuron.signed.inputs),
      word('w', k, neuron.bits, neuron.signed.weights),
    ]),
    `  assign sum = ${synapses.map((k) => `x${k} * w${k}`).join('\n             + ')};`,
    ...(neuron.activation === 'threshold' ? ['', ...thresholdLines(neuron)] : []),
    'endmodule',
    '',
  ].join('\n');
}
