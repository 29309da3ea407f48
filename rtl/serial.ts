/**
 * Serial neuron as Verilog, with its multiplier as structure. Control and accumulator are operators with parameters.
 */

import { biasBits, type DigitalNeuron, type Netlist, neuronPorts, productBits, sumIsSigned } from '../gen/index.ts';
import { activationLines } from './activation.ts';
import { signedWord } from './behavioural.ts';
import { adderCounts, comment, headerLines, specLine } from './describe.ts';
import { besideOwnName } from './own-name.ts';
import { serialParameters, unusedParameters } from './serial-parameters.ts';
import { bodyLines, wrapped } from './verilog.ts';

/** Files of the neuron and its multiplier. File name to text. */
export function serialVerilog(neuron: DigitalNeuron, multiplier: Netlist): Readonly<Record<string, string>> {
  return {
    [`${neuron.name}.v`]: wrapper(neuron, neuron.name, multiplierLines(neuron), [
      `${neuron.name}: digital neuron, serial: a product a clock into an accumulator`,
      multiplier,
    ]),
    [`${neuron.name}_multiplier.v`]: multiplierVerilog(neuron, multiplier),
  };
}

function multiplierVerilog(neuron: DigitalNeuron, netlist: Netlist): string {
  const { full, half } = adderCounts(netlist);
  const clocked = netlist.registers.length > 0;
  const ports = [
    ...(clocked ? ['input  wire clk'] : []),
    `input  wire [${neuron.inputBits - 1}:0] x`,
    `input  wire [${neuron.bits - 1}:0] w`,
    `output wire [${productBits(neuron) - 1}:0] product`,
  ];
  return wrapped([
    comment([
      `${neuron.name}_multiplier: multiplier of ${neuron.name} (${neuron.multiplier} tree, ${neuron.partialProducts} partial products, ${neuron.adder} adder)`,
      `Cells: ${full} full adders, ${half} half adders`,
      `Latency: ${neuron.pipeline} clocks`,
    ]),
    `module ${neuron.name}_multiplier (\n  ${ports.join(',\n  ')}\n);`,
    ...bodyLines(netlist, 'product'),
    'endmodule',
    '',
  ]);
}

/** Module NAME_reference of a serial neuron, with its product as an operator. */
export function serialReference(neuron: DigitalNeuron): string {
  const name = `${neuron.name}_reference`;
  return wrapper(neuron, name, productLines(neuron), [`${name}: behavioural reference of ${neuron.name}`, undefined]);
}

function wrapper(
  neuron: DigitalNeuron,
  name: string,
  product: readonly string[],
  [purpose, multiplier]: readonly [string, Netlist | undefined],
): string {
  const ports = neuronPorts(neuron).map((port) => {
    const number = ['x', 'w', 'bias'].includes(port.name) || port.bits > 1;
    const range = port.name === 'sum' ? '[ACC_BITS-1:0] ' : number ? `[${port.bits - 1}:0] ` : '';
    return `${port.direction.padEnd(6)} wire ${range}${port.name}`;
  });
  const counts = multiplier && adderCounts(multiplier);
  return wrapped([
    comment([
      ...headerLines(neuron, purpose, serialParameters(neuron)),
      ...(counts ? [`Cells: ${counts.full} full adders, ${counts.half} half adders in the multiplier`] : []),
      specLine(neuron),
    ]),
    `module ${name} #(\n  ${serialParameters(neuron).join(',\n  ')}\n) (\n  ${ports.join(',\n  ')}\n);`,
    ...besideOwnName(name, [
      ...unusedParameters(neuron),
      `  wire [${productBits(neuron) - 1}:0] product;`,
      ...product,
      ...delayLines(neuron),
      ...accumulatorLines(neuron),
      ...(neuron.activation === 'none' ? [] : ['', ...activationLines(neuron, 'ACC_BITS')]),
    ]),
    'endmodule',
    '',
  ]);
}

function multiplierLines(neuron: DigitalNeuron): string[] {
  const pins = [...(neuron.pipeline > 0 ? ['clk'] : []), 'x', 'w', 'product'].map((pin) => `.${pin}(${pin})`);
  return [`  ${neuron.name}_multiplier multiplier (${pins.join(', ')});`];
}

/** Lines of `product` by operators, after the registers of the pipeline. */
function productLines(neuron: DigitalNeuron): string[] {
  const width = productBits(neuron);
  const word = (port: string, bits: number, signed: boolean): string => {
    const top = signed ? `${port}[${bits - 1}]` : "1'b0";
    return `  wire ${signedWord(neuron)}[${width - 1}:0] wide_${port} = ${width > bits ? `{{${width - bits}{${top}}}, ${port}}` : port};`;
  };
  const stages = Array.from({ length: neuron.pipeline }, (_, k) => `product_${k + 1}`);
  return [
    word('x', neuron.inputBits, neuron.signed.inputs),
    word('w', neuron.bits, neuron.signed.weights),
    ...(stages.length > 0
      ? [
          `  reg [${width - 1}:0] ${stages.join(', ')};`,
          '  always @(posedge clk) begin',
          ...stages.map((stage, k) => `    ${stage} <= ${stages[k - 1] ?? 'wide_x * wide_w'};`),
          '  end',
        ]
      : []),
    `  assign product = ${stages.at(-1) ?? 'wide_x * wide_w'};`,
  ];
}

