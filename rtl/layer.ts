/**
 * Serial neuron as the one neuron of a layer, as Verilog. Around the neuron stand the fraction of the bias and an
 * activation that compares the accumulator with thresholds, which are written before a layer begins.
 */

import { accumulatorBits, biasBits, type DigitalNeuron, latency, outputBits } from '../gen/index.ts';
import { comment, specLine } from './describe.ts';

export interface LayerPort {
  readonly name: string;
  readonly direction: 'input' | 'output';
  readonly bits: number;
}

/** Name of the layer's module. */
export const layerModule = (neuron: DigitalNeuron): string => `${neuron.name}_layer`;

/** Number of thresholds that the activation holds. One for each code, a word as the inputs are, above the lowest. */
export const thresholdCount = (neuron: DigitalNeuron): number => 2 ** neuron.inputBits - 1;

/** Bits of a threshold. One more than the accumulator, so that one can be above everything. */
const thresholdBits = (neuron: DigitalNeuron, fractionBits: number): number =>
  accumulatorBits(neuron) + fractionBits + 1;

/** Ports of the module NAME_layer of a serial neuron with signed words and a bias. */
export function layerPorts(neuron: DigitalNeuron, fractionBits: number): LayerPort[] {
  const port = (direction: LayerPort['direction'], name: string, bits: number): LayerPort => ({
    name,
    direction,
    bits,
  });
  const own = outputBits(neuron);
  return [
    port('input', 'clk', 1),
    port('input', 'rst', 1),
    port('input', 'in_valid', 1),
    port('input', 'in_last', 1),
    port('input', 'x', neuron.inputBits),
    port('input', 'w', neuron.bits),
    port('input', 'bias', biasBits(neuron) + fractionBits),
    port('input', 'write', 1),
    port('input', 'address', neuron.inputBits),
    port('input', 'threshold', thresholdBits(neuron, fractionBits)),
    port('output', 'out_valid', 1),
    port('output', 'sum', accumulatorBits(neuron) + fractionBits),
    port('output', 'code', neuron.inputBits),
    ...(own > 0 ? [port('output', 'y', own)] : []),
  ];
}

/**
 * Files of the module NAME_layer around the module NAME. File name to text. The fraction never carries into the sum of
 * whole products, so it needs no adder: it stands below the sum.
 */
export function layerVerilog(neuron: DigitalNeuron, fractionBits: number): Readonly<Record<string, string>> {
  const name = layerModule(neuron);
  const ports = layerPorts(neuron, fractionBits).map(
    ({ direction, name: port, bits }) =>
      `${direction.padEnd(6)} wire ${VECTORS.has(port) ? `[${bits - 1}:0] ` : ''}${port}`,
  );
  const pins = ['clk', 'rst', 'in_valid', 'in_last', 'x', 'w', 'bias', 'out_valid', 'sum'];
  const own = outputBits(neuron) > 0 ? ['y'] : [];
  const wire = (pin: string): string => {
    if (pin === 'bias' && fractionBits > 0) return `bias[${biasBits(neuron) + fractionBits - 1}:${fractionBits}]`;
    return pin === 'sum' ? 'whole' : pin;
  };
  return {
    [`${name}.v`]: [
      comment([
        `${name}: one serial neuron, ${neuron.name}, for all outputs of a layer`,
        '',
        ...sumWords(neuron, fractionBits),
        `code = number of thresholds at or below sum, less ${2 ** (neuron.inputBits - 1) - 1}: an input of the next layer.`,
        'Thresholds ascend and are written before the first product. Activations by thresholds: M. Blott et al., "FINN-R: An',
        'End-to-End Deep-Learning Framework for Fast Exploration of Quantized Neural Networks", ACM TRETS 11, 2018.',
        `Latency: ${latency(neuron)} ${latency(neuron) === 1 ? 'clock' : 'clocks'} from the last product to out_valid`,
        specLine(neuron),
      ]),
      `module ${name} (\n  ${ports.join(',\n  ')}\n);`,
      `  wire [${accumulatorBits(neuron) - 1}:0] whole;`,
      `  ${neuron.name} neuron (`,
      `    ${[...pins, ...own].map((pin) => `.${pin}(${wire(pin)})`).join(',\n    ')}`,
      '  );',
      ...fractionLines(neuron, fractionBits),
      ...thresholdLines(neuron, fractionBits),
      'endmodule',
      '',
    ].join('\n'),
  };
}

function sumWords(neuron: DigitalNeuron, fractionBits: number): string[] {
  if (fractionBits === 0) return [`sum = that of ${neuron.name}; bias is taken with the first product.`];
  return [
    `sum = {whole, fraction}: bias has ${fractionBits} fraction bits; ${neuron.name} adds the bits above them, and they stand below`,
    'its sum. bias is held from the first product to the last.',
  ];
}

const VECTORS: ReadonlySet<string> = new Set(['x', 'w', 'bias', 'address', 'threshold', 'sum', 'code', 'y']);

/** Fraction of the bias, as late as the sum. */
function fractionLines(neuron: DigitalNeuron, fractionBits: number): string[] {
  if (fractionBits === 0) return ['  assign sum = whole;'];
  const stages = Array.from({ length: latency(neuron) }, (_, k) => `fraction_${k + 1}`);
  return [
    '',
    `  reg [${fractionBits - 1}:0] ${stages.join(', ')};`,
    '  always @(posedge clk) begin',
    ...stages.map((stage, k) => `    ${stage} <= ${stages[k - 1] ?? `bias[${fractionBits - 1}:0]`};`),
    '  end',
    `  assign sum = {whole, ${stages.at(-1)}};`,
  ];
}

/** Binary search of the thresholds. There is a comparison for each bit of the code, the most significant first. */
function thresholdLines(neuron: DigitalNeuron, fractionBits: number): string[] {
  const { inputBits: bits } = neuron;
  const wide = thresholdBits(neuron, fractionBits);
  const comparisons = Array.from({ length: bits }, (_, step) => {
    const below = bits - 1 - step;
    const found = Array.from({ length: step }, (_unused, k) => `found_${bits - 1 - k}`);
    const place = [...found, "1'b0", ...(below > 0 ? [`${below}'d${2 ** below - 1}`] : [])].join(', ');
    return `  wire found_${below} = level >= $signed(thresholds[{${place}}]);`;
  });
  const found = Array.from({ length: bits }, (_, k) => `found_${bits - 1 - k}`);
  return [
    '',
    `  reg [${wide - 1}:0] thresholds [0:${2 ** bits - 1}];`,
    '  always @(posedge clk)',
    '    if (write) thresholds[address] <= threshold;',
    `  wire signed [${wide - 1}:0] level = {sum[${wide - 2}], sum};`,
    ...comparisons,
    `  assign code = {${found.join(', ')}} + ${bits}'d${2 ** (bits - 1) + 1};`,
  ];
}
