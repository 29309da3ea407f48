/** Errors of the fixed-point activations against the real functions. */

import { DIGITAL_KEYS, type Measurement, measured } from '../../measurement/index.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { type Curve, curveFormat, functionOf, halfCurve } from './curve.ts';

/** Largest and root mean square error, in units of the last place of `y`. */
export interface ActivationError {
  readonly max: number;
  readonly rms: number;
}

/** Points of a step where the root mean square is taken. */
const POINTS = 16;

/**
 * Error of `curve` with `bits` of `y` over the whole input range. It is taken against the real function of the
 * unrounded sum, on either side of zero: the function is smooth and `y` constant over a step, so its ends show the
 * largest error.
 */
export function activationError(curve: Curve, bits: number): ActivationError {
  const format = curveFormat(curve, bits);
  const wanted = functionOf(curve);
  const steps = 2 ** format.magnitude;
  const exact = (u: number): number => format.one * wanted(u / 2 ** format.fraction);
  let max = 0;
  let squares = 0;
  for (let u = 0; u < steps; u++) {
    const y = halfCurve(curve, format, u);
    max = Math.max(max, Math.abs(y - exact(u)), Math.abs(y - exact(u + 1)));
    for (let point = 0; point < POINTS; point++) squares += (y - exact(u + (point + 0.5) / POINTS)) ** 2;
  }
  return { max, rms: Math.sqrt(squares / (steps * POINTS)) };
}

/**
 * Measurements `NAME.activation.error.max` and `.rms` of an activation that imitates a real function. In units of the
 * last place of `y`; none for other neurons.
 */
export function activationMeasurements(neuron: DigitalNeuron): Measurement[] {
  const { name, activation, outputBits } = neuron;
  switch (activation) {
    case 'none':
    case 'threshold':
    case 'relu':
    case 'hard-tanh':
      return [];
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
    case 'tanh-lut': {
      const { max, rms } = activationError(activation, outputBits);
      const { fraction, magnitude } = curveFormat(activation, outputBits);
      const source =
        `${activation} of ${outputBits} bits against the real function of the unrounded sum, ` +
        `|x| up to ${2 ** (magnitude - fraction)}, in units of the last place of y`;
      return [
        measured(DIGITAL_KEYS.activationErrorMax, { neuron: name }, max, 'modelled', source),
        measured(DIGITAL_KEYS.activationErrorRms, { neuron: name }, rms, 'modelled', source),
      ];
    }
  }
}
