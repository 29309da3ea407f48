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

/** A neuron in ngspice and by the closed form at one unit current. */
export interface AnalysedPoint extends AnalogFigures {
  readonly closedForm: AnalogFigures;
}

/** A mixed-signal neuron over unit currents. */
export interface AnalysedNeuron {
  /** Power (W), bandwidth (Hz), gain and noise (V^2) over unit current. Simulated and by the closed form. */
  readonly figures: BiasCurve & { readonly points: readonly AnalysedPoint[] };
  /** The same, each with unit, origin and source. */
  readonly measurements: readonly Measurement[];
}

/** The operating points of an analysis. */
export interface AnalyseOptions {
  /** A; default 10 pA to 1 uA, two a decade. That of each neuron is added. */
  readonly unitCurrents?: readonly number[];
}

/**
 * Mixed-signal neurons of `spec` in ngspice, in its order. A current at which a neuron does not work is a result with
 * flags; rejects with `ToolError` when ngspice fails.
 */
export function analyse(
  spec: Spec,
  { ngspice }: { readonly ngspice: Tool },
  { unitCurrents = BIAS_CURRENTS }: AnalyseOptions = {},
): Promise<readonly AnalysedNeuron[]> {
  return Promise.all(
    analogNeurons(spec).map(async (neuron) => {
      const currents = analysisCurrents(neuron, unitCurrents);
      return analysedNeuron(neuron, await Promise.all(currents.map((one) => analyseNeuron(neuron, one, ngspice))));
    }),
  );
}

/** Unit currents of an analysis: `unitCurrents` and the neuron's own, A, in rising order. */
export function analysisCurrents(neuron: AnalogNeuron, unitCurrents: readonly number[] = BIAS_CURRENTS): number[] {
  return [...new Set([...unitCurrents, neuron.unitCurrent])].sort((a, b) => a - b);
}

/** Figures and measurements of a neuron that was simulated at several unit currents. */
export function analysedNeuron(neuron: AnalogNeuron, simulated: readonly AnalogFigures[]): AnalysedNeuron {
  const { name, bits, synapses } = neuron;
  const points = simulated.map((point) => ({ ...point, closedForm: closedForm(neuron, point.unitCurrent) }));
  return {
    figures: { name, bits, synapses, points },
    measurements: [
      ...analogMeasurements(
        neuron,
        simulated,
        points.map((point) => point.closedForm),
      ),
      ...noiseMeasurements(name, ownPoint(neuron, points)?.noiseBySource ?? null),
    ],
  };
}

/** Point at the neuron's own unit current. */
export function ownPoint<Point extends AnalogFigures>(
  { unitCurrent }: AnalogNeuron,
  points: readonly Point[],
): Point | undefined {
  return points.find((point) => point.unitCurrent === unitCurrent);
}
