/**
 * Effective number of bits, log2(range/(sqrt(12) error)). It is the resolution of an ideal quantizer of the output's
 * range that would add the same root mean square error. It is that of the sine-wave test of IEEE Std 1241 with an
 * amplitude of full scale. The range is the output's from - to + full scale of one synapse's input at its largest
 * weight.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { analyse, transfer } from '../analysis/analyse.ts';
import type { MismatchFigures } from './monte-carlo-figures.ts';
import { lineError, type OutputErrors, totalError } from './output-errors.ts';

/**
 * Effective bits of each error, and of all together. Together their squares add up; Infinity where there is no error.
 */
export interface EffectiveBits {
  readonly noise: number;
  readonly mismatch: number;
  readonly offsetShift: number;
  readonly compression: number;
  readonly together: number;
}

/** Effective bits of `errors`, each and together. */
export function effectiveBits(errors: OutputErrors): EffectiveBits {
  const { noise, mismatch, offsetShift, compression } = errors;
  return {
    noise: bitsOf(noise),
    mismatch: bitsOf(mismatch),
    offsetShift: bitsOf(offsetShift),
    compression: bitsOf(compression),
    together: bitsOf(totalError(errors)),
  };
}

/** Bits of a quantizer whose root mean square error is `error` of its range; at least 0. */
export const bitsOf = (error: number): number => Math.max(0, -Math.log2(Math.sqrt(12) * error));

/** Root mean square error, part of its range, of a quantizer of `bits` bits. */
export const errorOfBits = (bits: number): number => 2 ** -bits / Math.sqrt(12);

/**
 * Errors of `neuron` by simulation and over its chips. The noise is that at its own unit current; null where it has
 * none.
 */
export async function outputErrors(
  neuron: AnalogNeuron,
  chips: MismatchFigures,
  ngspice: Tool,
): Promise<OutputErrors | null> {
  const { fullScale, unitCurrent } = neuron;
  const { gain, noiseTotal } = await analyse(neuron, unitCurrent, ngspice);
  if (gain === null || noiseTotal === null) return null;
  const { input, output } = await transfer(neuron, unitCurrent, ngspice, fullScale, { steps: 40 });
  return {
    noise: Math.sqrt(noiseTotal) / (2 * fullScale * gain),
    mismatch: chips.errorRms / 2,
    offsetShift: chips.shiftRms / 2,
    compression: lineError(input, output),
  };
}
