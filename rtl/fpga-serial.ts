/**
 * Neurons for an FPGA of few pins: words come and go one bit a clock, by shift registers around the form of `fpga.ts`.
 * Control of a serial neuron keeps its pins.
 */

import { type DigitalNeuron, latency, type NeuronPort, neuronPorts } from '../gen/index.ts';
import { comment, specLine } from './describe.ts';
import { fpgaNeuron, fpgaVerilog } from './fpga.ts';
import { wrapped } from './verilog.ts';

/** Name of the module around NAME_fpga. */
export const fpgaSerialModule = (neuron: DigitalNeuron): string => `${neuron.name}_fpga_serial`;

/** Ports of the form, by what becomes of them. */
export function fpgaSerialPorts(neuron: DigitalNeuron) {
  const ports = neuronPorts(fpgaNeuron(neuron));
  const isControl = ({ name }: NeuronPort): boolean => /^(clk|rst|in_valid|in_last|out_valid)$/.test(name);
  const words = ports.filter((port) => !isControl(port));
  return {
    control: ports.filter(isControl),
    inputs: words.filter(({ direction }) => direction === 'input'),
    outputs: words.filter(({ direction }) => direction === 'output'),
  };
}

const bitsOf = (ports: readonly NeuronPort[]): number => ports.reduce((sum, { bits }) => sum + bits, 0);

/** Bits that are shifted in and out. */
export function fpgaSerialBits(neuron: DigitalNeuron): { readonly in: number; readonly out: number } {
  const { inputs, outputs } = fpgaSerialPorts(neuron);
  return { in: bitsOf(inputs), out: bitsOf(outputs) };
}

/** Pins of the module, in the order of its ports. */
export function fpgaSerialPins(neuron: DigitalNeuron): readonly Pick<NeuronPort, 'name' | 'direction' | 'bits'>[] {
  const { control } = fpgaSerialPorts(neuron);
  const [inputs, outputs] = (['input', 'output'] as const).map((way) =>
    control.filter((port) => port.direction === way),
  );
  return [
    ...(inputs ?? []),
    { name: 'shift_in', direction: 'input', bits: 1 },
    { name: 'capture', direction: 'input', bits: 1 },
    ...(outputs ?? []),
    { name: 'shift_out', direction: 'output', bits: 1 },
  ];
}

/** Files of the module NAME_fpga_serial, and those of what it holds. File name to text. */
export function fpgaSerialVerilog(neuron: DigitalNeuron): Readonly<Record<string, string>> {
  const name = fpgaSerialModule(neuron);
  const { control, inputs, outputs } = fpgaSerialPorts(neuron);
  const bits = fpgaSerialBits(neuron);
  const list = (ports: readonly NeuronPort[]): string => `{${ports.map((port) => port.name).join(', ')}}`;
  const range = (width: number): string => (width > 1 ? `[${width - 1}:0] ` : '');
  const wires = (ports: readonly NeuronPort[]): string[] =>
    ports.map((port) => `  wire ${range(port.bits)}${port.name};`);
  const pins = [...control, ...inputs, ...outputs].map((port) => `.${port.name}(${port.name})`);
  const shifted = (register: string, width: number, next: string): string =>
    width > 1 ? `{${register}[${width - 2}:0], ${next}}` : next;
  const text = wrapped([
    comment([
      `${name}: ${neuron.name} for an FPGA of few pins, by shift registers`,
      '',
      `shift_in takes ${list(inputs)}, ${bits.in} bits, the first of the list and the highest bit first, one a clock.`,
      `In the clock after the last bit the words stand at the neuron${control.some((port) => port.name === 'in_valid') ? '; in_valid is 1 then, and only then' : ''}.`,
      `With capture, ${latency(fpgaNeuron(neuron))} clocks later, the results are taken; from the next clock on shift_out gives`,
      `${list(outputs)}, ${bits.out} bits, in the same order.`,
      specLine(neuron),
    ]),
    `module ${name} (\n  ${fpgaSerialPins(neuron)
      .map((port) => `${port.direction.padEnd(6)} wire ${port.name}`)
      .join(',\n  ')}\n);`,
    ...wires(inputs),
    ...wires(outputs),
    `  reg [${bits.in - 1}:0] words;`,
    `  reg [${bits.out - 1}:0] results;`,
    '  always @(posedge clk) begin',
    `    words <= ${shifted('words', bits.in, 'shift_in')};`,
    `    results <= capture ? ${list(outputs)} : ${shifted('results', bits.out, "1'b0")};`,
    '  end',
    `  assign ${list(inputs)} = words;`,
    `  assign shift_out = results[${bits.out - 1}];`,
    `  ${neuron.name}_fpga neuron (${[...(control.some((port) => port.name === 'clk') ? [] : ['.clk(clk)']), ...pins].join(', ')});`,
    'endmodule',
    '',
  ]);
  return { [`${name}.v`]: text, ...fpgaVerilog(neuron) };
}