/** Control and bias as late as the product. */
function delayLines(neuron: DigitalNeuron): string[] {
  const { pipeline } = neuron;
  const bias = biasBits(neuron);
  const stages = Array.from({ length: pipeline }, (_, k) => k + 1);
  const name = (signal: string, stage: number): string =>
    stage === 0 ? (signal === 'bias' ? signal : `in_${signal}`) : `${signal}_${stage}`;
  const registers =
    stages.length > 0
      ? [
          `  reg ${stages.flatMap((k) => [name('valid', k), name('last', k)]).join(', ')};`,
          ...(bias ? [`  reg [${bias - 1}:0] ${stages.map((k) => name('bias', k)).join(', ')};`] : []),
          '  always @(posedge clk) begin',
          ...stages.flatMap((k) => [
            `    ${name('valid', k)} <= ${name('valid', k - 1)} & ~rst;`,
            `    ${name('last', k)} <= ${name('last', k - 1)};`,
            ...(bias ? [`    ${name('bias', k)} <= ${name('bias', k - 1)};`] : []),
          ]),
          '  end',
        ]
      : [];
  return [
    '',
    '  // control',
    ...registers,
    `  wire valid = ${name('valid', pipeline)};`,
    `  wire last = ${name('last', pipeline)};`,
    ...(bias ? [`  wire [${bias - 1}:0] start = ${name('bias', pipeline)};`] : []),
  ];
}

function accumulatorLines(neuron: DigitalNeuron): string[] {
  const signed = sumIsSigned(neuron);
  const product = productBits(neuron);
  const bias = biasBits(neuron);
  const top = (word: string, msb: string): string => (signed ? `${word}[${msb}]` : "1'b0");
  /** Word of `bits` bits, extended to `wide` and held again in ACC_BITS. */
  const held = (word: string, wide: string): string[] => {
    switch (neuron.overflow) {
      case 'wrap':
        return [`  wire unused_${word} = &{1'b0, ${word}[${wide}-1:ACC_BITS]};`];
      case 'saturate':
        return [];
    }
  };
  const kept = (word: string, wide: string): string => {
    switch (neuron.overflow) {
      case 'wrap':
        return `${word}[ACC_BITS-1:0]`;
      case 'saturate': {
        const above = `${word}[${wide}-1:ACC_BITS${signed ? '-1' : ''}]`;
        const low = `${word}[ACC_BITS-1:0]`;
        return signed
          ? `(&${above} | ~|${above}) ? ${low} : ${word}[${wide}-1] ? MOST_NEGATIVE : ~MOST_NEGATIVE`
          : `|${above} ? {ACC_BITS{1'b1}} : ${low}`;
      }
    }
  };
  return [
    '',
    '  // accumulator',
    `  localparam WIDE = (ACC_BITS > ${product} ? ACC_BITS : ${product}) + 1;`,
    '  reg [ACC_BITS-1:0] held;',
    '  reg going, valid_out;',
    ...(signed && neuron.overflow === 'saturate'
      ? ["  localparam [ACC_BITS-1:0] MOST_NEGATIVE = {{(ACC_BITS-1){1'b0}}, 1'b1} << (ACC_BITS-1);"]
      : []),
    ...(bias
      ? [
          `  localparam START = (ACC_BITS > ${bias} ? ACC_BITS : ${bias}) + 1;`,
          `  wire [START-1:0] wide_start = {{(START-${bias}){${top('start', String(bias - 1))}}}, start};`,
          `  wire [ACC_BITS-1:0] first = ${kept('wide_start', 'START')};`,
          ...held('wide_start', 'START'),
        ]
      : ["  wire [ACC_BITS-1:0] first = {ACC_BITS{1'b0}};"]),
    '  wire [ACC_BITS-1:0] base = going ? held : first;',
    `  wire [WIDE-1:0] wide = {{(WIDE-ACC_BITS){${top('base', 'ACC_BITS-1')}}}, base}`,
    `    + {{(WIDE-${product}){${top('product', String(product - 1))}}}, product};`,
    ...held('wide', 'WIDE'),
    '  always @(posedge clk)',
    '    if (rst) begin',
    "      held <= {ACC_BITS{1'b0}};",
    "      going <= 1'b0;",
    "      valid_out <= 1'b0;",
    '    end else begin',
    '      valid_out <= valid & last;',
    '      if (valid) begin',
    `        held <= ${kept('wide', 'WIDE')};`,
    '        going <= ~last;',
    '      end',
    '    end',
    '  assign out_valid = valid_out;',
    '  assign sum = held;',
  ];
}
