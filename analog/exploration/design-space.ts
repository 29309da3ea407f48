/**
 * Design space of one-synapse neurons by the closed form. It holds every sizing and length, more capacitance, less
 * supply, every bias.
 */

import { type AnalogNeuron, CHANNEL_LENGTHS } from '../../gen/index.ts';
import { closedForm } from '../analysis/closed-form.ts';
import { isUsable, noisePole } from './bias-sweep.ts';
import { withShape } from './studied-sizings.ts';

/** Neuron of the space over its range of bias. */
export interface SpaceCurve {
  /** V */
  readonly supply: number;
  readonly description: string;
  /** Points where the closed form holds, in rising unit current. */
  readonly points: readonly SpacePoint[];
}

/** Figures of a neuron of the space at one unit current. */
export interface SpacePoint {
  /** A */
  readonly unitCurrent: number;
  /** W */
  readonly power: number;
  /** Hz */
  readonly bandwidth: number;
  /** V^2 */
  readonly noise: number;
}

/** Capacitances at each output, F. */
const CAPACITANCES = [0, 1e-15, 3e-15, 1e-14] as const;
/** Supplies after the spec's own, V. */
const LOWER_SUPPLIES = [0.5, 0.35, 0.3] as const;
const CURRENTS: readonly number[] = Array.from({ length: 17 }, (_, k) =>
  Number((1e-12 * 10 ** (k / 3)).toPrecision(4)),
);
/** Largest stretch of the bandwidth beyond the pole, 1, as for simulated sizings. */
const STRETCH = 2;

/** Neurons with the bits, temperature, corner and threshold shift of `base`. It takes some seconds. */
export function designSpace(base: AnalogNeuron): readonly SpaceCurve[] {
  const shapes = CHANNEL_LENGTHS.flatMap((length) => [
    { sizing: 'unit' as const, length },
    { sizing: 'minimum' as const, length },
    ...[2, 3, 4]
      .filter((segment) => segment < base.bits)
      .map((segment) => ({ sizing: 'segmented' as const, segment, length })),
    ...[4, 8, 16, 32].map((devices) => ({ sizing: 'tail-steered' as const, devices, length })),
  ]);
  const supplies = [base.supply, ...LOWER_SUPPLIES.filter((supply) => supply < base.supply)];
  return supplies.flatMap((supply) =>
    shapes.flatMap((shape) =>
      CAPACITANCES.map((loadCapacitance): SpaceCurve => {
        const neuron = { ...withShape(base, base.name, { ...shape, loadCapacitance }), supply };
        const { sizing, length, ...rest } = shape;
        const own = Object.values(rest).join('');
        const description = `${sizing}${own && ` ${own}`}, L ${Math.round(length * 1e9)} nm, ${loadCapacitance * 1e15} fF`;
        return { supply, description, points: pointsOf(neuron) };
      }),
    ),
  );
}

function pointsOf(neuron: AnalogNeuron): readonly SpacePoint[] {
  return CURRENTS.flatMap((unitCurrent) => {
    const figures = closedForm(neuron, unitCurrent);
    if (!isUsable(figures) || figures.bandwidth > STRETCH * noisePole(figures)) return [];
    return [{ unitCurrent, power: figures.power, bandwidth: figures.bandwidth, noise: figures.noiseTotal }];
  });
}
