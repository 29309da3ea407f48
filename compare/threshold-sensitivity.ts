/** The ratio of powers as the thresholds of both neurons move. */

import type { Spec } from '../gen/index.ts';
import { type Measurement, measured, PAIR_KEYS } from '../measurement/index.ts';
import type { BiasCurve, DigitalFigures } from './figures.ts';
import { pairCurves } from './power.ts';
import { ratioAt, TABLE_FREQUENCIES } from './sizing-curves.ts';

/** Both kinds of neurons with one shift of all thresholds. */
export interface ShiftedNeurons {
  /** Added to the size of every threshold, V. */
  readonly thresholdShift: number;
  readonly digital: readonly Pick<DigitalFigures, 'name' | 'leakage' | 'energy' | 'delay'>[];
  /** Over a range of bias. */
  readonly analog: readonly BiasCurve[];
}

/** A pair of neurons at one shift. */
export interface ShiftedPair {
  readonly digital: string;
  readonly analog: string;
  readonly thresholdShift: number;
  /** Of the digital neuron, W. */
  readonly leakage: number;
  /** s */
  readonly delay: number;
  /** Power of the analog neuron at its smallest usable bias, W; null without one. */
  readonly floor: number | null;
  /** By `TABLE_FREQUENCIES`; null where either side does not reach it. */
  readonly ratios: readonly (number | null)[];
}

/** Every pair of the spec at every shift; `digital` are the neurons as they were synthesized. */
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

/** `DIG/ANALOG.powerRatio@F,thresholdShift=V` [1] and `DIG.leakage@thresholdShift=V` [W]. */
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
        ratios[k] ?? null,
        'modelled',
        source(thresholdShift),
      ),
    ),
  ]);
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}
