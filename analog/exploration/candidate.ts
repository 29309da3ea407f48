/** Neurons that a design search tries: each with the least current and capacitance that the targets ask for. */

import { type AnalogNeuron, CHANNEL_LENGTHS } from '../../gen/index.ts';
import { closedForm } from '../analysis/closed-form.ts';
import type { AnalogFigures } from '../neuron/figures.ts';
import { isFloor } from '../neuron/reason.ts';
import { designOf } from '../neuron/sizing.ts';
import { smallSignal } from '../neuron/small-signal.ts';
import { staticWeightError } from '../neuron/static-error.ts';
import { modelledErrors, type OutputErrors, staticError, totalError } from '../variability/output-errors.ts';

/** Targets of a neuron; those left out are free. */
export interface DesignTargets {
  /** Least -3 dB frequency, Hz. */
  readonly bandwidth: number;
  /**
   * Least gain of a synapse times the number of synapses, 1. The noise at the output says little where the signal is
   * lost.
   */
  readonly gain: number;
  /** Largest integrated noise at the output, V^2. */
  readonly noise?: number | undefined;
  /** Largest static error of a weight by mismatch (one sigma), part of the full scale. */
  readonly mismatch?: number | undefined;
  /** Largest energy of a synapse in one period of the bandwidth, J. */
  readonly energy?: number | undefined;
  /** Largest error at the output, noise and mismatch together: root mean square, part of its range. */
  readonly error?: number | undefined;
  /** Aims of the closed form as parts of the targets; default `MARGIN`. */
  readonly margin?: typeof MARGIN;
}

/** Neuron that was tried, with its figures. */
export interface Candidate {
  readonly neuron: AnalogNeuron;
  readonly figures: AnalogFigures & {
    readonly bandwidth: number;
    readonly noiseTotal: number;
    readonly energyPerSynapse: number;
  };
  /** Static error of a weight by mismatch, one sigma, part of the full scale. */
  readonly mismatch: number;
  /** Energy of a synapse in one period of the bandwidth that was asked for, J. */
  readonly energy: number;
  /** Errors at the output over chips; undefined where no target asked for them. */
  readonly errors?: OutputErrors;
}

/** Margin of the closed form, which is within some percent of the transistors: parts of the targets. */
export const MARGIN: { readonly bandwidth: number; readonly noise: number; readonly error: number } = {
  ...{ bandwidth: 1.05, noise: 0.95, error: 0.97 },
};
/** Ends of the unit currents, A. */
const CURRENTS = [1e-12, 1e-6] as const;
/** Largest added capacitance, F. */
const MOST_CAPACITANCE = 1e-11;
/** Number of rounds of the searches for a capacitance and a current. */
const ROUNDS = 6;
/** Chips that the errors of a neuron are taken over. */
const CHIPS = { seed: 1, samples: 24 } as const;
/** Part of the error that transistors may take, so that noise has a share. */
const STATIC_SHARE = 0.9;
/** Factor of the unit current from one try to the next. */
const MORE_CURRENT = 1.5;

/** Neurons of every sizing, length and number of loads to try. */
export function shapes(base: AnalogNeuron): readonly AnalogNeuron[] {
  const { bits, synapses } = base;
  const powers = Array.from({ length: 9 }, (_, k) => 2 ** k);
  const sizings: Partial<AnalogNeuron>[] = [
    ...(bits <= 12 ? [{ sizing: 'unit' as const, segment: 0 }] : []),
    ...Array.from({ length: bits - 1 }, (_, k) => ({ sizing: 'segmented' as const, segment: k + 1 })),
    { sizing: 'minimum', segment: bits },
    ...powers.map((devices) => ({ sizing: 'tail-steered' as const, devices, segment: 0 })),
  ];
  return sizings.flatMap((sizing) =>
    CHANNEL_LENGTHS.flatMap((length) =>
      powers
        .filter((loads) => loads <= 2 ** bits)
        .map((loads) => ({ ...base, ...sizing, length, loads: loads * synapses, loadCapacitance: 0 })),
    ),
  );
}

/**
 * Candidate of `shape` with the least current and capacitance for bandwidth, gain, mismatch and noise. The noise leaves
 * room for a static error of `fixed`, part of the output's range. Null where the closed form does not hold.
 */
export function candidateOf(
  shape: AnalogNeuron,
  targets: DesignTargets,
  { from = CURRENTS[0], fixed = 0 }: { readonly from?: number; readonly fixed?: number } = {},
): Candidate | null {
  const least = matchedCurrent(shape, targets, from);
  let candidate = least === null ? null : leastCurrent(shape, targets, least);
  for (let round = 0; candidate && least !== null && round < ROUNDS; round++) {
    const { neuron, figures } = candidate;
    const noise = mostNoise(candidate, targets, fixed);
    if (figures.noiseTotal <= noise) break;
    // Noise is inversely proportional to the whole capacitance of the node.
    const { capacitance } = smallSignal(designOf(neuron));
    const more = neuron.loadCapacitance + 1.02 * capacitance * (figures.noiseTotal / noise - 1);
    if (more > MOST_CAPACITANCE) return null;
    candidate = leastCurrent({ ...shape, loadCapacitance: Number(more.toPrecision(4)) }, targets, least);
  }
  return candidate;
}

