/** Activations as Verilog, with parameters that a user may override. */

import { accumulatorBits, type DigitalNeuron, sumIsSigned } from '../gen/index.ts';
import { curveLines, leastCurveBits, type SumWidth } from './activation-curve.ts';

/** Parameter declarations of the module, without commas. Empty where nothing can change. */
export function activationParameters(neuron: DigitalNeuron, width: SumWidth = accumulatorBits(neuron)): string[] {
  switch (neuron.activation) {
    case 'none':
      return [];
    case 'threshold': {
      const value = thresholdLiteral(neuron, width);
      return [`parameter signed ${range(formula(width, thresholdBits(neuron)))} THRESHOLD = ${value}`];
    }
    case 'relu':
    case 'hard-tanh':
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
    case 'tanh-lut':
      return [`parameter integer SHIFT = ${neuron.shift}`];
  }
}

/** Lines that drive `y`; empty without an activation. */
export function activationLines(neuron: DigitalNeuron, width: SumWidth = accumulatorBits(neuron)): string[] {
  const bits = neuron.outputBits;
  switch (neuron.activation) {
    case 'none':
      return [];
    case 'threshold':
      return [
        '  // activation',
        ...extended(neuron, width, thresholdBits(neuron)).lines,
        '  assign y = extended >= THRESHOLD;',
      ];
    case 'relu': {
      const { lines, top } = shifted(neuron, width, bits + 2);
      const above = `{${bits}{|v[${less(top, 1)}:${bits}]}}`;
      return [...lines, `  assign y = v[${top}] ? {${bits}{1'b0}} : v[${bits - 1}:0] | ${above};`];
    }
    case 'hard-tanh': {
      const { lines, top } = shifted(neuron, width, bits + 1);
      const high = `v[${top}:${bits - 1}]`;
      const clamped = `&${high} | ~|${high} ? v[${bits - 1}:0] : {v[${top}], {${bits - 1}{~v[${top}]}}}`;
      return [
        ...lines,
        `  wire [${bits - 1}:0] clamped = ${clamped};`,
        '  // The smallest number has no opposite: it becomes the next.',
        `  wire lowest = clamped[${bits - 1}] & ~|clamped[${bits - 2}:0];`,
        `  assign y = {clamped[${bits - 1}:1], clamped[0] | lowest};`,
      ];
    }
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
    case 'tanh-lut': {
      const { lines, top } = shifted(neuron, width, leastCurveBits(neuron.activation, bits));
      return [...lines, ...curveLines(neuron.activation, bits, top, less(top, 1))];
    }
  }
}

/** Signed word `v` of at least `least` bits, and its highest index. */
function shifted(neuron: DigitalNeuron, width: SumWidth, least: number) {
  const { lines, bits } = extended(neuron, width, least);
  return {
    lines: [`  // activation: ${neuron.activation}`, ...lines, `  wire signed ${range(bits)} v = extended >>> SHIFT;`],
    top: less(bits, 1),
  };
}

/** Signed word of `sum` in at least `least` bits and more than `width`. */
function extended(neuron: DigitalNeuron, width: SumWidth, least: number) {
  const bits = above(width, least);
  const top = sumIsSigned(neuron) ? `sum[${less(width, 1)}]` : "1'b0";
  const fill = typeof bits === 'number' && typeof width === 'number' ? bits - width : `${bits}-${width}`;
  const declared =
    typeof width === 'number' ? [] : [`  localparam ${WIDTH} = ${width} < ${least} ? ${least} : ${width} + 1;`];
  return { lines: [...declared, `  wire signed ${range(bits)} extended = {{${fill}{${top}}}, sum};`], bits };
}

/** Name of the width where it depends on a parameter. */
const WIDTH = 'EXTENDED_BITS';

/**
 * Width of at least `least` and more than `width`. In the body of the module it is a name where it depends on a
 * parameter.
 */
const above = (width: SumWidth, least: number): SumWidth =>
  typeof width === 'number' ? Math.max(width + 1, least) : WIDTH;

/** Formula of the width of at least `least` and more than `width`. */
const formula = (width: SumWidth, least: number): SumWidth =>
  typeof width === 'number' ? above(width, least) : `(${width} < ${least} ? ${least} : ${width} + 1)`;

const less = (width: SumWidth, one: 1): SumWidth => (typeof width === 'number' ? width - one : `${width}-${one}`);

const range = (width: SumWidth): string => `[${less(width, 1)}:0]`;

/** Bits of a signed word that holds the spec's threshold. */
function thresholdBits(neuron: DigitalNeuron): number {
  const threshold = BigInt(neuron.threshold);
  const magnitude = threshold < 0n ? -threshold - 1n : threshold;
  return 1 + magnitude.toString(2).length;
}

/** Literal of the spec's threshold. Without a width where that depends on a parameter and 32 bits are enough. */
function thresholdLiteral(neuron: DigitalNeuron, width: SumWidth): string {
  const least = thresholdBits(neuron);
  const digits = Math.abs(neuron.threshold);
  const bits = typeof width === 'number' ? above(width, least) : Math.max(accumulatorBits(neuron) + 1, least);
  const prefix = typeof width === 'string' && least < 32 ? '' : `${bits}'sd`;
  return `${neuron.threshold < 0 ? '-' : ''}${prefix}${digits}`;
}
