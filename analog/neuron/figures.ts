/** What is known of a neuron at one unit current, by simulation or by formula. */

import type { OperatingReason, Reason } from './reason.ts';

/** Where the transistors work at rest. */
export interface OperatingPoint {
  /** Sources of the pairs, V. */
  readonly tail: number;
  /** Output nodes, V. */
  readonly output: number;
  /** What gate tunnelling adds to the tails' currents, as a share of them, 1. */
  readonly tunnelling: number;
}

/** What makes noise. Reference and buffer of a mirror count as tails; switches are those of the weights. */
export const NOISE_SOURCES = ['pairs', 'loads', 'tails', 'switches'] as const;

/** Noise of one kind of source at the differential output, integrated from 1 Hz, V^2. */
export interface SourceNoise {
  readonly source: (typeof NOISE_SOURCES)[number];
  /** Thermal and shot noise. */
  readonly white: number;
  readonly flicker: number;
}

export interface AnalogFigures {
  /** A */
  readonly unitCurrent: number;
  readonly operatingPoint: OperatingPoint;
  /** Why figures are missing; empty when none is. */
  readonly flags: readonly Reason[];
  /** From the supply, ideal tails, no converters, bias or memory, W. */
  readonly power: number | null;
  /** Differential output over the differential input of one synapse at its largest weight, low frequency, 1. */
  readonly gain: number | null;
  /** -3 dB, Hz. */
  readonly bandwidth: number | null;
  /** White noise density at the differential output, V^2/Hz. */
  readonly noiseDensity: number | null;
  /** Flicker noise density at 1 Hz at the output, V^2/Hz; from the card's uncalibrated defaults. */
  readonly flicker: number | null;
  /** At the output, integrated from 1 Hz, V^2. */
  readonly noiseTotal: number | null;
  /** White density times bandwidth, the rectangular approximation, V^2. */
  readonly noiseRectangular: number | null;
  /** `noiseTotal` by what makes it; sources that the neuron does not have are left out. */
  readonly noiseBySource: readonly SourceNoise[] | null;
  /** Power over bandwidth over synapses, J. */
  readonly energyPerSynapse: number | null;
}

/** Figures of a neuron that does not work as an amplifier: none, and why. */
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
  /** Most that gate tunnelling may add to the tails' currents, 1. */
  tunnelling: 0.2,
} as const;

/** What is out of bounds at an operating point. */
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

/** What all four tell of a neuron; null where there is none. */
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
