/** Sensitivity of the ratio of powers to the thresholds of both neurons. */

import type { Spec } from '../gen/index.ts';
import { type Measurement, measured, PAIR_KEYS } from '../measurement/index.ts';
import { nth } from '../numeric/index.ts';
import type { BiasCurve, DigitalFigures } from './figures.ts';
import { pairCurves } from './power.ts';
import { ratioAt, TABLE_FREQUENCIES } from './sizing-curves.ts';

/** Neurons of both kinds with one shift of all thresholds. */
export interface ShiftedNeurons {
  /** Shift added to the size of every threshold, V. */
  readonly thresholdShift: number;
  readonly digital: readonly Pick<DigitalFigures, 'name' | 'leakage' | 'energy' | 'delay'>[];
  /** Analog neurons over a range of bias. */
  readonly analog: readonly BiasCurve[];
}

/** Pair of neurons at one shift. */
export interface ShiftedPair {
  readonly digital: string;
  readonly analog: string;
  readonly thresholdShift: number;
  /** Leakage of the digital neuron, W. */
  readonly leakage: number;
  /** Delay, s. */
  readonly delay: number;
  /** Power of the analog neuron at its smallest usable bias, W; null without one. */
  readonly floor: number | null;
  /** Ratios of powers at `TABLE_FREQUENCIES`; null where either side does not reach it. */
  readonly ratios: readonly (number | null)[];
}

/** Pairs of the spec at every shift; `digital` are the neurons as they were synthesized. */
export function shiftedPairs(
  spec: Spec,
  digital: readonly DigitalFigures[],
  shifted: readonly ShiftedNeurons[],
): readonly ShiftedPair[] {
  return shifted.flatMap(({ thresholdShift, digital: moved, analog }) => {
    const figures = digital.flatMap((neuron) => {
      const own = moved.find(({ name }) => name === neuron.name);
      return own === undefined ? [] : [{ ...neuron, ...own }];
    });
    return pairCurves(spec, figures, analog).map((curve) => ({
      digital: curve.digital.name,
      analog: curve.analog.name,
      thresholdShift,
      leakage: curve.digital.leakage,
      delay: curve.digital.delay,
      floor: curve.bias.points[0]?.power ?? null,
      ratios: TABLE_FREQUENCIES.map((frequency) => ratioAt(curve, frequency)),
    }));
  });
}

/**
 * Measurements of ratio and leakage at every shift. They are `DIG/ANALOG.powerRatio@F,thresholdShift=V` [1] and
 * `DIG.leakage@thresholdShift=V` [W].
 */
export function shiftedMeasurements(pairs: readonly ShiftedPair[]): readonly Measurement[] {
  const source = (shift: number): string =>
    `thresholds of both neurons ${shift} V up (delvto): digital cells characterized there, analog neuron in ngspice with its bias chosen for the frequency`;
  const entries = pairs.flatMap(({ digital, analog, thresholdShift, leakage, ratios }) => [
    measured(
      PAIR_KEYS.shiftedLeakage,
      { neuron: digital, thresholdShift },
      leakage,
      'modelled',
      source(thresholdShift),
    ),
    ...TABLE_FREQUENCIES.map((frequency, k) =>
      measured(
        PAIR_KEYS.powerRatio,
        { digital, analog, frequency, thresholdShift },
        nth(ratios, k),
        'modelled',
        source(thresholdShift),
      ),
    ),
  ]);
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}
