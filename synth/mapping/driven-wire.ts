/**
 * Gates that drive resistive wires. The gate is a ramp behind a resistor, fitted to its tables at an effective
 * capacitance; the wire is a pi of two capacitances and a resistance. Source: F. Dartu, N. Menezes, L. T. Pileggi,
 * "Performance Computation for Precharacterized CMOS Gates with RC Loads", IEEE TCAD 15-5, 1996, as OpenSTA takes it:
 * the lower slew threshold is matched besides that of the delay.
 */

import type { Thresholds } from '../liberty/thresholds.ts';

/** Load of a gate. */
export interface PiLoad {
  /** Capacitance at the gate, F. */
  readonly near: number;
  /** Resistance of the wire, ohm. */
  readonly resistance: number;
  /** Capacitance behind the resistance, F. */
  readonly far: number;
}

/** Delay and slew of a gate, s, with its load a capacitance, F. */
export type GateTables = (load: number) => { readonly delay: number; readonly slew: number };

/** Resistance or capacitance, as a share of another, that makes no difference. */
const NEGLIGIBLE = 1e-3;
/** Difference of capacitances by which a gate's resistance is found, F. */
const STEP = 1e-15;

/** Delay and slew of a gate at its output. Where no waveform fits they are those with the whole capacitance. */
export function drivenWire(
  tables: GateTables,
  load: PiLoad,
  thresholds: Thresholds,
  derate: number,
): { readonly delay: number; readonly slew: number } {
  const { near, resistance, far } = load;
  const whole = tables(near + far);
  if (resistance === 0 || far < near * NEGLIGIBLE) return whole;
  const driver = Math.abs(tables(near + far + STEP).delay - whole.delay) / STEP;
  if (driver < 1e-2 || resistance < driver * NEGLIGIBLE) return whole;
  const response = near < far * NEGLIGIBLE ? onePole(driver, resistance, far) : twoPoles(driver, load);
  const ramp = fittedRamp(tables, driver, response, near < far * NEGLIGIBLE ? far : near + far, thresholds, derate);
  if (!ramp) return whole;
  const last = ramp.length + 2 * (near + far) * (driver + resistance);
  const [low, high] = [thresholds.lower, thresholds.upper].map((level) => crossing(response, ramp.length, level, last));
  const table = tables(ramp.effective);
  return { delay: table.delay, slew: low && high ? (high - low) / derate : table.slew };
}

/** Response to a ramp of slope 1: t + constant + sum of factor * exp(-rate * t). */
interface Response {
  readonly constant: number;
  readonly terms: readonly { readonly rate: number; readonly factor: number }[];
}

const onePole = (driver: number, resistance: number, far: number): Response => ({
  constant: -driver * far,
  terms: [{ rate: 1 / (far * (driver + resistance)), factor: driver * far }],
});

function twoPoles(driver: number, { near, resistance, far }: PiLoad): Response {
  const a = driver * resistance * near * far;
  const b = driver * (near + far) + resistance * far;
  const root = Math.sqrt(b * b - 4 * a);
  const [p, q] = [(b + root) / (2 * a), (b - root) / (2 * a)];
  const factor = (own: number, other: number): number => ((1 - own * resistance * far) * other) / (own * (other - own));
  return {
    constant: -driver * (near + far),
    terms: [
      { rate: p, factor: factor(p, q) },
      { rate: q, factor: factor(q, p) },
    ],
  };
}

function responseAt({ constant, terms }: Response, time: number): number {
  let value = time + constant;
  for (const { rate, factor } of terms) value += factor * Math.exp(-rate * time);
  return value;
}

function slopeAt({ terms }: Response, time: number): number {
  let slope = 1;
  for (const { rate, factor } of terms) slope -= factor * rate * Math.exp(-rate * time);
  return slope;
}

/** Response to a ramp from 0 to 1 of so much time. */
const rampValue = (response: Response, length: number, time: number): number =>
  time <= 0 ? 0 : (responseAt(response, time) - (time > length ? responseAt(response, time - length) : 0)) / length;

const rampSlope = (response: Response, length: number, time: number): number =>
  time <= 0 ? 0 : (slopeAt(response, time) - (time > length ? slopeAt(response, time - length) : 0)) / length;

