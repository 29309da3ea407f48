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
import { isUsable, type UsableFigures } from './bias-sweep.ts';
import type { StudiedSizing } from './studied-sizings.ts';

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

/** Bandwidth that the second unit current of the errors reaches, Hz. */
const FAST = 1e9;
/**
 * Study of `sizing`; `points` are the bias sweep of its neuron, `noise` (V^2) is the target of the shared output. About
 * 10 decks of ngspice.
 */
export async function studySizing(
  sizing: StudiedSizing,
  points: readonly AnalogFigures[],
  noise: number,
  ngspice: Tool,
): Promise<SizingResult> {
  const { neuron } = sizing;
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
