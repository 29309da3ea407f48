/** Ports of a neuron's module, in order. */

import { outputBits } from '../activation/activation.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { accumulatorBits, biasBits, sumIsSigned } from '../spec/range.ts';

export interface NeuronPort {
  readonly name: string;
  readonly direction: 'input' | 'output';
  readonly bits: number;
  /** Meaning for a person who connects the port. */
  readonly meaning: string;
}

const signedness = (signed: boolean): string => (signed ? 'signed' : 'unsigned');

/** Ports of `neuron` for clock, data and results. */
export function neuronPorts(neuron: DigitalNeuron): NeuronPort[] {
  const { synapses, inputBits, bits, signed } = neuron;
  const input = (name: string, width: number, meaning: string): NeuronPort[] =>
    width > 0 ? [{ name, direction: 'input', bits: width, meaning }] : [];
  const output = (name: string, width: number, meaning: string): NeuronPort[] =>
    width > 0 ? [{ name, direction: 'output', bits: width, meaning }] : [];
  const results = [
    ...output('sum', accumulatorBits(neuron), signedness(sumIsSigned(neuron))),
    ...output('y', outputBits(neuron), `${neuron.activation} of sum`),
  ];
  const bias = input('bias', biasBits(neuron), `${signedness(sumIsSigned(neuron))}, added to sum`);
  switch (neuron.architecture) {
    case 'parallel':
    case 'fused':
      return [
        ...(neuron.pipeline > 0 ? input('clk', 1, 'rising edge') : []),
        ...input('x', synapses * inputBits, `${signedness(signed.inputs)} input k in [k*${inputBits} +: ${inputBits}]`),
        ...input('w', synapses * bits, `${signedness(signed.weights)} weight k in [k*${bits} +: ${bits}]`),
        ...bias,
        ...results,
      ];
    case 'serial':
      return [
        ...input('clk', 1, 'rising edge'),
        ...input('rst', 1, 'synchronous, active high'),
        ...input('in_valid', 1, 'x and w hold a product'),
        ...input('in_last', 1, 'the last product of a neuron'),
        ...input('x', inputBits, signedness(signed.inputs)),
        ...input('w', bits, signedness(signed.weights)),
        ...input('bias', biasBits(neuron), `${signedness(sumIsSigned(neuron))}, taken with the first product`),
        ...output('out_valid', 1, 'sum is that of a whole neuron'),
        ...results,
      ];
  }
}

/** Clocks from inputs to outputs. */
export function latency(neuron: DigitalNeuron): number {
  switch (neuron.architecture) {
    case 'parallel':
    case 'fused':
      return neuron.pipeline;
    case 'serial':
      return neuron.pipeline + 1;
  }
}
