/**
 * One sizing over its range of bias, by the transistors: figures at each unit current, the smallest that is usable and
 * what stops it, the linearity of the weights, and the same circuit with as many synapses as bring the noise of the
 * shared output to a target.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { analyse } from '../analysis/analyse.ts';
import { type WeightLinearity, weightLinearity } from '../analysis/weight-linearity.ts';
import type { AnalogFigures } from '../neuron/figures.ts';
import type { Reason } from '../neuron/reason.ts';
import { staticWeightError } from '../neuron/static-error.ts';
import type { StudiedSizing } from './studied-sizings.ts';

/** Figures of a circuit that works, none of them missing. */
export type UsableFigures = AnalogFigures & {
  readonly power: number;
  readonly gain: number;
  readonly bandwidth: number;
  readonly noiseDensity: number;
  readonly noiseTotal: number;
  readonly energyPerSynapse: number;
};

export interface SizingResult extends StudiedSizing {
  /** In rising unit current; flagged where it is not usable. */
  readonly points: readonly AnalogFigures[];
  /** The smallest usable unit current. */
  readonly floor: BiasFloor | null;
  /** At the neuron's own unit current and at the smallest that reaches `FAST`; only where those are usable. */
  readonly errors: readonly BiasErrors[];
  /** With synapses enough for the noise wanted, at the neuron's own unit current and at the floor. */
  readonly shared: readonly SharedOutput[];
}

export interface BiasFloor {
  readonly figures: UsableFigures;
  /** Why a unit current some percent smaller is not usable; empty where none was found. */
  readonly reasons: readonly Reason[];
}

/** Errors of the weights at one unit current, parts of the full scale. */
export interface BiasErrors extends WeightLinearity {
  /** Mismatch by Pelgrom's law, one sigma; with tails as the neuron has them and with mirrored ones. */
  readonly mismatch: number;
  readonly mismatchMirrored: number;
}

export interface SharedOutput {
  readonly synapses: number;
  readonly figures: UsableFigures;
}

/** Smallest and largest unit current that is simulated, A. */
const RANGE = [2e-13, 1e-6] as const;
/** Halvings of the last step above what is not usable: from a factor of 2.2 to one of 1.1. */
const REFINEMENTS = 3;
/** Highest bandwidth that the errors are given for, Hz. */
const FAST = 1e9;
/**
 * Most that the drain-gate capacitance may stretch the bandwidth beyond the pole, 1: the gain no longer falls off
 * there but levels out.
 */
const STRETCH = 2;
/** Least voltage across the loads, V: with less than about a thermal voltage they are resistors that no current sets. */
const LOAD = 0.02;
/** Most that mirrored tails may draw of what they should, tunnelling included, 1. */
const MOST_DRAWN = 1.2;

/** Simulates `sizing`; `noise` (V^2) is what the shared output shall have. About 45 decks of ngspice. */
export async function studySizing(sizing: StudiedSizing, noise: number, ngspice: Tool): Promise<SizingResult> {
  const { neuron } = sizing;
  const points = await biasSweep(neuron, ngspice);
  const usable = points.filter(isUsable);
  const [floor] = usable;
  const below = points[points.findIndex(isUsable) - 1];
  const own = usable.find(({ unitCurrent }) => unitCurrent === neuron.unitCurrent);
  const fast = usable.find(({ bandwidth }) => bandwidth >= FAST);
  const distinct = (...biases: readonly (UsableFigures | undefined)[]): readonly UsableFigures[] =>
    [...new Set(biases)].filter((bias) => bias !== undefined);
  const [errors, shared] = await Promise.all([
    Promise.all(distinct(own, fast).map(({ unitCurrent }) => errorsAt(neuron, unitCurrent, ngspice))),
    Promise.all(distinct(own, floor).map((bias) => sharedOutput(neuron, bias, noise, ngspice))),
  ]);
  return {
    ...sizing,
    points,
    floor: floor ? { figures: floor, reasons: below?.flags ?? [] } : null,
    errors,
    shared: shared.flat(),
  };
}

/**
 * Figures of `neuron` over its range of bias in rising unit current, its own among them, `perDecade` to a decade and the
 * smallest usable one within some percent. Flagged where it is not usable.
 */
