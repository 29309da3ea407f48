/**
 * Unit transistors as formulas, at 27 C: transconductance, conductances, gate voltage, tunnelling, capacitances and
 * noise as functions of current and voltages. The slope factor q grows with the inversion x = I/(s I0): q U_T is what
 * the gate voltage moves for a current e times as large, 1 + sqrt(...) in the EKV model (C. Enz, F. Krummenacher,
 * E. Vittoz, "An Analytical MOS Transistor Model", Analog Integrated Circuits and Signal Processing 8, 1995) and here
 * a sum of powers, whose integral, the gate voltage, is exact.
 */

/** Thermal voltage at 27 C, V (CODATA 2018 k and e). */
export const THERMAL_VOLTAGE = (1.380649e-23 * 300.15) / 1.602176634e-19;
/** Elementary charge, C (CODATA 2018). */
const CHARGE = 1.602176634e-19;
/** Currents are counted in microamperes inside the powers, A. */
const CURRENT_UNIT = 1e-6;

/** Slope factor q(x) = n0 + a x^p + b x^r; x in microamperes. */
export interface SlopeParameters {
  readonly n0: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly r: number;
  /** Gate voltage where the integral of q is zero, V. */
  readonly v0: number;
}

/** The driven N transistor. */
export interface DrivenParameters extends SlopeParameters {
  /** Gate voltage by source voltage, 1. */
  readonly al: number;
  /** Drain-induced barrier lowering: gds over gm, and gate voltage by drain-source voltage, 1. */
  readonly sg: number;
  /** Channel-length modulation, 1/V. */
  readonly la: number;
  /** Tunnelling from drain to gate at the voltage V between them: scale V |V| exp(rate |V|), A/V^2 and 1/V. */
  readonly tunnelling: { readonly scale: number; readonly rate: number };
  /** White noise over 2 q I: scale (1 + triode e) / (1 - e) / (1 + (x/corner)^power), e = exp(-V_ds/U_T). */
  readonly noise: {
    readonly scale: number;
    readonly triode: number;
    readonly corner: number;
    readonly power: number;
  };
  /** Flicker noise at 1 Hz over I^2, 1; the card's own default, not calibrated. */
  readonly flicker: number;
  /**
   * Drain to gate, F: base + overlap width ln(1 + exp(-(U - middle)/width)) + inversion x, U the drain-gate voltage; base in
   * F, overlap in F/V, middle and width in V, inversion in F per microampere.
   */
  readonly cdg: Ramp & { readonly inversion: number };
  /** All at the drain, F: base + tilt U + overlap width ln(1 + exp(-(U - middle)/width)). */
  readonly cdd: Ramp & { readonly tilt: number };
}

interface Ramp {
  readonly base: number;
  readonly overlap: number;
  readonly middle: number;
  readonly width: number;
}

/** The diode-connected P load. */
export interface LoadParameters extends SlopeParameters {
  /** White noise over 2 q I: scale (1 + triode e + triode2 e^2) / (1 - e) / (1 + (x/corner)^power), e = exp(-V/U_T). */
  readonly noise: {
    readonly scale: number;
    readonly triode: number;
    readonly triode2: number;
    readonly corner: number;
    readonly power: number;
  };
  readonly flicker: number;
  /** F: base + inversion y/(1 + y), y = (x/corner)^power. */
  readonly c: {
    readonly base: number;
    readonly inversion: number;
    readonly corner: number;
    readonly power: number;
  };
}

export interface DeviceParameters {
  readonly driven: DrivenParameters;
  readonly load: LoadParameters;
}

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

export function drivenDevice(state: DrivenState, device: DrivenParameters): DrivenFigures {
  const { current } = state;
  const e = Math.exp(-(state.drain - state.source) / THERMAL_VOLTAGE);
  const x = current / CURRENT_UNIT / (1 - e);
  const u = state.drain - state.gate;
  const gm = current / (slope(x, device) * THERMAL_VOLTAGE);
  const gds = device.sg * gm + (current / (1 - e)) * (e / THERMAL_VOLTAGE) + device.la * current;
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
export function sourceVoltage(current: number, gate: number, drain: number, device: DrivenParameters): number {
  const excess = (source: number): number =>
    slopeIntegral(current / CURRENT_UNIT / -Math.expm1(-(drain - source) / THERMAL_VOLTAGE), device) +
    device.al * source -
    device.sg * (drain - source) -
    gate;
  return bisect(excess, drain - 2, drain - 1e-6);
}

/** What one load transistor does at `current`, A. */
export function loadDevice(
  current: number,
  device: LoadParameters,
): {
  /** V */
  readonly voltage: number;
  /** S */
  readonly g: number;
  /** F */
  readonly c: number;
  /** A^2/Hz */
  readonly noise: number;
  /** At 1 Hz, A^2. */
  readonly flicker: number;
} {
  const inversion = (v: number): number => current / CURRENT_UNIT / -Math.expm1(-v / THERMAL_VOLTAGE);
  const voltage = bisect((v) => v - slopeIntegral(inversion(v), device), 1e-6, 3);
  const e = Math.exp(-voltage / THERMAL_VOLTAGE);
  const x = inversion(voltage);
  const { scale, triode, triode2, corner, power } = device.noise;
  const y = (x / device.c.corner) ** device.c.power;
  const shot = 2 * CHARGE * current * scale;
  return {
    voltage,
    g: (current / slope(x, device) + (current * e) / (1 - e)) / THERMAL_VOLTAGE,
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
function slopeIntegral(x: number, { n0, a, b, p, r, v0 }: SlopeParameters): number {
  return v0 + THERMAL_VOLTAGE * (n0 * Math.log(x) + (a / p) * x ** p + (b / r) * x ** r);
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
