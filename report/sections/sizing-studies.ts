/** What the sizings and the threshold flavour add to a report: measurements, text and figures. */

import { type SizingResult, type SpaceCurve, sizingMeasurements } from '../../analog/index.ts';
import {
  type AnalogFigures,
  type DigitalFigures,
  pairCurves,
  peripheryMeasurements,
  ratioAt,
  type ShiftedNeurons,
  type SizingCurve,
  shiftedMeasurements,
  shiftedPairs,
  sizingCurves,
  TABLE_FREQUENCIES,
} from '../../compare/index.ts';
import type { Spec } from '../../gen/index.ts';
import { DIGITAL_KEYS, keyOf, type Measurement, measured, SIZING_PAIR_KEYS } from '../../measurement/index.ts';
import type { Study } from '../study/study.ts';
import { claimsTogetherStudy } from './claims-together.ts';
import { peripheryStudy } from './periphery.ts';
import { sizingsStudy } from './sizings.ts';
import { thresholdStudy } from './threshold.ts';

/** What the step found; empty lists where it had nothing to do. */
export interface SizingFindings {
  /** Neurons of the pair whose analog side is studied; absent where nothing is compared. */
  readonly pair?: { readonly digital: string; readonly analog: string } | undefined;
  readonly results: readonly SizingResult[];
  readonly shifted: readonly ShiftedNeurons[];
  /** The analog side in many designs, by the closed form. */
  readonly space: readonly SpaceCurve[];
}

/** Studies and measurements of `findings`; `digital` and `analog` as the report has them. */
export function sizingStudies(
  spec: Spec,
  digital: readonly DigitalFigures[],
  analog: readonly AnalogFigures[],
  { pair, results, shifted, space }: SizingFindings,
): { readonly studies: readonly Study[]; readonly measurements: readonly Measurement[] } {
  const opposite = digital.find(({ name }) => name === pair?.digital);
  const stated = spec.neurons?.find(({ name }) => name === pair?.digital);
  const synapses = stated?.kind === 'digital' ? stated.synapses : 1;
  // The sizings have one synapse.
  const share = opposite && { ...opposite, leakage: opposite.leakage / synapses, energy: opposite.energy / synapses };
  const curves = share === undefined ? [] : sizingCurves(spec, share, results);
  const pairs = shiftedPairs(spec, digital, shifted);
  const base = pair?.analog ?? '';
  return {
    studies: [
      sizingsStudy(base, curves, synapses),
      claimsTogetherStudy(curves, space),
      thresholdStudy(pairs, spec.technology.thresholdShift),
      peripheryStudy(spec, pairCurves(spec, digital, analog)),
    ],
    measurements: [
      ...sizingMeasurements(base, results),
      ...ratioMeasurements(base, curves, synapses),
      ...shiftedMeasurements(pairs),
      ...peripheryMeasurements(spec),
    ],
  };
}

/** `BASE.sizing.NAME.powerRatio@F` [1]. */
function ratioMeasurements(base: string, curves: readonly SizingCurve[], synapses: number): readonly Measurement[] {
  const by = synapses > 1 ? `, by its ${synapses} synapses,` : '';
  return curves.flatMap(({ result, curve }) => {
    const { leakage, energy } = DIGITAL_KEYS;
    const neuron = curve.digital.name;
    return TABLE_FREQUENCIES.map((frequency) =>
      measured(
        SIZING_PAIR_KEYS.powerRatio,
        { neuron: base, sizing: result.name, frequency },
        ratioAt(curve, frequency),
        'modelled',
        `${keyOf(leakage, { neuron })} + frequency x ${keyOf(energy, { neuron })}${by} over the power of sizing ${result.name} at the smallest usable bias with this bandwidth, between simulated points`,
      ),
    );
  });
}