/**
 * Candidate of the same shape that keeps to the error asked for, with its errors. Null where no current does it.
 */
export function resolved(candidate: Candidate, targets: DesignTargets): Candidate | null {
  const errors = modelledErrors(candidate.neuron, CHIPS);
  if (errors === null) return null;
  const most = (targets.error ?? Number.POSITIVE_INFINITY) * (targets.margin?.error ?? MARGIN.error);
  if (totalError(errors) <= most) return { ...candidate, errors };
  const shape = { ...candidate.neuron, loadCapacitance: 0 };
  let from = candidate.neuron.unitCurrent;
  let fixed = staticError(errors);
  for (let round = 0; round < 2 * ROUNDS; round++) {
    if (fixed > STATIC_SHARE * most) from *= MORE_CURRENT;
    const next =
      from > CURRENTS[1] ? null : candidateOf(shape, targets, { from, fixed: Math.min(fixed, STATIC_SHARE * most) });
    const found = next && modelledErrors(next.neuron, CHIPS);
    if (!next || !found) return null;
    if (totalError(found) <= most) return { ...next, errors: found };
    fixed = staticError(found);
    from = Math.max(from, CURRENTS[0]);
  }
  return null;
}

/** Most integrated noise by both targets, V^2. */
function mostNoise(
  { neuron, figures }: Candidate,
  { noise, error, margin = MARGIN }: DesignTargets,
  fixed: number,
): number {
  const stated = noise === undefined ? Number.POSITIVE_INFINITY : noise * margin.noise;
  if (error === undefined || figures.gain === null) return stated;
  const left = (error * margin.error) ** 2 - fixed ** 2;
  return Math.min(stated, left * (2 * neuron.fullScale * figures.gain) ** 2 * CLOSE);
}

/** Part of the noise left that is aimed at. A round's rest then does not miss it. */
const CLOSE = 0.99;

/** Least unit current from `from` on that matches as well as asked, A; null where none does. */
function matchedCurrent(shape: AnalogNeuron, { mismatch }: DesignTargets, from: number): number | null {
  const matches = (unitCurrent: number): boolean =>
    mismatch === undefined || staticWeightError({ ...shape, unitCurrent }) <= mismatch;
  if (matches(from)) return from;
  let [low, high] = [Math.log(from), Math.log(CURRENTS[1])];
  if (!matches(Math.exp(high))) return null;
  for (let round = 0; round < 12; round++) {
    const middle = (low + high) / 2;
    if (matches(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}

/** Candidate of `shape` at the least unit current from `from` on that reaches the bandwidth. Three digits; null where none does. */
function leastCurrent(shape: AnalogNeuron, targets: DesignTargets, from: number): Candidate | null {
  const bandwidth = targets.bandwidth * (targets.margin?.bandwidth ?? MARGIN.bandwidth);
  let [low, high] = [Math.log(from), Math.log(CURRENTS[1])];
  for (let round = 0; round < 16; round++) {
    const middle = (low + high) / 2;
    const { bandwidth: found, gain, flags } = figuresAt(shape, Math.exp(middle));
    // Flags at small currents are floors, at large ones a lack of headroom: the second are out of reach anyway.
    const short =
      found === null || gain === null ? flags.some(isFloor) : found < bandwidth || gain * shape.synapses < targets.gain;
    if (short) low = middle;
    else high = middle;
  }
  const unitCurrent = roundedUp(Math.exp(high));
  const neuron = { ...shape, unitCurrent };
  const figures = figuresAt(shape, unitCurrent);
  const { power, gain, bandwidth: found, noiseTotal, energyPerSynapse } = figures;
  if (
    found === null ||
    found < bandwidth ||
    noiseTotal === null ||
    energyPerSynapse === null ||
    power === null ||
    gain === null
  )
    return null;
  if (gain * neuron.synapses < targets.gain) return null;
  return {
    neuron,
    figures: { ...figures, bandwidth: found, noiseTotal, energyPerSynapse },
    mismatch: staticWeightError(neuron),
    energy: power / targets.bandwidth / neuron.synapses,
  };
}

const figuresAt = (neuron: AnalogNeuron, unitCurrent: number): AnalogFigures => closedForm(neuron, unitCurrent);

/** Number of three digits, never rounded down. */
function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Number((Math.ceil(value / unit) * unit).toPrecision(3));
}