export async function biasSweep(neuron: AnalogNeuron, ngspice: Tool, perDecade = 3): Promise<readonly AnalogFigures[]> {
  const run = async (unitCurrent: number): Promise<AnalogFigures> =>
    judged(neuron, await analyse(neuron, unitCurrent, ngspice));
  const [from, to] = RANGE;
  const steps = Math.floor(perDecade * Math.log10(to / from));
  const range = Array.from({ length: steps + 1 }, (_, k) => Number((to / 10 ** (k / perDecade)).toPrecision(4)));
  const currents = [...new Set([...range, neuron.unitCurrent])].sort((a, b) => a - b);
  const coarse = await Promise.all(currents.map(run));
  return [...coarse, ...(await refined(coarse, run))].sort((a, b) => a.unitCurrent - b.unitCurrent);
}

/** Whether none of its figures is missing and nothing speaks against it. */
export function isUsable(figures: AnalogFigures): figures is UsableFigures {
  const { flags, power, gain, bandwidth, noiseTotal, noiseDensity } = figures;
  return flags.length === 0 && ![power, gain, bandwidth, noiseTotal, noiseDensity].includes(null);
}

/** The pole of a first-order low-pass with this noise, Hz: the noise does not see the zero, and total = density pole pi/2. */
export function noisePole({ noiseTotal, noiseDensity }: Pick<UsableFigures, 'noiseTotal' | 'noiseDensity'>): number {
  return (2 * noiseTotal) / (Math.PI * noiseDensity);
}

/** A bandwidth that the zero makes is not one to build on, nor is a current that leaks through a mirror. */
function judged(neuron: AnalogNeuron, figures: AnalogFigures): AnalogFigures {
  if (!isUsable(figures)) return figures;
  const stretch = figures.bandwidth / noisePole(figures);
  const wanted = neuron.supply * figures.unitCurrent * (2 ** neuron.bits - 1) * neuron.synapses;
  const drawn = figures.power / wanted;
  const load = neuron.supply - figures.operatingPoint.output;
  const flags: readonly Reason[] = [
    ...(stretch > STRETCH ? [{ kind: 'stretched-bandwidth', value: stretch, limit: STRETCH } as const] : []),
    ...(load < LOAD ? [{ kind: 'resistive-loads', value: load, limit: LOAD } as const] : []),
    ...(neuron.tails === 'mirror' && drawn > MOST_DRAWN
      ? [{ kind: 'leaking-mirrors', value: drawn, limit: MOST_DRAWN } as const]
      : []),
  ];
  return flags.length > 0 ? { ...figures, flags } : figures;
}

/** Points between the largest unusable current below the first usable one and that one. */
async function refined(
  points: readonly AnalogFigures[],
  run: (unitCurrent: number) => Promise<AnalogFigures>,
): Promise<readonly AnalogFigures[]> {
  const first = points.findIndex(isUsable);
  const [below, usable] = [points[first - 1], points[first]];
  if (!below || !usable) return [];
  let [low, high] = [below.unitCurrent, usable.unitCurrent];
  const found: AnalogFigures[] = [];
  for (let round = 0; round < REFINEMENTS && low < high; round++) {
    const middle = Number(Math.sqrt(low * high).toPrecision(4));
    const figures = await run(middle);
    found.push(figures);
    if (isUsable(figures)) high = middle;
    else low = middle;
  }
  return found;
}

async function errorsAt(neuron: AnalogNeuron, unitCurrent: number, ngspice: Tool): Promise<BiasErrors> {
  const at = { ...neuron, unitCurrent };
  return {
    ...(await weightLinearity(neuron, unitCurrent, ngspice)),
    mismatch: staticWeightError(at),
    mismatchMirrored: staticWeightError({ ...at, tails: 'mirror' }),
  };
}

/** Every synapse brings its own loads and wire, so the noise of the output falls with their number. */
async function sharedOutput(
  neuron: AnalogNeuron,
  { unitCurrent, noiseTotal }: UsableFigures,
  noise: number,
  ngspice: Tool,
): Promise<readonly SharedOutput[]> {
  const synapses = Math.max(1, Math.ceil(noiseTotal / noise));
  const loadCapacitance = synapses * neuron.loadCapacitance;
  const figures = await analyse({ ...neuron, synapses, loadCapacitance }, unitCurrent, ngspice);
  return isUsable(figures) ? [{ synapses, figures }] : [];
}
