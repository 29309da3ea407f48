/** Activations in the words of a header comment. */

import { activationError, type Curve, curveFormat, type DigitalNeuron } from '../gen/index.ts';

const V = 'v = sum >>> SHIFT';

/** Header lines of the activation; empty without one. */
export function activationWords(neuron: DigitalNeuron): string[] {
  const bits = neuron.outputBits;
  const limit = 2 ** (bits - 1) - 1;
  switch (neuron.activation) {
    case 'none':
      return [];
    case 'threshold':
      return ['y = 1 where sum >= THRESHOLD, else 0'];
    case 'relu':
      return [`y = ${V}, clamped to 0 ... ${2 ** bits - 1}`];
    case 'hard-tanh':
      return [`y = ${V}, clamped to ${-limit} ... ${limit}`];
    case 'sigmoid-pwl':
      return [`y = ${2 ** bits - 1} sigmoid(x), piecewise linear (PLAN)`, ...curveWords(neuron.activation, bits)];
    case 'sigmoid-lut':
      return [`y = ${2 ** bits - 1} sigmoid(x), a table`, ...curveWords(neuron.activation, bits)];
    case 'tanh-lut':
      return [`y = ${limit} tanh(x), a table`, ...curveWords(neuron.activation, bits)];
  }
}

function curveWords(curve: Curve, bits: number): string[] {
  const { fraction, magnitude } = curveFormat(curve, bits);
  const range = curve === 'sigmoid-pwl' ? 5 : 2 ** (magnitude - fraction);
  const { max, rms } = activationError(curve, bits);
  return [
    `x = sum / 2^(SHIFT + ${fraction}), in steps of ${V}; saturated from |x| = ${range}`,
    `error: at most ${max.toFixed(2)}, rms ${rms.toFixed(2)}, in units of the last place of y`,
  ];
}
