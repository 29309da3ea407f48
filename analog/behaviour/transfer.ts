/** DC transfer of a neuron by the closed form. Every pair drives a tanh, the loads follow the EKV formula. */

import type { Behaviour, LoadCurve } from './behaviour.ts';

/** Differential output by differential inputs, V. A synapse without an input rests. */
export function transferOf(
  model: Behaviour,
  /** [synapses], whole numbers. */
  weights: readonly number[],
  /** [synapses], V. */
  inputs: readonly number[],
): number {
  const current = weights.reduce((sum, weight, k) => sum + driveCurrent(model, weight, inputs[k] ?? 0), 0);
  return nodeShift(model, current) - nodeShift(model, -current);
}

/** Current of one side of a synapse, A, at `weight` and `input` (V). */
export function driveCurrent({ drive, units }: Behaviour, weight: number, input: number): number {
  switch (drive.kind) {
    case 'bits':
      return drive.bits.reduce((sum, { tail, gm, tunnelling }, bit) => {
        const on = Math.floor(weight / 2 ** bit) % 2;
        return sum + on * ((tail / 2) * Math.tanh((gm * input) / tail) - (tunnelling * input) / 2);
      }, 0);
    case 'steered': {
      const { unitCurrent, base, rise, power, tunnelling } = drive.pair;
      const swing = base + rise * (weight / units) ** power;
      return ((weight * unitCurrent) / 2) * Math.tanh(input / swing) - (tunnelling * input) / 2;
    }
  }
}

/** Rise of a node into which `current` (A) is put, V. By Newton's rounds on the sum of its currents. */
function nodeShift({ load, conductance }: Behaviour, current: number): number {
  let shift = 0;
  for (let round = 0; round < 50; round++) {
    const { excess, slope } = loadAt(load, -shift);
    const step = (excess + current - conductance * shift) / (slope + conductance);
    shift += step;
    if (Math.abs(step) < 1e-15) break;
  }
  return shift;
}

/** Excess current (A) and slope (S) of the loads, `more` volts above their resting drop. */
function loadAt({ current, inversion, rate }: LoadCurve, more: number): { excess: number; slope: number } {
  const z = inversion + rate * more;
  const ratio = Math.log1p(Math.exp(z)) / Math.log1p(Math.exp(inversion));
  const sigmoid = 1 / (1 + Math.exp(-z));
  return {
    excess: current * (ratio * ratio - 1),
    slope: (2 * current * rate * ratio * sigmoid) / Math.log1p(Math.exp(inversion)),
  };
}
