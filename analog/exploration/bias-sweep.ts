/**
 * Figures of a neuron over its bias, with the smallest usable unit current. Every table, curve, ratio
 * and floor of a neuron is read off this one sweep.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { referenceCurrent } from '../neuron/design.ts';
import type { AnalogFigures } from '../neuron/figures.ts';
import { BIAS_CURRENTS } from '../neuron/measurements.ts';
import type { Reason } from '../neuron/reason.ts';

/** Simulation of a neuron at one unit current, A. */
export type Simulate = (neuron: AnalogNeuron, unitCurrent: number) => Promise<AnalogFigures>;

/** Figures of a usable circuit, none missing. */
export type UsableFigures = AnalogFigures & {
  readonly power: number;
  readonly gain: number;
  readonly bandwidth: number;
  readonly noiseDensity: number;
  readonly noiseTotal: number;
  readonly energyPerSynapse: number;
};

/** Smallest simulated unit current, A. */
const LEAST = 2e-13;
/** Number of halvings (of a ratio) below the first usable current. They narrow a factor of 3.2 to one of 1.02. */
const REFINEMENTS = 6;
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

/**
 * Figures of `neuron` in rising unit current, flagged where it is not usable: at `BIAS_CURRENTS` and the neuron's own,
 * below them while it is usable, at the smallest usable current within 2 %, and at the one below that.
 */
export async function biasSweep(neuron: AnalogNeuron, simulate: Simulate): Promise<readonly AnalogFigures[]> {
  const at = async (unitCurrent: number): Promise<AnalogFigures> => judged(neuron, await simulate(neuron, unitCurrent));
  const points = [...(await biasPoints(neuron, BIAS_CURRENTS, simulate))];
  for (let lowest = points[0]; lowest && isUsable(lowest); lowest = points[0]) {
    const next = below(lowest.unitCurrent);
    if (next < LEAST) break;
    points.unshift(await at(next));
  }
  return [...points, ...(await floorBetween(points, at))].sort((a, b) => a.unitCurrent - b.unitCurrent);
}

/** Figures at `unitCurrents` and at the neuron's own, in rising unit current. */
export function biasPoints(
  neuron: AnalogNeuron,
  unitCurrents: readonly number[],
  simulate: Simulate,
): Promise<readonly AnalogFigures[]> {
  const currents = [...new Set([...unitCurrents, neuron.unitCurrent])].sort((a, b) => a - b);
  return Promise.all(currents.map(async (current) => judged(neuron, await simulate(neuron, current))));
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

/** Next half decade below `unitCurrent`, A. */
const below = (unitCurrent: number): number =>
  Number((10 ** ((Math.ceil(2 * Math.log10(unitCurrent) - 1e-3) - 1) / 2)).toPrecision(4));

/**
 * Figures with the reasons that only a whole circuit shows. A bandwidth that the zero makes is not one to build on, nor
 * is a current that leaks through a mirror.
 */
function judged(neuron: AnalogNeuron, figures: AnalogFigures): AnalogFigures {
  if (neuron.mode !== 'small-signal' || !isUsable(figures)) return figures;
  const stretch = figures.bandwidth / noisePole(figures);
  const wanted = neuron.supply * figures.unitCurrent * (2 ** neuron.bits - 1) * neuron.synapses;
  const reference = neuron.supply * referenceCurrent({ ...neuron, unitCurrent: figures.unitCurrent });
  const drawn = (figures.power - reference) / wanted;
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

/** Smallest usable point below the first usable of `points`, and the largest unusable one. */
async function floorBetween(
  points: readonly AnalogFigures[],
  at: (unitCurrent: number) => Promise<AnalogFigures>,
): Promise<readonly AnalogFigures[]> {
  const first = points.findIndex(isUsable);
  const [start, end] = [points[first - 1], points[first]];
  if (!start || !end) return [];
  let [low, high] = [start, end];
  for (let round = 0; round < REFINEMENTS; round++) {
    const middle = Number(Math.sqrt(low.unitCurrent * high.unitCurrent).toPrecision(4));
    if (middle <= low.unitCurrent || middle >= high.unitCurrent) break;
    const figures = await at(middle);
    if (isUsable(figures)) high = figures;
    else low = figures;
  }
  return [low, high].filter((point) => point !== start && point !== end);
}
