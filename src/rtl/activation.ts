/** The activation as Verilog: parameters that a user may override, and the lines that make `y` from `sum`. */

import { accumulatorBits, type DigitalNeuron, sumIsSigned } from '../gen/index.ts';

/** Parameter declarations of the module, without commas; empty where nothing can change. */
export function activationParameters(neuron: DigitalNeuron): string[] {
  switch (neuron.activation) {
    case 'none':
      return [];
    case 'threshold': {
      const bits = comparisonBits(neuron);
      return [`parameter signed [${bits - 1}:0] THRESHOLD = ${signedLiteral(bits, BigInt(neuron.threshold))}`];
    }
  }
}

/** The lines that drive `y`; empty without an activation. */
export function activationLines(neuron: DigitalNeuron): string[] {
  switch (neuron.activation) {
    case 'none':
      return [];
    case 'threshold':
      return thresholdLines(neuron);
  }
}

/** The comparison of `sum` with the parameter, at a width that holds both. */
function thresholdLines(neuron: DigitalNeuron): string[] {
  const bits = comparisonBits(neuron);
  const width = accumulatorBits(neuron);
  const top = sumIsSigned(neuron) ? `sum[${width - 1}]` : "1'b0";
  return [
    '  // activation',
    `  wire signed [${bits - 1}:0] extended = {{${bits - width}{${top}}}, sum};`,
    '  assign y = extended >= THRESHOLD;',
  ];
}

/** Bits of a signed word that holds every sum and the spec's threshold. */
function comparisonBits(neuron: DigitalNeuron): number {
  const threshold = BigInt(neuron.threshold);
  const magnitude = threshold < 0n ? -threshold - 1n : threshold;
  return Math.max(accumulatorBits(neuron) + 1, 1 + magnitude.toString(2).length);
}

function signedLiteral(bits: number, value: bigint): string {
  return value < 0n ? `-${bits}'sd${-value}` : `${bits}'sd${value}`;
}
