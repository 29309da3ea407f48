/** Power against frequency of a digital and an analog neuron at one MAC a cycle. */

import type { Spec } from '../gen/index.ts';
import { logPoints } from '../numeric/index.ts';
import { type BiasCurve, type DigitalFigures, type UsablePoint, usablePoints } from './figures.ts';

/** Powers of one digital and one analog neuron over the frequencies of the spec. */
export interface PairCurve {
  readonly digital: DigitalFigures;
  readonly analog: BiasCurve;
  /** Highest frequency of the digital neuron: one over its delay, Hz. */
  readonly digitalLimit: number;
  /** Bias that the analog neuron can choose from. */
  readonly bias: Bias;
  /** Powers in rising frequency. */
  readonly points: readonly PairPoint[];
}

/** Powers of a pair at one frequency, W; null above the highest frequency of that neuron. */
export interface PairPoint {
  /** Frequency, Hz. */
  readonly frequency: number;
  readonly digital: number | null;
  /** Power at the smallest usable bias whose bandwidth reaches the frequency. */
  readonly analog: number | null;
  /** Power with the unit current never below the spec's; null also where that is not usable. */
  readonly analogFromStated: number | null;
}

/** Operating points of an analog neuron that a bias can be chosen from. */
export interface Bias {
  /** Points in rising unit current, each with more bandwidth than all before it. */
  readonly points: readonly UsablePoint[];
  /** Points from the spec's unit current upwards; empty where that current is not usable. */
  readonly fromStated: readonly UsablePoint[];
}

/** Curves of every pair whose two neurons were both measured, in the spec's order. */
export function pairCurves(
  spec: Spec,
  digital: readonly DigitalFigures[],
  analog: readonly BiasCurve[],
): readonly PairCurve[] {
  if (spec.compare === undefined) return [];
  const frequencies = logPoints(spec.compare.frequencies);
  return spec.compare.pairs.flatMap(([digitalName, analogName]) => {
    const left = digital.find((neuron) => neuron.name === digitalName);
    const right = analog.find((neuron) => neuron.name === analogName);
    const stated = spec.neurons?.find((neuron) => neuron.name === analogName);
    if (left === undefined || right === undefined || stated?.kind !== 'analog') return [];
    const bias = biasOf(usablePoints(right), stated.unitCurrent);
    const points = frequencies.map((frequency) => ({
      frequency,
      digital: digitalPower(left, frequency),
      analog: analogPower(bias.points, frequency),
      analogFromStated: analogPower(bias.fromStated, frequency),
    }));
    return [{ digital: left, analog: right, digitalLimit: 1 / left.delay, bias, points }];
  });
}

/**
 * Power of a digital neuron: leakage plus one switching energy a cycle, W. Null where a cycle is shorter than the
 * delay.
 */
export function digitalPower(neuron: DigitalFigures, frequency: number): number | null {
  return frequency * neuron.delay > 1 ? null : neuron.leakage + frequency * neuron.energy;
}

/**
 * Power of an analog neuron at the smallest bias whose bandwidth is `frequency`, W. It is read off between the
 * simulated points along straight lines in logarithmic scales. Below the bandwidth of the first point the power stays
 * at that point's: there is no smaller bias. Null above the bandwidth of the last point.
 */
export function analogPower(
  points: readonly Pick<UsablePoint, 'power' | 'bandwidth'>[],
  frequency: number,
): number | null {
  const upper = points.findIndex((point) => point.bandwidth >= frequency);
  const above = points[upper];
  const below = points[upper - 1];
  if (above === undefined) return null;
  if (below === undefined) return above.power;
  const share = Math.log(frequency / below.bandwidth) / Math.log(above.bandwidth / below.bandwidth);
  return below.power * (above.power / below.power) ** share;
}

/** Bias of a neuron. A point of less bandwidth than a smaller bias has would never be chosen. */
function biasOf(points: readonly UsablePoint[], statedCurrent: number): Bias {
  const start = points.findIndex((point) => Math.abs(point.unitCurrent / statedCurrent - 1) < SAME_CURRENT);
  return { points: rising(points), fromStated: start < 0 ? [] : rising(points.slice(start)) };
}

/** Points with more bandwidth than all before them. */
function rising(points: readonly UsablePoint[]): readonly UsablePoint[] {
  const kept: UsablePoint[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last === undefined || point.bandwidth > last.bandwidth) kept.push(point);
  }
  return kept;
}

/** Largest relative difference of two unit currents that count as one. */
const SAME_CURRENT = 1e-9;
