/** Activations of a digital neuron: integer functions, their circuits and their errors. */

import type { DigitalNeuron } from '../spec/digital.ts';
import { curveValue } from './curve.ts';

/**
 * `y` as a number for the number `sum`; undefined without an activation. All but the threshold look at v = sum >>
 * shift, rounded down.
 */
export function activate(neuron: DigitalNeuron, sum: bigint): bigint | undefined {
  const v = sum >> BigInt(neuron.shift);
  switch (neuron.activation) {
    case 'none':
      return undefined;
    case 'threshold':
      return sum >= BigInt(neuron.threshold) ? 1n : 0n;
    case 'relu':
      return clamp(v, 0n, (1n << BigInt(neuron.outputBits)) - 1n);
    case 'hard-tanh': {
      const limit = (1n << BigInt(neuron.outputBits - 1)) - 1n;
      return clamp(v, -limit, limit);
    }
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
    case 'tanh-lut':
      return curveValue(neuron.activation, neuron.outputBits, v);
  }
}

const clamp = (value: bigint, low: bigint, high: bigint): bigint => (value < low ? low : value > high ? high : value);

/** Width of `y`, 0 without an activation. */
export function outputBits(neuron: DigitalNeuron): number {
  switch (neuron.activation) {
    case 'none':
      return 0;
    case 'threshold':
      return 1;
    case 'relu':
    case 'hard-tanh':
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
    case 'tanh-lut':
      return neuron.outputBits;
  }
}

/** Signedness of `y`: two's complement where it can be negative. */
export function outputIsSigned(neuron: DigitalNeuron): boolean {
  switch (neuron.activation) {
    case 'none':
    case 'threshold':
    case 'relu':
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
      return false;
    case 'hard-tanh':
    case 'tanh-lut':
      return true;
  }
}