/** Iterations after which a fit is given up. */
const MOST_STEPS = 50;
/** Share of a value by which it may still change when it is found. */
const FOUND = 1e-4;

interface Ramp {
  /** Length of the ramp, s. */
  readonly length: number;
  /** Effective capacitance, F. */
  readonly effective: number;
}

/**
 * Ramp with which the gate drives its effective capacitance as the tables say: at their delay and lower slew threshold.
 * That capacitance takes the same charge as the wire while the gate switches. Undefined where there is none.
 */
function fittedRamp(
  tables: GateTables,
  driver: number,
  response: Response,
  whole: number,
  { delay: middle, lower, upper }: Thresholds,
  derate: number,
): Ramp | undefined {
  let effective = whole;
  for (let k = 0; k < MOST_STEPS; k++) {
    const slew = tables(effective).slew * derate;
    const between = (slew * (middle - lower)) / (upper - lower);
    const length = rampLength(driver * effective, slew / (upper - lower), between, middle, lower);
    if (length === undefined) return undefined;
    if (response.terms.length === 1) return { length, effective };
    const next = sameCharge(driver, response, effective, Math.min(slew / (upper - lower), 1.4 * length));
    if (!(next > 0)) return undefined;
    if (Math.abs(next - effective) < FOUND * effective) return { length, effective: Math.min(next, whole) };
    effective = Math.min(next, whole);
  }
  return undefined;
}

/** Capacitance that takes the charge of the wire in `time`. It is one step of Newton's method from `guess`. */
function sameCharge(driver: number, { constant, terms }: Response, guess: number, time: number): number {
  const wire = terms.reduce(
    (sum, { rate, factor }) => sum + (factor / rate) * (1 - Math.exp(-rate * time)),
    constant * time,
  );
  const tau = driver * guess;
  const decay = Math.exp(-time / tau);
  const taken = guess * (time - tau * (1 - decay));
  const slope = time - 2 * tau * (1 - decay) + time * decay;
  return guess - (taken + wire / driver) / slope;
}

/**
 * Length of a ramp behind a time constant of `tau`. Its response crosses `lower` a time of `between` before `middle`;
 * `guess` is a first length.
 */
function rampLength(tau: number, guess: number, between: number, middle: number, lower: number): number | undefined {
  const response: Response = { constant: -tau, terms: [{ rate: 1 / tau, factor: tau }] };
  let length = guess;
  let time = middle * length + tau * Math.log(1 / (1 - middle));
  for (let k = 0; k < MOST_STEPS; k++) {
    // Newton's method in the length and the time at which `middle` is crossed.
    const [f, g] = [rampValue(response, length, time) - middle, rampValue(response, length, time - between) - lower];
    const [ft, gt] = [rampSlope(response, length, time), rampSlope(response, length, time - between)];
    const [fl, gl] = [lengthSlope(response, length, time), lengthSlope(response, length, time - between)];
    const determinant = ft * gl - fl * gt;
    if (determinant === 0 || !Number.isFinite(determinant)) return undefined;
    const [dt, dl] = [(f * gl - fl * g) / determinant, (ft * g - f * gt) / determinant];
    time -= dt;
    length -= dl;
    if (!(length > 0)) return undefined;
    if (Math.abs(dl) < FOUND * length && Math.abs(dt) < FOUND * Math.abs(time)) return length;
  }
  return undefined;
}

/** Change of a ramp's response with the ramp's length. */
const lengthSlope = (response: Response, length: number, time: number): number =>
  time <= 0
    ? 0
    : -rampValue(response, length, time) / length + (time > length ? slopeAt(response, time - length) / length : 0);

/** Time at which the response to a ramp crosses `level`, by Newton's method within bounds; undefined beyond `last`. */
function crossing(response: Response, length: number, level: number, last: number): number | undefined {
  let [low, high] = [0, last];
  if (rampValue(response, length, high) < level) return undefined;
  let time = level * length - response.constant;
  for (let k = 0; k < MOST_STEPS; k++) {
    const off = rampValue(response, length, time) - level;
    if (off > 0) high = time;
    else low = time;
    const slope = rampSlope(response, length, time);
    let next = slope > 0 ? time - off / slope : (low + high) / 2;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - time) < FOUND * time) return next;
    time = next;
  }
  return time;
}
