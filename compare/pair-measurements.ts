/** Power, energy per operation and their ratio for every pair and frequency, as measurements. */

import type { Measurement } from '../measurement/index.ts';
import type { PairCurve, PairPoint } from './power.ts';

/**
 * For each pair and frequency F (Hz): `DIG.power@F`, `ANALOG.power@F` [W], `DIG.energy@F`, `ANALOG.energy@F` [J per
 * operation], `DIG/ANALOG.powerRatio@F` [1], and `DIG/ANALOG.powerRatioFromStatedCurrent@F` [1], where the analog
 * neuron's unit current is never below the spec's. A neuron of several pairs is given once.
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
  const at = `@${point.frequency}`;
  const pair = `${digital.name}/${analog.name}`;
  const digitalSource =
    point.digital === null
      ? `none: one over ${digital.name}.delay is below this frequency`
      : `${digital.name}.leakage + frequency x ${digital.name}.energy`;
  const analogSource =
    point.analog === null
      ? `none: no simulated bias of ${analog.name} has this bandwidth`
      : `${analog.name} at the smallest usable bias with this bandwidth, between simulated points`;
  const ratioSource = `${digital.name}.power${at} over ${analog.name}.power${at}`;
  const entry = (key: string, value: number | null, unit: string, source: string): Measurement => ({
    key,
    value,
    unit,
    origin: 'modelled',
    source,
  });
  return [
    entry(`${digital.name}.power${at}`, point.digital, 'W', digitalSource),
    entry(`${digital.name}.energy${at}`, per(point.digital, point.frequency), 'J', digitalSource),
    entry(`${analog.name}.power${at}`, point.analog, 'W', analogSource),
    entry(`${analog.name}.energy${at}`, per(point.analog, point.frequency), 'J', analogSource),
    entry(`${pair}.powerRatio${at}`, per(point.digital, point.analog), '1', ratioSource),
    entry(
      `${pair}.powerRatioFromStatedCurrent${at}`,
      per(point.digital, point.analogFromStated),
      '1',
      `${ratioSource}, with the unit current of ${analog.name} never below the spec's`,
    ),
  ];
}

/** A quotient that is missing where either side is. */
function per(value: number | null, by: number | null): number | null {
  return value === null || by === null ? null : value / by;
}
