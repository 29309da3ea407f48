/**
 * Static error of a neuron's weights by Pelgrom's law, as a formula. An offset v between the gates of a pair takes
 * tanh^2(u), u = v/(2 q U_T), of its transconductance; a mirrored tail's current differs by its threshold over q U_T
 * and by its current factor. Loads, ideal tails and what shifts the output without input (an offset) make no error of a
 * weight.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { UNIT_SIZE } from '../device/card.ts';
import { type Design, pairsAt } from './design.ts';
import { MIRROR_LENGTH, restingPoint } from './resting-point.ts';
import { designOf } from './sizing.ts';

/** Mean and variance of a relative error. */
interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Root mean square error of the largest bit over chips, relative to full scale. Where the tails are steered to one
 * pair, the pair's loss is that of all bits alike.
 */
export function staticWeightError(neuron: AnalogNeuron, design: Design = designOf(neuron)): number {
  const { mismatch } = neuron;
  const { units, bits } = design;
  const pair = pairsAt(design, units).findLast(({ driven }) => driven);
  if (!pair) throw new RangeError('no driven pair');
  const group = restingPoint(design).groups.find(
    ({ density }) => Math.abs((density * pair.devices) / pair.tail - 1) < 1e-9,
  );
  if (!group) throw new RangeError(`no pairs of ${pair.tail / pair.devices} unit currents a device`);
  const slope = group.current / group.device.gm;
  const area = UNIT_SIZE.widthN * design.length * pair.devices;
  const loss = pairLoss(mismatch.threshold / Math.sqrt(area), slope);
  const largest = 2 ** (bits - 1);
  return (largest / units) * Math.sqrt(loss.mean ** 2 + loss.variance + tailVariance(mismatch, design, largest, slope));
}

/** Variance of the relative current of a tail of `count` mirror transistors; ideal ones have none. */
function tailVariance(mismatch: AnalogNeuron['mismatch'], design: Design, count: number, slope: number): number {
  if (design.tails === 'ideal') return 0;
  // One of two equal transistors has half of the variance of their difference; its q U_T is about the pair's.
  const area = UNIT_SIZE.widthN * MIRROR_LENGTH * 1e-9 * count;
  return ((mismatch.threshold / slope) ** 2 + mismatch.beta ** 2) / (2 * area);
}

/** Points of the sum over the normal distribution, from -6 to 6 sigma. */
const POINTS = 61;

/** Part of a pair's transconductance lost by a normal offset of `sigma` (V); `slope` is q U_T (V). */
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
