/** Mixed-signal neurons in ngspice at several unit currents, the closed form beside them. */

import {
  type AnalogFigures,
  analogMeasurements,
  analyse as analyseNeuron,
  BIAS_CURRENTS,
  closedForm,
  noiseMeasurements,
} from '../analog/index.ts';
import type { BiasCurve } from '../compare/index.ts';
import { type AnalogNeuron, analogNeurons, type Spec } from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import type { Tool } from '../tools/tool.ts';

/** A mixed-signal neuron over unit currents. */
export interface AnalysedNeuron {
  /** Power (W), bandwidth (Hz), gain and noise (V^2), simulated and by the closed form, in rising unit current. */
  readonly figures: BiasCurve;
  /** The same, each with unit, origin and source. */
  readonly measurements: readonly Measurement[];
}

/** The operating points of an analysis. */
export interface AnalyseOptions {
  /** A; default 10 pA to 1 uA, two a decade. That of each neuron is added. */
  readonly unitCurrents?: readonly number[];
}

/**
 * Every mixed-signal neuron of `spec`, in its order. A current at which a neuron does not work is a result with flags;
 * rejects with `ToolError` when ngspice fails.
 */
export function analyse(
  spec: Spec,
  { ngspice }: { readonly ngspice: Tool },
  { unitCurrents = BIAS_CURRENTS }: AnalyseOptions = {},
): Promise<readonly AnalysedNeuron[]> {
  return Promise.all(
    analogNeurons(spec).map(async (neuron) => {
      const currents = [...new Set([...unitCurrents, neuron.unitCurrent])].sort((a, b) => a - b);
      return analysed(neuron, await Promise.all(currents.map((current) => analyseNeuron(neuron, current, ngspice))));
    }),
  );
}

function analysed(neuron: AnalogNeuron, simulated: readonly AnalogFigures[]): AnalysedNeuron {
  const { name, bits, synapses } = neuron;
  const formula = simulated.map(({ unitCurrent }) => closedForm(neuron, unitCurrent));
  const own = simulated.find(({ unitCurrent }) => unitCurrent === neuron.unitCurrent);
  return {
    figures: { name, bits, synapses, points: simulated.map((point, k) => ({ ...point, closedForm: formula[k] })) },
    measurements: [
      ...analogMeasurements(neuron, simulated, formula),
      ...noiseMeasurements(name, own?.noiseBySource ?? null),
    ],
  };
}
