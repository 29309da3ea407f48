/** Measurements of power, energy per operation and their ratio for every pair and frequency. */

import { DIGITAL_KEYS, keyOf, type Measurement, measured, PAIR_KEYS } from '../measurement/index.ts';
import type { PairCurve, PairPoint } from './power.ts';

/**
 * Measurements of each pair at each frequency F (Hz). They are `DIG.power@F`, `ANALOG.power@F` [W], `DIG.energy@F`,
 * `ANALOG.energy@F` [J per operation], `DIG/ANALOG.powerRatio@F` [1], and `DIG/ANALOG.powerRatioFromStatedCurrent@F`
 * [1], where the analog neuron's unit current is never below the spec's. A neuron of several pairs is given once.
 */
export function pairMeasurements(curves: readonly PairCurve[]): readonly Measurement[] {
  const byKey = new Map<string, Measurement>();
  for (const curve of curves)
    for (const point of curve.points)
      for (const measurement of atFrequency(curve, point)) byKey.set(measurement.key, measurement);
  return [...byKey.values()];
}

function atFrequency(curve: PairCurve, point: PairPoint): readonly Measurement[] {
  const { digital, analog } = curve;
  const { frequency } = point;
  const ofDigital = { neuron: digital.name, frequency };
  const ofAnalog = { neuron: analog.name, frequency };
  const ofPair = { digital: digital.name, analog: analog.name, frequency };
  const ofNeuron = (key: 'delay' | 'leakage' | 'energy'): string => keyOf(DIGITAL_KEYS[key], { neuron: digital.name });
  const digitalSource =
    point.digital === null
      ? `none: one over ${ofNeuron('delay')} is below this frequency`
      : `${ofNeuron('leakage')} + frequency x ${ofNeuron('energy')}`;
  const analogSource =
    point.analog === null
      ? `none: no simulated bias of ${analog.name} has this bandwidth`
      : `${analog.name} at the smallest usable bias with this bandwidth, between simulated points`;
  const ratioSource = `${keyOf(PAIR_KEYS.power, ofDigital)} over ${keyOf(PAIR_KEYS.power, ofAnalog)}`;
  return [
    measured(PAIR_KEYS.power, ofDigital, point.digital, 'modelled', digitalSource),
    measured(PAIR_KEYS.energy, ofDigital, per(point.digital, frequency), 'modelled', digitalSource),
    measured(PAIR_KEYS.power, ofAnalog, point.analog, 'modelled', analogSource),
    measured(PAIR_KEYS.energy, ofAnalog, per(point.analog, frequency), 'modelled', analogSource),
    measured(PAIR_KEYS.powerRatio, ofPair, per(point.digital, point.analog), 'modelled', ratioSource),
    measured(
      PAIR_KEYS.powerRatioFromStated,
      ofPair,
      per(point.digital, point.analogFromStated),
      'modelled',
      `${ratioSource}, with the unit current of ${analog.name} never below the spec's`,
    ),
  ];
}

/** Quotient, missing where either side is. */
function per(value: number | null, by: number | null): number | null {
  return value === null || by === null ? null : value / by;
}
