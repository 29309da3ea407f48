/** What the steps bring along for the report, in the order in which it is shown. */

import type { Comparison } from '../../compare/index.ts';
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
import type { AnalysedNeuron } from '../steps/analog.ts';
import type { Outcome } from './outcome.ts';

/** The studies of a run. */
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
    largeSignalStudy(studied.map(({ largeSignal }) => largeSignal)),
    networkCostStudy(comparison.networks),
  ];
}

/** Noise at the neuron's own unit current; none where it has no figures there. */
function noiseEntry({ neuron, simulated, formula }: AnalysedNeuron): readonly NoiseEntry[] {
  const own = (figures: (typeof simulated)[number]): boolean => figures.unitCurrent === neuron.unitCurrent;
  const found = simulated.find(own);
  if (!found) return [];
  const { gain, bandwidth, noiseDensity: density, noiseTotal: total, noiseBySource } = found;
  if (gain === null || bandwidth === null || density === null || total === null || !noiseBySource) return [];
  const modelled = formula.find(own)?.noiseBySource ?? null;
  return [{ neuron, gain, bandwidth, density, total, simulated: noiseBySource, modelled }];
}
