/** What the steps of a run found, and the files that tell it. */

import { type AnalogFigures, evaluationFigures, widthDifferenceFigures } from '../../compare/index.ts';
import type { Spec } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { type EvaluateResult, evaluationMeasurements, type Network } from '../../nn/index.ts';
import {
  fourWaysStudy,
  largeSignalStudy,
  type NoiseEntry,
  networkCostStudy,
  noiseStudy,
  type ReportInput,
  type SizingFindings,
  sizingStudies,
  transientStudy,
  variabilityStudy,
} from '../../report/index.ts';
import { VERSION } from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import type { AnalysedNeuron } from '../steps/analog.ts';
import type { Generated } from '../steps/generate.ts';
import type { StudiedNeuron } from '../steps/studies.ts';
import type { SynthesizedNeuron } from '../steps/synth.ts';
import { type VerifiedNeuron, verifyMeasurements } from '../steps/verify.ts';
import { networkMeasurements, type VerifiedNetwork } from '../verify-network/findings.ts';

/** Results by step; those of steps that were left out are empty. */
export interface Outcome {
  readonly generated: Generated;
  readonly synthesized: readonly SynthesizedNeuron[];
  readonly verified: readonly VerifiedNeuron[];
  readonly streamed: readonly VerifiedNetwork[];
  readonly analysed: readonly AnalysedNeuron[];
  readonly studied: readonly StudiedNeuron[];
  readonly sized: SizingFindings;
  readonly evaluated: readonly EvaluateResult[];
  /** Those of `evaluated`. */
  readonly networks: readonly Network[];
}

/** Every measurement of the steps that were run, in the order of the steps. */
export function measurementsOf(spec: Spec, outcome: Outcome): Measurement[] {
  return [
    ...outcome.synthesized.flatMap((entry) => entry.measurements),
    ...verifyMeasurements(outcome.verified),
    ...networkMeasurements(outcome.streamed),
    ...outcome.analysed.flatMap((entry) => entry.measurements),
    ...outcome.studied.flatMap((entry) => entry.measurements),
    ...sizingPart(spec, outcome).measurements,
    ...evaluationMeasurements(outcome.evaluated),
    ...costPart(spec, outcome).measurements,
  ];
}

/** What the report is made from. */
export function reportInput(run: Run, outcome: Outcome): ReportInput {
  return {
    spec: run.spec,
    version: VERSION,
    measurements: measurementsOf(run.spec, outcome),
    digital: outcome.synthesized.map((entry) => entry.figures),
    analog: outcome.analysed.map(analogFigures),
    evaluations: evaluationFigures(outcome.evaluated),
    widthDifferences: widthDifferenceFigures(outcome.evaluated),
    studies: [
      fourWaysStudy(outcome.analysed.map(({ executions }) => executions)),
      noiseStudy(outcome.analysed.flatMap(noiseEntry)),
      ...sizingPart(run.spec, outcome).studies,
      variabilityStudy(
        outcome.studied.map(({ neuron, variability }) => ({ neuron, study: variability })),
        run.spec,
      ),
      transientStudy(outcome.studied.map((entry) => entry.transients)),
      largeSignalStudy(outcome.studied.map((entry) => entry.largeSignal)),
      costPart(run.spec, outcome).study,
    ],
  };
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

/** What whole networks cost. */
function costPart(spec: Spec, { synthesized, analysed, networks }: Outcome): ReturnType<typeof networkCostStudy> {
  return networkCostStudy(
    spec,
    networks,
    synthesized.map((entry) => entry.figures),
    analysed.map(analogFigures),
  );
}

/** What the sizings and shifted thresholds add. */
function sizingPart(spec: Spec, { synthesized, analysed, sized }: Outcome): ReturnType<typeof sizingStudies> {
  return sizingStudies(
    spec,
    synthesized.map((entry) => entry.figures),
    analysed.map(analogFigures),
    sized,
  );
}

function analogFigures({ neuron, simulated, formula }: AnalysedNeuron): AnalogFigures {
  return {
    name: neuron.name,
    bits: neuron.bits,
    synapses: neuron.synapses,
    points: simulated.map((point, k) => {
      const closedForm = formula[k];
      return closedForm ? { ...point, closedForm } : point;
    }),
  };
}
