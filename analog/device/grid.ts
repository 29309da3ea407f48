/** Bias points of the fit, and the choice of those in its range. */

import { ZERO_CELSIUS } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { type DrivenBias, type DrivenPoint, drivenTransistor, type LoadPoint, loadTransistor } from './bias.ts';
import { type Conditions, type DrivenLength, NOMINAL_CONDITIONS } from './parameters.ts';

/** Lengths of the driven transistors, nm. */
export const DRIVEN_LENGTHS: readonly DrivenLength[] = [65, 130, 250];

/** Range inside which the fit's errors are stated. */
const FIT_RANGE = {
  /** Degrees Celsius. */
  coldest: 0,
  hottest: 85,
  /** Channel current of a driven transistor, A. */
  driven: { least: 1e-12, most: 3.2e-6 },
  /** Current of a load, A. */
  load: { least: 5e-11, most: 4e-5 },
  /** Least drain-source voltage, V: below, a pair is no amplifier. */
  drainSource: 0.1,
  /** Drain to bulk, V. */
  drain: 1.25,
  /** Least voltage across a load, V: below, it is a resistor. */
  loadVoltage: 0.015,
  /** Gate of a driven transistor to bulk, V. */
  gate: { least: -0.15, most: 1.02 },
  /** Most drain-source conductance over transconductance, 1: above, the transistor is out of saturation. */
  triode: 0.5,
} as const;

/** Temperatures, degrees Celsius; those outside FIT_RANGE count OUTSIDE_WEIGHT times. */
const TEMPERATURES = [-40, 0, 27, 55, 85, 125];
const SHIFT_TEMPERATURES = [0, 27, 85];
/** Threshold shifts, V. */
const SHIFTS = [-0.1, 0.1, 0.2];
/** Source voltages, V. */
const SOURCES = [0, 0.1, 0.25, 0.45, 0.7];
const DRAIN_SOURCES = [0.1, 0.15, 0.25, 0.45, 0.7, 1];
/** Most tunnelling from the source as a part of the current pulled there, 1. */
const LEAK = 0.3;
/** Weight of the points outside the stated range in the fit, 1. */
export const OUTSIDE_WEIGHT = 0.3;

/** Currents from `from` to `to`, `perDecade` a decade, A. */
const currents = (from: number, to: number, perDecade: number): number[] =>
  Array.from(
    { length: Math.floor(Math.log10(to / from) * perDecade + 1e-9) + 1 },
    (_, k) => from * 10 ** (k / perDecade),
  );

const at = (celsius: number, thresholdShift = 0): Conditions => ({
  temperature: celsius + ZERO_CELSIUS,
  thresholdShift,
});

/** Test for conditions that errors are stated for: temperature in range, thresholds as they are. */
export const isInside = ({ temperature }: Conditions): boolean =>
  temperature > FIT_RANGE.coldest + 273 && temperature < FIT_RANGE.hottest + 273.3;

/** All bias points of a driven transistor. */
function drivenBiases(length: DrivenLength): readonly DrivenBias[] {
  const { least, most } = FIT_RANGE.driven;
  const grid = (
    conditions: Conditions,
    sources: readonly number[],
    drainSources: readonly number[],
    pulls: readonly number[],
  ): DrivenBias[] =>
    sources.flatMap((source) =>
      drainSources
        .map((drainSource) => source + drainSource)
        .filter((drain) => drain <= FIT_RANGE.drain)
        .flatMap((drain) => pulls.map((pulled) => ({ length, pulled, source, drain, conditions }))),
    );
  return [
    ...TEMPERATURES.flatMap((celsius) => grid(at(celsius), SOURCES, DRAIN_SOURCES, currents(least, most, 2))),
    ...SHIFT_TEMPERATURES.flatMap((celsius) =>
      SHIFTS.flatMap((shift) => grid(at(celsius, shift), [0, 0.3], [0.15, 0.5], currents(1e-11, 1e-6, 1))),
    ),
  ];
}

/** Points of a driven transistor that the fit uses. */
export async function drivenPoints(length: DrivenLength, ngspice: Tool): Promise<readonly DrivenPoint[]> {
  const points = await Promise.all(drivenBiases(length).map((bias) => drivenTransistor(bias, ngspice)));
  const { gate, triode } = FIT_RANGE;
  return points.filter(
    (point) =>
      point.gate > gate.least &&
      point.gate < gate.most &&
      point.gds < triode * point.gm &&
      Math.abs(point.current / point.pulled - 1) < LEAK,
  );
}

/** Points of the load that the fit uses. */
export async function loadPoints(ngspice: Tool): Promise<readonly LoadPoint[]> {
  const { least, most } = FIT_RANGE.load;
  const biases = [
    ...TEMPERATURES.flatMap((celsius) => currents(least, most, 4).map((current) => ({ current, ...at(celsius) }))),
    ...SHIFT_TEMPERATURES.flatMap((celsius) =>
      SHIFTS.flatMap((shift) => currents(least, most, 2).map((current) => ({ current, ...at(celsius, shift) }))),
    ),
  ];
  const points = await Promise.all(
    biases.map(({ current, temperature, thresholdShift }) =>
      loadTransistor(current, ngspice, { ...NOMINAL_CONDITIONS, temperature, thresholdShift }),
    ),
  );
  return points.filter((point) => point.voltage > FIT_RANGE.loadVoltage);
}
