/** Studies of a run for its report, in the order in which they are shown. */

import type { Comparison } from '../../compare/index.ts';
import { ownPoint } from '../../flow/index.ts';
import type { Spec } from '../../gen/index.ts';
import {
  fourWaysStudy,
  largeSignalStudy,
  type NoiseEntry,
  networkCostStudy,
  noiseStudy,
  type Study,
  sizingStudies,
  transientStudy,
  variabilityStudy,
} from '../../report/index.ts';
import type { ExecutedNeuron } from '../steps/analog.ts';
import type { Outcome } from './outcome.ts';

/** Sections of the report besides those that every run has. */
export function reportStudies(spec: Spec, { analysed, studied }: Outcome, comparison: Comparison): readonly Study[] {
  return [
    fourWaysStudy(analysed.map(({ executions }) => executions)),
    noiseStudy(analysed.flatMap(noiseEntry)),
    ...sizingStudies(comparison, spec.technology.thresholdShift),
    variabilityStudy(
      studied.map(({ neuron, variability }) => ({ neuron, study: variability })),
      spec,
    ),
    transientStudy(studied.map(({ transients }) => transients)),
    largeSignalStudy(studied.flatMap(({ largeSignal }) => largeSignal ?? [])),
    networkCostStudy(comparison.networks),
  ];
}

/** Noise at the neuron's own unit current; none where it has no figures there. */
function noiseEntry({ neuron, figures: { points } }: ExecutedNeuron): readonly NoiseEntry[] {
  const own = ownPoint(neuron, points);
  if (!own) return [];
  const { gain, bandwidth, noiseDensity: density, noiseTotal: total, noiseBySource: simulated, closedForm } = own;
  if (gain === null || bandwidth === null || density === null || total === null || !simulated) return [];
  return [{ neuron, gain, bandwidth, density, total, simulated, modelled: closedForm.noiseBySource }];
}
