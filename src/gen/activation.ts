/** Activations: what `y` is, as a function of integers and as a circuit. */

import type { DigitalNeuron } from './digital-spec.ts';
import type { Builder, Bus, Net } from './netlist.ts';
import { sumIsSigned } from './range.ts';

/** The meaning: `y` as a number for the number `sum`; undefined without an activation. */
export function activate(neuron: DigitalNeuron, sum: bigint): bigint | undefined {
  switch (neuron.activation) {
    case 'none':
      return undefined;
    case 'threshold':
      return sum >= BigInt(neuron.threshold) ? 1n : 0n;
  }
}

/** Width of `y`, 0 without an activation. */
export function outputBits(neuron: DigitalNeuron): number {
  switch (neuron.activation) {
    case 'none':
      return 0;
    case 'threshold':
      return 1;
  }
}

/** The circuit for the spec's own threshold and shift. */
export function activation(builder: Builder, neuron: DigitalNeuron, sum: Bus): Bus | undefined {
  switch (neuron.activation) {
    case 'none':
      return undefined;
    case 'threshold':
      return [atLeast(builder, sum, sumIsSigned(neuron), BigInt(neuron.threshold))];
  }
}

/** 1 where the number on `nets` is at least `limit`: a chain of one AND or OR a bit, from the least significant up. */
function atLeast(builder: Builder, nets: Bus, signed: boolean, limit: bigint): Net {
  const bias = signed ? 1n << BigInt(nets.length - 1) : 0n;
  const offset = limit + bias;
  if (offset <= 0n) return 1;
  if (offset >> BigInt(nets.length)) return 0;
  return nets.reduce<Net>((carry, net, k) => {
    const bit = signed && k === nets.length - 1 ? builder.not(net) : net;
    return builder.gate((offset >> BigInt(k)) & 1n ? 'and' : 'or', bit, carry);
  }, 1);
}
