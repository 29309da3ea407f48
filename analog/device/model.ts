/**
 * Unit transistors as formulas of current and voltages, fitted to the card in ngspice. They give transconductance,
 * conductances, voltages, tunnelling, capacitances and noise at 0 to 85 C (as an approximation at -40 to 125 C) and
 * with shifted thresholds.
 */

import { ELEMENTARY_CHARGE } from '../../numeric/index.ts';
import { channel, root, thermal, thermalVoltage, warmth } from './channel.ts';
import {
  type Conditions,
  type DrivenParameters,
  type FlickerParameters,
  type InversionParameters,
  type LoadParameters,
  NOMINAL_CONDITIONS,
  type NoiseParameters,
} from './parameters.ts';

/** Current and voltages at which a driven transistor works. */
export interface DrivenState {
  /** Channel current, A. */
  readonly current: number;
  /** Gate to bulk, V. */
  readonly gate: number;
  readonly drain: number;
  readonly source: number;
}

/** Small-signal figures and noise of a driven transistor. */
export interface DrivenFigures {
  /** Channel current by gate voltage, S. */
  readonly gm: number;
  /** Channel current by drain voltage, S. */
  readonly gds: number;
  /** Tunnelling from drain to gate, A, and its slope, S. */
  readonly tunnelling: number;
  readonly tunnellingSlope: number;
  /** Drain-gate capacitance, F. */
  readonly cdg: number;
  /** Total capacitance at the drain, F. */
  readonly cdd: number;
  /** Total capacitance at the gate, F. */
  readonly cgg: number;
  /** White noise of the drain current, shot noise of the tunnelling included, A^2/Hz. */
  readonly noise: number;
  /** Flicker noise at 1 Hz, A^2. */
  readonly flicker: number;
}

/** Figures of a driven transistor at a bias, by the fitted formulas. */
export function drivenDevice(
  state: DrivenState,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): DrivenFigures {
  const { current, gate, drain, source } = state;
  const t = warmth(conditions);
  const { byLog, byDrain, x, part } = channel(current, drain - source, source, device, conditions);
  const gm = current / byLog;
  const { cdg, cdd, cgg, noise, overlap } = device;
  const through = tunnelling(drain - gate, device);
  const atDrain = overlapPart(drain - gate, device);
  const more = thermal(noise.body, t) * source + thermal(noise.drain, t) * Math.log(drain - source);
  return {
    gm,
    gds: -gm * byDrain,
    tunnelling: through.current,
    tunnellingSlope: through.slope,
    cdg: cdg.scale * (overlap.base + atDrain) + inversionPart(x, t, cdg),
    cdd: thermal(cdd.junction, t) * Math.exp(-drain / cdd.decay) + cdd.base + cdd.scale * atDrain,
    cgg:
      atDrain +
      overlapPart(source - gate, device) +
      thermal(cgg.base, t) +
      cgg.body * source +
      cgg.log * Math.log(x) +
      inversionPart(x, t, cgg),
    noise:
      2 * ELEMENTARY_CHARGE * (current * excessNoise(x, part, more, noise, conditions) + Math.abs(through.current)),
    flicker: flickerNoise(current, x, t, device.flicker),
  };
}

/** Gate voltage (to bulk, V) at which an N transistor carries `current` (A). */
export function gateVoltage(
  current: number,
  drain: number,
  source: number,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): number {
  return channel(current, drain - source, source, device, conditions).gate;
}

/**
 * Source voltage (to bulk) at which a driven transistor carries `current` (A), V. It is 1 mV below the drain where the
 * gate would drive more than that through the channel.
 */
export function sourceVoltage(
  current: number,
  gate: number,
  drain: number,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): number {
  const excess = (source: number): readonly [number, number] => {
    const at = channel(current, drain - source, source, device, conditions);
    return [at.gate - gate, at.bySource];
  };
  return root(excess, drain - 2, drain - 1e-3, drain - 0.3, VOLTAGE_PRECISION);
}

/** Channel current of an N transistor, A. Voltages are to bulk, the drain above the source. */
export function drainCurrent(
  gate: number,
  drain: number,
  source: number,
  device: DrivenParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
): number {
  const excess = (logarithm: number): readonly [number, number] => {
    const at = channel(Math.exp(logarithm), drain - source, source, device, conditions);
    return [at.gate - gate, at.byLog];
  };
  return Math.exp(root(excess, Math.log(1e-20), Math.log(1e-3), Math.log(1e-9), 1e-10));
}

