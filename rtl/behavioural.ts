/** Behavioural Verilog of a neuron, the reference for its structural form. */

import { accumulatorBits, biasBits, type DigitalNeuron, exactBits, latency, sumIsSigned } from '../gen/index.ts';
import { activationLines } from './activation.ts';
import { comment, headerLines, specLine } from './describe.ts';
import { moduleHead } from './verilog.ts';

/** Module NAME_reference with the ports of NAME. */
export function behaviouralVerilog(neuron: DigitalNeuron): string {
  const name = `${neuron.name}_reference`;
  return [
    comment([...headerLines(neuron, `${name}: behavioural reference of ${neuron.name}`), specLine(neuron)]),
    moduleHead(neuron, name),
    ...exactLines(neuron),
    ...accumulatorLines(neuron),
    ...delayLines(neuron),
    ...(neuron.activation === 'none' ? [] : ['', ...activationLines(neuron)]),
    'endmodule',
    '',
  ].join('\n');
}

/** Exact sum, every word extended to its width first. The first registers of a pipelined neuron hold the products. */
function exactLines(neuron: DigitalNeuron): string[] {
  const width = exactBits(neuron);
  const word = (port: string, k: number, bits: number, signed: boolean): string => {
    const top = signed ? `${port}[${k * bits + bits - 1}]` : "1'b0";
    const value = `${port}[${k * bits + bits - 1}:${k * bits}]`;
    const extended = width > bits ? `{{${width - bits}{${top}}}, ${value}}` : value;
    return `  wire ${signedWord(neuron)}[${width - 1}:0] ${port}${k} = ${extended};`;
  };
  const synapses = Array.from({ length: neuron.synapses }, (_, k) => k);
  const bias = biasBits(neuron);
  const terms = [...synapses.map((k) => `x${k} * w${k}`), ...(bias ? ['bias0'] : [])];
  const held = terms.map((_, k) => `term${k}`);
  return [
    ...synapses.flatMap((k) => [
      word('x', k, neuron.inputBits, neuron.signed.inputs),
      word('w', k, neuron.bits, neuron.signed.weights),
    ]),
    ...(bias ? [word('bias', 0, bias, sumIsSigned(neuron))] : []),
    ...(latency(neuron) > 0
      ? [
          `  reg [${width - 1}:0] ${held.join(', ')};`,
          '  always @(posedge clk) begin',
          ...terms.map((term, k) => `    ${held[k]} <= ${term};`),
          '  end',
        ]
      : []),
    `  wire [${width - 1}:0] exact = ${(latency(neuron) > 0 ? held : terms).join('\n    + ')};`,
  ];
}

/** Signedness of words in declarations. Synthesizers see by it that the words are extended. */
export const signedWord = (neuron: DigitalNeuron): string => (sumIsSigned(neuron) ? 'signed ' : '');

/** Lines of `held`, the exact sum as the accumulator holds it. */
function accumulatorLines(neuron: DigitalNeuron): string[] {
  const from = exactBits(neuron);
  const to = accumulatorBits(neuron);
  const signed = sumIsSigned(neuron);
  const sign = `exact[${from - 1}]`;
  const held = `  wire [${to - 1}:0] held`;
  if (to === from) return [`${held} = exact;`];
  if (to > from) return [`${held} = {{${to - from}{${signed ? sign : "1'b0"}}}, exact};`];
  switch (neuron.overflow) {
    case 'wrap':
      return [`${held} = exact[${to - 1}:0];`, `  wire unused_bits = &{1'b0, exact[${from - 1}:${to}]};`];
    case 'saturate': {
      if (!signed) return [`${held} = |exact[${from - 1}:${to}] ? {${to}{1'b1}} : exact[${to - 1}:0];`];
      const above = `exact[${from - 1}:${to - 1}]`;
      const low = to > 1 ? `{${sign}, {${to - 1}{~${sign}}}}` : sign;
      return [`${held} = (&${above} | ~|${above}) ? exact[${to - 1}:0] : ${low};`];
    }
  }
}

/** Lines of `sum`, held in the other registers of a pipelined neuron. */
function delayLines(neuron: DigitalNeuron): string[] {
  const clocks = latency(neuron) - 1;
  if (clocks < 1) return ['  assign sum = held;'];
  const stages = Array.from({ length: clocks }, (_, k) => `stage${k + 1}`);
  return [
    `  reg [${accumulatorBits(neuron) - 1}:0] ${stages.join(', ')};`,
    '  always @(posedge clk) begin',
    ...stages.map((stage, k) => `    ${stage} <= ${k === 0 ? 'held' : stages[k - 1]};`),
    '  end',
    `  assign sum = ${stages.at(-1)};`,
  ];
}
