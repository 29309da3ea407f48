/** Step `analog`: every mixed-signal neuron in ngspice at a range of unit currents, the closed form beside it. */

import {
  type AnalogFigures,
  analogMeasurements,
  analyse,
  BIAS_CURRENTS,
  CARD,
  closedForm,
} from '../../analog/index.ts';
import type { AnalogNeuron, Measurement } from '../../gen/index.ts';
import type { Run } from '../run.ts';

export interface AnalysedNeuron {
  readonly neuron: AnalogNeuron;
  /** Simulated, in rising unit current; the spec's own is among them. */
  readonly simulated: readonly AnalogFigures[];
  /** The closed form at the same currents. */
  readonly formula: readonly AnalogFigures[];
  readonly measurements: readonly Measurement[];
}

/** Step `analog`. */
export async function analogStep(run: Run, onProgress: (text: string) => void): Promise<AnalysedNeuron[]> {
  const neurons = (run.spec.neurons ?? []).filter((neuron) => neuron.kind === 'analog');
  const jobs = neurons.flatMap((neuron) => currents(neuron).map((unitCurrent) => ({ neuron, unitCurrent })));
  let finished = 0;
  const results = await Promise.all(
    jobs.map(async ({ neuron, unitCurrent }) => {
      const result = await run.cached(
        { kind: 'analog', versions: [CARD.package, CARD.sha256], input: { neuron, unitCurrent } },
        () => analyse(neuron, unitCurrent, run.ngspice()),
      );
      onProgress(`${++finished} of ${jobs.length} operating points`);
      return result;
    }),
  );
  return neurons.map((neuron) => {
    const simulated = results.filter((_, k) => jobs[k]?.neuron === neuron);
    const formula = simulated.map(({ unitCurrent }) => closedForm(neuron, unitCurrent));
    for (const { unitCurrent, flags } of simulated)
      for (const flag of flags) run.log('analog', `${neuron.name} at ${unitCurrent} A: ${flag}`);
    return { neuron, simulated, formula, measurements: analogMeasurements(neuron, simulated, formula) };
  });
}

/** The unit currents to analyse, A, in rising order. */
function currents(neuron: AnalogNeuron): number[] {
  return [...new Set([...BIAS_CURRENTS, neuron.unitCurrent])].sort((a, b) => a - b);
}
