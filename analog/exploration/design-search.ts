/**
 * Search for the neuron of least energy that meets given targets. For each sizing, length and number of loads the unit
 * current is the least that reaches the bandwidth, and capacitance is added until the noise is low enough: noise times
 * energy is a constant of the circuit (P/f = 4 pi n U_T V_dd C and noise = 2 gamma (1 + gain) k T/C), so a lower noise
 * is always bought with energy. All by the closed form; what is found is to be simulated.
 */

import { type AnalogNeuron, CHANNEL_LENGTHS } from '../../gen/index.ts';
import { closedForm } from '../analysis/closed-form.ts';
import type { AnalogFigures } from '../neuron/figures.ts';
import { isFloor } from '../neuron/reason.ts';
import { designOf } from '../neuron/sizing.ts';
import { smallSignal } from '../neuron/small-signal.ts';
import { staticWeightError } from '../neuron/static-error.ts';

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
  /** Aims of the closed form as parts of the targets; default `MARGIN`. */
  readonly margin?: { readonly bandwidth: number; readonly noise: number };
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
}

/** Result of a search. */
export interface DesignSearch {
  /** Neuron of least energy among those that meet all targets; null where none does. */
  readonly found: Candidate | null;
  /**
   * Conflicts of the targets where no neuron meets all. For each target, the least of its quantity over those that meet
   * all the others; null: none does.
   */
  readonly conflicts: readonly {
    readonly target: LimitedTarget;
    readonly limit: number;
    readonly best: Candidate | null;
  }[];
  /** Least product of energy (J) and noise (V^2) of all that were tried. */
  readonly energyTimesNoise: number | null;
  /** Number of neurons that were tried. */
  readonly tried: number;
}

/** Targets that limit a quantity from above. */
export const LIMITED_TARGETS = ['noise', 'mismatch', 'energy'] as const;
/** Name of one of these targets. */
export type LimitedTarget = (typeof LIMITED_TARGETS)[number];

/** Margin of the closed form, which is within some percent of the transistors: parts of the targets. */
export const MARGIN = { bandwidth: 1.05, noise: 0.95 } as const;
/** Ends of the unit currents, A. */
const CURRENTS = [1e-12, 1e-6] as const;
/** Largest added capacitance, F. */
const MOST_CAPACITANCE = 1e-11;
/** Number of rounds of the search for a capacitance. */
const ROUNDS = 6;

/**
 * Number of rounds of the search for the least noise that the other targets allow. They reach some percent over a
 * factor of a thousand.
 */
const NOISE_ROUNDS = 8;

/** Result of a search from `base`, whose bits, synapses, supply, tails, switches and temperature stay. */
export function searchDesign(base: AnalogNeuron, targets: DesignTargets): DesignSearch {
  const candidates = candidatesOf(base, targets);
  const found = least(meeting(candidates, targets), 'energy');
  const products = candidates.map(({ figures }) => figures.energyPerSynapse * figures.noiseTotal);
  return {
    found,
    conflicts: found ? [] : LIMITED_TARGETS.flatMap((target) => conflictOf(base, targets, target, candidates) ?? []),
    energyTimesNoise: products.length ? Math.min(...products) : null,
    tried: candidates.length,
  };
}

/** Least quantity of `target` over the neurons that meet all others; undefined where it limits nothing. */
function conflictOf(
  base: AnalogNeuron,
  targets: DesignTargets,
  target: LimitedTarget,
  candidates: readonly Candidate[],
): DesignSearch['conflicts'][number] | undefined {
  const limit = targets[target];
  if (limit === undefined) return undefined;
  const without = { ...targets, [target]: undefined };
  if (target !== 'noise') return { target, limit, best: least(meeting(candidates, without), target) };
  // Capacitance was added for the noise: it is what is to be given up, as little as possible.
  let best = least(meeting(candidatesOf(base, without), without), 'noise');
  let [low, high] = [limit, best?.figures.noiseTotal ?? limit];
  for (let round = 0; best && round < NOISE_ROUNDS; round++) {
    const middle = { ...targets, noise: Math.sqrt(low * high) };
    const candidate = least(meeting(candidatesOf(base, middle), middle), 'noise');
    if (candidate) {
      best = candidate;
      high = middle.noise;
    } else low = middle.noise;
  }
  return { target, limit, best };
}

const candidatesOf = (base: AnalogNeuron, targets: DesignTargets): readonly Candidate[] =>
  shapes(base).flatMap((shape) => candidateOf(shape, targets) ?? []);

const meeting = (candidates: readonly Candidate[], targets: DesignTargets): readonly Candidate[] =>
  candidates.filter((candidate) =>
    LIMITED_TARGETS.every((target) => quantityOf(candidate, target) <= (targets[target] ?? Number.POSITIVE_INFINITY)),
  );

const least = (from: readonly Candidate[], target: LimitedTarget): Candidate | null =>
  from.reduce<Candidate | null>(
    (best, entry) => (best && quantityOf(best, target) <= quantityOf(entry, target) ? best : entry),
    null,
  );

/** Quantity that a target limits. */
export function quantityOf({ figures, mismatch, energy }: Candidate, target: LimitedTarget): number {
  switch (target) {
    case 'noise':
      return figures.noiseTotal;
    case 'mismatch':
      return mismatch;
    case 'energy':
      return energy;
  }
}

/** Neurons of every sizing, length and number of loads to try. */
function shapes(base: AnalogNeuron): readonly AnalogNeuron[] {
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
 * Candidate of `shape` with the current and capacitance that the targets ask for. Null where the closed form does not
 * hold.
 */
function candidateOf(shape: AnalogNeuron, targets: DesignTargets): Candidate | null {
  const noise = targets.noise === undefined ? Infinity : targets.noise * (targets.margin?.noise ?? MARGIN.noise);
  let candidate = leastCurrent(shape, targets);
  for (let round = 0; candidate && candidate.figures.noiseTotal > noise && round < ROUNDS; round++) {
    // Noise is inversely proportional to the whole capacitance of the node.
    const { neuron, figures } = candidate;
    const { capacitance } = smallSignal(designOf(neuron));
    const more = neuron.loadCapacitance + 1.02 * capacitance * (figures.noiseTotal / noise - 1);
    if (more > MOST_CAPACITANCE) return null;
    candidate = leastCurrent({ ...shape, loadCapacitance: Number(more.toPrecision(4)) }, targets);
  }
  return candidate;
}

/** Candidate of `shape` at the least unit current that reaches the bandwidth. Three digits; null where none does. */
function leastCurrent(shape: AnalogNeuron, targets: DesignTargets): Candidate | null {
  const bandwidth = targets.bandwidth * (targets.margin?.bandwidth ?? MARGIN.bandwidth);
  let [low, high] = CURRENTS.map(Math.log) as [number, number];
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
