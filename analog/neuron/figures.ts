/** Figures of a neuron at one unit current, by simulation or by formula. */

import type { OperatingReason, Reason } from './reason.ts';

/** Voltages and tunnelling of the transistors at rest. */
export interface OperatingPoint {
  /** Voltage of the pairs' sources, V. */
  readonly tail: number;
  /** Voltage of the output nodes, V. */
  readonly output: number;
  /** Gate tunnelling as a share of the tails' currents, to which it adds, 1. */
  readonly tunnelling: number;
}

/** Kinds of noise sources. Reference and buffer of a mirror count as tails; switches are those of the weights. */
export const NOISE_SOURCES = ['pairs', 'loads', 'tails', 'switches'] as const;

/** Integrated noise of one kind of source at the differential output, V^2. The integral begins at 1 Hz. */
export interface SourceNoise {
  readonly source: (typeof NOISE_SOURCES)[number];
  /** Thermal and shot noise. */
  readonly white: number;
  readonly flicker: number;
}

/** Power, gain, bandwidth and noise of a neuron; null where it has none. */
export interface AnalogFigures {
  /** A */
  readonly unitCurrent: number;
  readonly operatingPoint: OperatingPoint;
  /** Reasons for missing figures; empty when none is missing. */
  readonly flags: readonly Reason[];
  /** Power from the supply, W: ideal tails, no converters, bias or memory. */
  readonly power: number | null;
  /** Gain from one synapse at its largest weight to the differential output, low frequency, 1. */
  readonly gain: number | null;
  /** Frequency at which the gain is 3 dB down, Hz. */
  readonly bandwidth: number | null;
  /** White noise density at the differential output, V^2/Hz. */
  readonly noiseDensity: number | null;
  /** Flicker noise density at the output at 1 Hz, V^2/Hz; from the card's uncalibrated defaults. */
  readonly flicker: number | null;
  /** Noise at the output, integrated from 1 Hz, V^2. */
  readonly noiseTotal: number | null;
  /** White density times bandwidth, the rectangular approximation, V^2. */
  readonly noiseRectangular: number | null;
  /** Parts of `noiseTotal` by source; sources that the neuron does not have are left out. */
  readonly noiseBySource: readonly SourceNoise[] | null;
  /** Energy per synapse: power over bandwidth over synapses, J. */
  readonly energyPerSynapse: number | null;
}

/** Figures of a neuron that is no amplifier: none but the reasons. */
export function noFigures(
  unitCurrent: number,
  operatingPoint: OperatingPoint,
  flags: readonly Reason[],
): AnalogFigures {
  return {
    unitCurrent,
    operatingPoint,
    flags,
    power: null,
    gain: null,
    bandwidth: null,
    noiseDensity: null,
    flicker: null,
    noiseTotal: null,
    noiseRectangular: null,
    noiseBySource: null,
    energyPerSynapse: null,
  };
}

/** Bounds within which the neuron is an amplifier whose current the tails set. */
const LIMITS = {
  /** Least voltage at the tails, V. */
  tail: 0.02,
  /** Least drain-source voltage of the pairs, V: four thermal voltages. */
  drainSource: 0.1,
  /** Most gate tunnelling as a share of the tails' currents, to which it adds, 1. */
  tunnelling: 0.2,
} as const;

/** Reasons against an operating point that is out of bounds. */
export function operatingFlags(point: OperatingPoint, supply: number): readonly OperatingReason[] {
  const { tail, output, tunnelling } = point;
  const drainSource = output - tail;
  const flags: OperatingReason[] = [];
  if (tail < LIMITS.tail) flags.push({ kind: 'no-headroom', at: 'tails', value: tail, limit: LIMITS.tail, supply });
  if (drainSource < LIMITS.drainSource)
    flags.push({ kind: 'no-headroom', at: 'pairs', value: drainSource, limit: LIMITS.drainSource, supply });
  if (tunnelling > LIMITS.tunnelling)
    flags.push({ kind: 'tunnelling-floor', value: tunnelling, limit: LIMITS.tunnelling });
  return flags;
}

/** Figures that all four executions tell of a neuron; null where there is none. */
export interface ExecutionFigures {
  /** W */
  readonly power: number | null;
  readonly gain: number | null;
  /** Hz */
  readonly bandwidth: number | null;
  /** V^2/Hz */
  readonly noiseDensity: number | null;
  /** V^2 */
  readonly noiseTotal: number | null;
}