/**
 * Current through the overlap of drain and gate, A, and its slope, S. It is the same for source and gate; `voltage` is
 * between the two, V.
 */
export function tunnelling(
  voltage: number,
  { tunnelling: { scale, rate } }: DrivenParameters,
): { readonly current: number; readonly slope: number } {
  const size = Math.abs(voltage);
  const factor = scale * Math.exp(rate * size);
  return { current: factor * voltage * size, slope: factor * size * (2 + rate * size) };
}

/** Voltage, conductance, capacitance and noise of a load transistor. */
export interface LoadFigures {
  /** Voltage across the load, V. */
  readonly voltage: number;
  /** S */
  readonly g: number;
  /** F */
  readonly c: number;
  /** A^2/Hz */
  readonly noise: number;
  /** Flicker noise at 1 Hz, A^2. */
  readonly flicker: number;
}

/**
 * Figures of one load transistor at `current`, A. The search for its voltage begins at `near`, V, where that is known.
 */
export function loadDevice(
  current: number,
  device: LoadParameters,
  conditions: Conditions = NOMINAL_CONDITIONS,
  near?: number,
): LoadFigures {
  const t = warmth(conditions);
  const at = (voltage: number) => channel(current, voltage, 0, device, conditions);
  const excess = (voltage: number): readonly [number, number] => {
    const { gate, byDrain } = at(voltage);
    return [voltage - gate, 1 - byDrain];
  };
  // In saturation the gate voltage hardly depends on the drain's; where it falls to a few U_T the drain takes over.
  const guess = (): number => {
    const soft = 2 * thermalVoltage(conditions.temperature);
    const saturated = at(SATURATED).gate;
    return START * (saturated > SATURATED ? saturated : soft * Math.log1p(Math.exp(saturated / soft)));
  };
  const voltage = root(excess, 1e-9, 3, near ?? guess(), VOLTAGE_PRECISION);
  const { byLog, byDrain, x, part } = at(voltage);
  return {
    voltage,
    g: (current * (1 - byDrain)) / byLog,
    c: thermal(device.c.base, t) + inversionPart(x, t, device.c),
    noise: 2 * ELEMENTARY_CHARGE * current * excessNoise(x, part, 0, device.noise, conditions),
    flicker: flickerNoise(current, x, t, device.flicker),
  };
}

const VOLTAGE_PRECISION = 1e-10;
/** Voltage of a load at which it is in saturation, V. */
const SATURATED = 0.3;
/**
 * Start of the search over the voltage in saturation, 1. The excess is concave: from below, Newton's method never
 * leaves the bracket.
 */
const START = 0.9;

/** Ratio of white noise to 2 q I; `more` is added to its scale. */
function excessNoise(
  x: number,
  part: number,
  more: number,
  { scale, triode, corner, power, shift, cornerShift }: NoiseParameters,
  conditions: Conditions,
): number {
  const t = warmth(conditions);
  const weak = (thermal(scale, t) + more) * (1 + shift * conditions.thresholdShift);
  const strong = thermal(corner, t) * (1 + cornerShift * conditions.thresholdShift);
  return weak / part ** triode / (1 + (x / strong) ** power);
}

function flickerNoise(current: number, x: number, t: number, { scale, corner, power }: FlickerParameters): number {
  return (thermal(scale, t) * current ** 2) / (1 + (x / thermal(corner, t)) ** power);
}

function inversionPart(x: number, t: number, { size, corner, power }: InversionParameters): number {
  const y = (x / thermal(corner, t)) ** power;
  return (size * y) / (1 + y);
}

/** Bias-dependent part of an overlap, F: nothing far above U = 0, the whole span far below. */
function overlapPart(u: number, { overlap: { span, bulge, knee } }: DrivenParameters): number {
  const behind = knee - u;
  const size = Math.sqrt(behind ** 2 + 4 * knee);
  const depth = (size - behind) / 2;
  return span * (1 - ((1 - behind / size) / 2) * (1 - 1 / Math.sqrt(1 + (4 * depth) / bulge)));
}
