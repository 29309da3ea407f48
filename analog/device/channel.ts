/**
 * Channel of a transistor as a formula: gate voltage by current, and its slopes. In the EKV model (C. Enz, F.
 * Krummenacher, E. Vittoz, "An Analytical MOS Transistor Model", Analog Integrated Circuits and Signal Processing 8,
 * 1995) q = n (1 + sqrt(1 + 4 x))/2 with the inversion x; here it is a sum of powers of x, which fits the card from
 * weak to strong inversion and whose integral, the gate voltage, is exact. The approach to saturation is BSIM4's
 * (effective drain-source voltage).
 */

import { BOLTZMANN, ELEMENTARY_CHARGE } from '../../numeric/index.ts';
import type { Conditions, DrivenParameters, SlopeParameters, Thermal } from './parameters.ts';

/** Temperature of the first member of a `Thermal`, K. */
const REFERENCE = 300.15;
/** Unit of currents inside the powers: the microampere, A. */
const CURRENT_UNIT = 1e-6;

/** Thermal voltage k T/q, V, of a temperature in K. CODATA 2018 k and e. */
export const thermalVoltage = (temperature: number): number => (BOLTZMANN * temperature) / ELEMENTARY_CHARGE;

/** Temperature in hundreds of kelvins above the reference. */
export const warmth = (conditions: Conditions): number => (conditions.temperature - REFERENCE) / 100;

/** Parameter at `t` hundreds of kelvins above the reference. */
// Read by place: taking a list apart would make an iterator a call.
export const thermal = (of: Thermal, t: number): number => of[0] + t * (of[1] + t * of[2]);

/** Saturation of a channel: current over current in saturation. */
interface Saturation {
  /** Current over current in saturation, 0 to 1. */
  readonly part: number;
  /** Slopes of its logarithm: by drain-source voltage, 1/V, and by the logarithm of the current, 1. */
  readonly byVoltage: number;
  readonly byCurrent: number;
}

/** Gate voltage of a channel and its partial derivatives. */
export interface Channel {
  /** V */
  readonly gate: number;
  /** Slope by the logarithm of the current, V. */
  readonly byLog: number;
  /** Slope by drain-source voltage at a constant source, 1. */
  readonly byDrain: number;
  /** Slope by source voltage at a constant drain, 1. */
  readonly bySource: number;
  /** Inversion in microamperes, and current over current in saturation. */
  readonly x: number;
  readonly part: number;
}

/** Parameters of the body and the drain of a driven transistor; a diode-connected load has neither. */
type BodyParameters = Pick<DrivenParameters, 'body' | 'body2' | 'al' | 'al2' | 'sg' | 'sg2' | 'la'>;

/**
 * Gate voltage (to bulk) at which a channel carries `current` (A). Source voltage and drain-source voltage are given,
 * V.
 */
export function channel(
  current: number,
  drainSource: number,
  source: number,
  device: SlopeParameters & Partial<BodyParameters>,
  conditions: Conditions,
): Channel {
  const t = warmth(conditions);
  const ut = thermalVoltage(conditions.temperature);
  const { thresholdShift } = conditions;
  const slower = thresholdShift === 0 ? 1 : Math.exp(thermal(device.mobility, t) * thresholdShift);
  const counted = (current / CURRENT_UNIT) * slower;
  const { part, byVoltage, byCurrent } = saturation(counted, drainSource, ut, t, device);
  const { body, body2 = 0, al, al2 = 0, sg, sg2 = 0, la } = device;
  const modulation = la ? thermal(la, t) : 0;
  const longer = 1 + modulation * drainSource;
  const x = counted / part / longer;
  const logarithm = Math.log(x);
  const bodySlope = body ? thermal(body, t) : 0;
  const bodyGate = al ? thermal(al, t) : 0;
  const drainGate = sg ? thermal(sg, t) : 0;
  const n0 = thermal(device.n0, t) + source * (bodySlope + source * body2);
  const first = thermal(device.a, t) * x ** device.p;
  const second = thermal(device.b, t) * x ** device.r;
  const q = n0 + first + second;
  const byDrain = -ut * q * (byVoltage + modulation / longer) - drainGate - 2 * sg2 * drainSource;
  return {
    gate:
      thermal(device.v0, t) +
      thresholdShift * (1 + thermal(device.shift, t)) +
      ut * (n0 * logarithm + first / device.p + second / device.r) +
      source * (bodyGate + source * al2) -
      drainSource * (drainGate + drainSource * sg2),
    byLog: ut * q * (1 - byCurrent),
    byDrain,
    bySource: bodyGate + 2 * al2 * source + ut * logarithm * (bodySlope + 2 * body2 * source) - byDrain,
    x,
    part,
  };
}

/** BSIM4's effective drain-source voltage over the saturation voltage, bent; `current` in microamperes. */
function saturation(
  current: number,
  drainSource: number,
  ut: number,
  t: number,
  { saturation: { base, inversion, power, smoothing, bend } }: SlopeParameters,
): Saturation {
  const strong = thermal(inversion, t) * current ** power;
  const full = ut * base + strong;
  const beyond = full - drainSource - smoothing;
  const root = Math.sqrt(beyond ** 2 + 4 * smoothing * full);
  const u = 1 - (beyond + root) / 2 / full;
  const part = u * (1 + bend * (1 - u));
  const perU = (1 + bend - 2 * bend * u) / part / full;
  return {
    part,
    byVoltage: (perU * (1 + beyond / root)) / 2,
    byCurrent: perU * ((1 - (beyond + 2 * smoothing) / root) / 2 - u) * power * strong,
  };
}

/**
 * Zero of the rising function `f` between `low` and `high`. Newton's method is kept inside the bracket and ends at
 * steps below `precision`; `f` gives value and slope.
 */
export function root(
  f: (x: number) => readonly [number, number],
  low: number,
  high: number,
  start: number,
  precision: number,
): number {
  let [a, b, x] = [low, high, Math.min(Math.max(start, low), high)];
  for (let round = 0; round < 100; round++) {
    const [value, slope] = f(x);
    if (value > 0) b = x;
    else a = x;
    const step = x - value / slope;
    if (Math.abs(step - x) < precision) return Math.min(Math.max(step, low), high);
    x = step > a && step < b ? step : (a + b) / 2;
    if (b - a < precision) return x;
  }
  return x;
}
