/**
 * Unit transistors as formulas: transconductance, conductances, gate voltage, tunnelling, capacitances and
 * noise as functions of current and voltages. q U_T is what the gate voltage moves for a current e times as large. In the
 * EKV model (C. Enz, F. Krummenacher, E. Vittoz, "An Analytical MOS Transistor Model", Analog Integrated Circuits and
 * Signal Processing 8, 1995) q = n (1 + sqrt(1 + 4 x))/2 with the inversion x; here it is a sum of powers of x, which
 * fits this card from weak to strong inversion and whose integral, the gate voltage, is exact.
 */

import {
  type Conditions,
  type DrivenParameters,
  type LoadParameters,
  NOMINAL_CONDITIONS,
  type Ramp,
  type SlopeParameters,
} from './device-parameters.ts';

/** Thermal voltage k T/q, V (CODATA 2018 k and e); `temperature` in K. */
export const thermalVoltage = (temperature: number): number => (1.380649e-23 * temperature) / CHARGE;
/** Elementary charge, C (CODATA 2018). */
const CHARGE = 1.602176634e-19;
/** Currents are counted in microamperes inside the powers, A. */
const CURRENT_UNIT = 1e-6;

/** Where a driven transistor works. */
export interface DrivenState {
  /** Channel current, A. */
  readonly current: number;
  /** To bulk, V. */
  readonly gate: number;
  readonly drain: number;
  readonly source: number;
}

/** What a driven transistor does. */
export interface DrivenFigures {
  /** Channel current by gate voltage, S. */
  readonly gm: number;
  /** Channel current by drain voltage, S. */
  readonly gds: number;
  /** Current from drain to gate, A, and its slope, S. */
  readonly tunnelling: number;
  readonly tunnellingSlope: number;
  /** Drain to gate, F. */
  readonly cdg: number;
  /** All at the drain, F. */
  readonly cdd: number;
  /** White noise of the drain current, shot noise of the tunnelling included, A^2/Hz. */
  readonly noise: number;
  /** Flicker noise at 1 Hz, A^2. */
  readonly flicker: number;
}

/** What a load transistor does. */
export interface LoadFigures {
  /** Across it, V. */
  readonly voltage: number;
  /** S */
  readonly g: number;
  /** F */
  readonly c: number;
  /** A^2/Hz */
  readonly noise: number;
  /** At 1 Hz, A^2. */
  readonly flicker: number;
}

export function drivenDevice(
  state: DrivenState,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): DrivenFigures {
  const { current } = state;
  const ut = thermalVoltage(conditions.temperature);
  const e = Math.exp(-(state.drain - state.source) / ut);
  const x = current / CURRENT_UNIT / (1 - e);
  const u = state.drain - state.gate;
  const gm = current / (slope(x, device) * ut);
  const gds = device.sg * gm + (current / (1 - e)) * (e / ut) + device.la * current;
  const { cdg, cdd, noise } = device;
  const white = (noise.scale * (1 + noise.triode * e)) / (1 - e) / (1 + (x / noise.corner) ** noise.power);
  const through = tunnelling(u, device);
  return {
    gm,
    gds,
    tunnelling: through.current,
    tunnellingSlope: through.slope,
    cdg: ramp(u, cdg) + cdg.inversion * x,
    cdd: ramp(u, cdd) + cdd.tilt * u,
    noise: 2 * CHARGE * (current * white + Math.abs(through.current)),
    flicker: device.flicker * current ** 2,
  };
}

/** Source voltage (to bulk) at which a driven transistor carries `current` with `gate` and `drain` given, V. */
export function sourceVoltage(
  current: number,
  gate: number,
  drain: number,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): number {
  return bisect((source) => gateVoltage(current, drain, source, device, conditions) - gate, drain - 2, drain - 1e-6);
}

/** Gate voltage (to bulk) at which an N transistor carries `current` with `drain` and `source` given, V. */
export function gateVoltage(
  current: number,
  drain: number,
  source: number,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): number {
  const ut = thermalVoltage(conditions.temperature);
  const x = current / CURRENT_UNIT / -Math.expm1(-(drain - source) / ut);
  return conditions.thresholdShift + slopeIntegral(x, ut, device) + device.al * source - device.sg * (drain - source);
}

/** Channel current of an N transistor at the voltages given (to bulk), A. */
export function drainCurrent(
  gate: number,
  drain: number,
  source: number,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): number {
  const excess = (logarithm: number): number =>
    gateVoltage(Math.exp(logarithm), drain, source, device, conditions) - gate;
  return Math.exp(bisect(excess, Math.log(1e-18), Math.log(1e-3)));
}

/** What one load transistor does at `current`, A. */
export function loadDevice(
  current: number,
  device: LoadParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): LoadFigures {
  const ut = thermalVoltage(conditions.temperature);
  const inversion = (v: number): number => current / CURRENT_UNIT / -Math.expm1(-v / ut);
  const voltage = bisect((v) => v - conditions.thresholdShift - slopeIntegral(inversion(v), ut, device), 1e-6, 3);
  const e = Math.exp(-voltage / ut);
  const x = inversion(voltage);
  const { scale, triode, triode2, corner, power } = device.noise;
  const y = (x / device.c.corner) ** device.c.power;
  const shot = 2 * CHARGE * current * scale;
  return {
    voltage,
    g: (current / slope(x, device) + (current * e) / (1 - e)) / ut,
    c: device.c.base + (device.c.inversion * y) / (1 + y),
    noise: (shot * (1 + triode * e + triode2 * e ** 2)) / (1 - e) / (1 + (x / corner) ** power),
    flicker: device.flicker * current ** 2,
  };
}

function slope(x: number, { n0, a, b, p, r }: SlopeParameters): number {
  return n0 + a * x ** p + b * x ** r;
}

function tunnelling(
  voltage: number,
  { tunnelling: { scale, rate } }: DrivenParameters,
): { current: number; slope: number } {
  const size = Math.abs(voltage);
  const factor = scale * Math.exp(rate * size);
  return { current: factor * voltage * size, slope: factor * size * (2 + rate * size) };
}

/** Gate voltage: the integral of q U_T over ln x, V. */
function slopeIntegral(x: number, ut: number, { n0, a, b, p, r, v0 }: SlopeParameters): number {
  return v0 + ut * (n0 * Math.log(x) + (a / p) * x ** p + (b / r) * x ** r);
}

/** `base` above `middle`, a slope of -overlap below. */
function ramp(u: number, { base, overlap, middle, width }: Ramp): number {
  return base + overlap * width * Math.log1p(Math.exp(-(u - middle) / width));
}

/** Zero of `f`, which changes sign once between `low` and `high`, to the last bits. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  const rising = f(high) > 0;
  let [a, b] = [low, high];
  for (let round = 0; round < 60; round++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0 === rising) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}
