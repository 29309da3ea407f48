/** Errors at the output of a neuron by the closed form. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { closedForm } from '../analysis/closed-form.ts';
import { behaviourOf } from '../behaviour/behaviour.ts';
import { transferOf } from '../behaviour/transfer.ts';
import { designOf } from '../neuron/sizing.ts';
import type { Draw } from './monte-carlo.ts';
import { mismatchFigures } from './monte-carlo-figures.ts';
import { modelledChips } from './monte-carlo-formula.ts';

/** Errors at the output, root mean squares, parts of its range. */
export interface OutputErrors {
  /** Integrated noise. */
  readonly noise: number;
  /** Errors of the weights at full scale, over chips and weights. */
  readonly mismatch: number;
  /**
   * Shift of the offset from weight to weight, over chips and weights. The offset of the largest weight is taken off.
   */
  readonly offsetShift: number;
  /** Distance from the best straight line over the input's range, without noise and mismatch. */
  readonly compression: number;
}

/** All errors together, their squares added up. */
export const totalError = (errors: OutputErrors): number => Math.hypot(errors.noise, staticError(errors));

/** All errors but the noise. */
export const staticError = ({ mismatch, offsetShift, compression }: OutputErrors): number =>
  Math.hypot(mismatch, offsetShift, compression);

/** Inputs of the transfer whose compression is told. */
const STEPS = 40;

/** Errors of `neuron` over chips by the closed form; null where it does not hold. */
export function modelledErrors(neuron: AnalogNeuron, draw: Draw): OutputErrors | null {
  const { gain, noiseTotal } = closedForm(neuron);
  const chips = modelledChips(neuron, draw);
  if (gain === null || noiseTotal === null || !chips) return null;
  const { fullScale } = neuron;
  const figures = mismatchFigures(designOf(neuron), fullScale, chips);
  const model = behaviourOf(neuron);
  const weights = Array.from({ length: neuron.synapses }, () => model.units);
  const input = Array.from({ length: STEPS + 1 }, (_, k) => fullScale * ((2 * k) / STEPS - 1));
  return {
    noise: Math.sqrt(noiseTotal) / (2 * fullScale * gain),
    mismatch: figures.errorRms / 2,
    offsetShift: figures.shiftRms / 2,
    compression: lineError(
      input,
      input.map((at) => transferOf(model, weights, [at])),
    ),
  };
}

/** Root mean square distance of a curve from its best line, part of its span. The line is that of least squares. */
export function lineError(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = x.reduce((sum, value, k) => sum + (value - mx) * (nth(y, k) - my), 0);
  const slope = product / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
  const squares = mean(x.map((value, k) => (nth(y, k) - my - slope * (value - mx)) ** 2));
  return Math.sqrt(squares) / Math.abs(nth(y, y.length - 1) - nth(y, 0));
}
