/**
 * Neurons for an FPGA: the behavioural form between registers. A synthesizer maps its products and sums to carry chains
 * and multiplier blocks; all inputs and outputs are registered, so that every path of the sum begins and ends at one.
 */

import { type DigitalNeuron, type NeuronPort, neuronPorts } from '../gen/index.ts';
import { behaviouralVerilog } from './behavioural.ts';
import { comment, specLine } from './describe.ts';
import { serialReference } from './serial.ts';
import { wrapped } from './verilog.ts';

/** Neuron that the FPGA form is, clock by clock. Two clocks later than `neuron`. */
export const fpgaNeuron = (neuron: DigitalNeuron): DigitalNeuron => ({
  ...neuron,
  name: `${neuron.name}_fpga`,
  pipeline: neuron.pipeline + 2,
});

/** Files of the module NAME_fpga and the reference that it holds. File name to text. */
export function fpgaVerilog(neuron: DigitalNeuron): Readonly<Record<string, string>> {
  return {
    [`${neuron.name}_fpga.v`]: registers(neuron),
    [`${neuron.name}_reference.v`]: reference(neuron),
  };
}

function reference(neuron: DigitalNeuron): string {
  switch (neuron.architecture) {
    case 'parallel':
    case 'fused':
      return behaviouralVerilog(neuron);
    case 'serial':
      return serialReference(neuron);
  }
}

const range = ({ bits }: NeuronPort): string => (bits > 1 ? `[${bits - 1}:0] ` : '');

function registers(neuron: DigitalNeuron): string {
  const name = `${neuron.name}_fpga`;
  const ports = neuronPorts(fpgaNeuron(neuron));
  // A reset ends what is on its way in the same clock.
  const serial = ports.some((port) => port.name === 'rst');
  const direct = ['clk', 'rst'];
  const data = ports.filter((port) => !direct.includes(port.name));
  const inputs = data.filter((port) => port.direction === 'input');
  const outputs = data.filter((port) => port.direction === 'output');
  const inner = neuronPorts(neuron).map((port) => {
    if (direct.includes(port.name)) return `.${port.name}(${port.name})`;
    return `.${port.name}(${port.direction === 'input' ? `${port.name}_held` : `${port.name}_next`})`;
  });
  const assignments = [
    ...inputs.map((port) => `${port.name}_held <= ${port.name};`),
    ...outputs.map((port) => `${port.name}_held <= ${port.name}_next;`),
  ];
  const cleared = [...inputs.filter((port) => port.name === 'in_valid'), ...outputs];
  return wrapped([
    comment([
      `${name}: ${neuron.name} for an FPGA, between registers`,
      '',
      `Two clocks later than ${neuron.name}; the parameters are those of the spec`,
      specLine(neuron),
    ]),
    `module ${name} (\n  ${ports.map((port) => `${port.direction.padEnd(6)} wire ${range(port)}${port.name}`).join(',\n  ')}\n);`,
    ...data.map((port) => `  reg  ${range(port)}${port.name}_held;`),
    ...outputs.map((port) => `  wire ${range(port)}${port.name}_next;`),
    `  ${neuron.name}_reference neuron (${inner.join(', ')});`,
    '  always @(posedge clk) begin',
    ...assignments.map((line) => `    ${line}`),
    ...(serial
      ? ['    if (rst) begin', ...cleared.map((port) => `      ${port.name}_held <= {${port.bits}{1'b0}};`), '    end']
      : []),
    '  end',
    ...outputs.map((port) => `  assign ${port.name} = ${port.name}_held;`),
    'endmodule',
    '',
  ]);
}
