/**
 * Static error of a neuron's weights by Pelgrom's law, as a formula. An offset v between the gates of a pair takes tanh^2(u),
 * u = v/(2 q U_T), of its transconductance; a mirrored tail's current differs by its threshold over q U_T and by its
 * current factor. Loads, ideal tails and what shifts the output without input (an offset) make no error of a weight.
 */

import type { AnalogNeuron } from '../gen/index.ts';
import { type Design, pairsAt } from './design.ts';
import { UNIT_SIZE } from './device-bias.ts';
import { MIRROR_LENGTH, restingPoint } from './resting-point.ts';
import { designOf } from './sizing.ts';

/** Mean and variance of a relative error. */
interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Error of the largest bit or of the largest weight, whichever is larger, as a part of the full scale: its root mean
 * square over chips.
 */
export function staticWeightError(neuron: AnalogNeuron, design: Design = designOf(neuron)): number {
  const { mismatch } = neuron;
  const { units } = design;
  const resting = restingPoint(design);
  /** q U_T of the pair that has a tail of `density` unit currents a device, V. */
  const swing = (density: number): number => {
    const group = resting.groups.find((entry) => Math.abs(entry.density / density - 1) < 1e-9);
    if (!group) throw new RangeError(`no pairs of ${density} unit currents a device`);
    return group.current / group.device.gm;
  };
  const pairArea = (devices: number): number => UNIT_SIZE.widthN * design.length * devices;
  const tail = (count: number): number => {
    if (design.tails === 'ideal') return 0;
    // One of two equal transistors has half of the variance of their difference.
    const perArea = 1 / (2 * UNIT_SIZE.widthN * MIRROR_LENGTH * 1e-9 * count);
    const mirror = restingPoint(design).groups[0];
    const slope = mirror ? mirror.current / mirror.device.gm : Number.NaN;
    return perArea * ((mismatch.threshold / slope) ** 2 + mismatch.beta ** 2);
  };
  const bits = Array.from({ length: design.bits }, (_, bit) => 2 ** bit / units);
  if (design.sizing === 'tail-steered') {
    const [pair] = pairsAt(design, units);
    const whole = pairLoss(
      mismatch.threshold / Math.sqrt(pairArea(pair?.devices ?? 0)),
      swing(units / (pair?.devices ?? 1)),
    );
    const tails = bits.reduce((sum, share, bit) => sum + share ** 2 * tail(2 ** bit), 0);
    const largest = (bits.at(-1) ?? 0) * Math.sqrt(tail(2 ** (design.bits - 1)));
    return Math.max(largest, Math.sqrt(whole.mean ** 2 + whole.variance + tails));
  }
  const errors = pairsAt(design, units).map(({ tail: current, devices }, bit): Moments => {
    const loss = pairLoss(mismatch.threshold / Math.sqrt(pairArea(devices)), swing(current / devices));
    return { mean: loss.mean, variance: loss.variance + tail(2 ** bit) };
  });
  const rootMeanSquare = (of: readonly { readonly share: number; readonly error: Moments }[]): number => {
    const mean = of.reduce((sum, { share, error }) => sum + share * error.mean, 0);
    const variance = of.reduce((sum, { share, error }) => sum + share ** 2 * error.variance, 0);
    return Math.sqrt(mean ** 2 + variance);
  };
  const all = errors.map((error, bit) => ({ share: bits[bit] ?? 0, error }));
  return Math.max(rootMeanSquare(all.slice(-1)), rootMeanSquare(all));
}

/** Points of the sum over the normal distribution, from -6 to 6 sigma. */
const POINTS = 61;

/** What a pair loses of its transconductance by a normal offset of `sigma` (V); `slope` is q U_T (V). */
function pairLoss(sigma: number, slope: number): Moments {
  let [weight, first, second] = [0, 0, 0];
  for (let k = 0; k < POINTS; k++) {
    const z = (12 * k) / (POINTS - 1) - 6;
    const density = Math.exp((-z * z) / 2);
    const loss = -(Math.tanh((z * sigma) / (2 * slope)) ** 2);
    weight += density;
    first += density * loss;
    second += density * loss ** 2;
  }
  const mean = first / weight;
  return { mean, variance: Math.max(0, second / weight - mean ** 2) };
}
