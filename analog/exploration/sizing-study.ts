/**
 * Study of one sizing over its range of bias, by the transistors. It finds the figures at each unit current, the
 * smallest usable one and the reasons against less, the linearity of the weights, and the circuit with as many synapses
 * as bring the noise of the shared output to a target.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { analyse } from '../analysis/analyse.ts';
import { type WeightLinearity, weightLinearity } from '../analysis/weight-linearity.ts';
import type { AnalogFigures } from '../neuron/figures.ts';
import type { Reason } from '../neuron/reason.ts';
import { staticWeightError } from '../neuron/static-error.ts';
import type { StudiedSizing } from './studied-sizings.ts';

/** Figures of a usable circuit, none missing. */
export type UsableFigures = AnalogFigures & {
  readonly power: number;
  readonly gain: number;
  readonly bandwidth: number;
  readonly noiseDensity: number;
  readonly noiseTotal: number;
  readonly energyPerSynapse: number;
};

/** Result of the study of one sizing. */
export interface SizingResult extends StudiedSizing {
  /** Figures in rising unit current, flagged where it is not usable. */
  readonly points: readonly AnalogFigures[];
  /** Smallest usable unit current. */
  readonly floor: BiasFloor | null;
  /** Errors at the usable ones of two unit currents. They are the neuron's own and the smallest that reaches `FAST`. */
  readonly errors: readonly BiasErrors[];
  /** Circuits with synapses enough for the noise wanted. They are at the neuron's own unit current and at the floor. */
  readonly shared: readonly SharedOutput[];
}

/** Smallest usable bias of a circuit. */
export interface BiasFloor {
  readonly figures: UsableFigures;
  /** Reasons against a unit current some percent smaller; empty where none was found. */
  readonly reasons: readonly Reason[];
}

/** Errors of the weights at one unit current, parts of the full scale. */
export interface BiasErrors extends WeightLinearity {
  /** Mismatch by Pelgrom's law, one sigma. With tails as the neuron has them, and with mirrored ones. */
  readonly mismatch: number;
  readonly mismatchMirrored: number;
}

/** Circuit of many synapses that share an output. */
export interface SharedOutput {
  readonly synapses: number;
  readonly figures: UsableFigures;
}

/** Smallest and largest simulated unit current, A. */
const RANGE = [2e-13, 1e-6] as const;
/** Number of halvings of the step below the first usable current. They narrow a factor of 2.2 to one of 1.1. */
const REFINEMENTS = 3;
/** Bandwidth that the second unit current of the errors reaches, Hz. */
const FAST = 1e9;
/**
 * Largest stretch of the bandwidth beyond the pole by the drain-gate capacitance, 1. With more, the gain no longer
 * falls off but levels out.
 */
const STRETCH = 2;
/**
 * Least voltage across the loads, V. With less than about a thermal voltage they are resistors that no current sets.
 */
const LOAD = 0.02;
/** Largest share of its nominal current that a mirrored tail may draw, tunnelling included. */
const MOST_DRAWN = 1.2;

/** Study of `sizing`; `noise` (V^2) is the target of the shared output. About 45 decks of ngspice. */
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
 * Figures of `neuron` over its range of bias, in rising unit current. There are `perDecade` to a decade, the neuron's
 * own, and the smallest usable one within some percent. Flagged where it is not usable.
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

/** Usability: no figure is missing and nothing speaks against the circuit. */
export function isUsable(figures: AnalogFigures): figures is UsableFigures {
  const { flags, power, gain, bandwidth, noiseTotal, noiseDensity } = figures;
  return flags.length === 0 && ![power, gain, bandwidth, noiseTotal, noiseDensity].includes(null);
}

/**
 * Pole of a first-order low-pass with this noise, Hz. The noise does not see the zero, and total = density pole pi/2.
 */
export function noisePole({ noiseTotal, noiseDensity }: Pick<UsableFigures, 'noiseTotal' | 'noiseDensity'>): number {
  return (2 * noiseTotal) / (Math.PI * noiseDensity);
}

/**
 * Figures with the reasons that only a whole circuit shows. A bandwidth that the zero makes is not one to build on, nor
 * is a current that leaks through a mirror.
 */
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

/**
 * Circuit with as many synapses as the noise asks for. Every synapse brings its own loads and wire, so the noise of the
 * output falls with their number.
 */
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
