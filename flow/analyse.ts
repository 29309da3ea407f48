/** Mixed-signal neurons in ngspice at several unit currents, the closed form beside them. */

import {
  type AnalogFigures,
  analogMeasurements,
  analyse as analyseNeuron,
  biasPoints,
  biasSweep,
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
  /**
   * A; that of each neuron is added. Default: 10 pA to 1 uA, two a decade, and down to the smallest usable current of
   * each neuron.
   */
  readonly unitCurrents?: readonly number[];
}

/**
 * Mixed-signal neurons of `spec` in ngspice, in its order. A current at which a neuron does not work is a result with
 * flags; rejects with `ToolError` when ngspice fails.
 */
export function analyse(
  spec: Spec,
  { ngspice }: { readonly ngspice: Tool },
  { unitCurrents }: AnalyseOptions = {},
): Promise<readonly AnalysedNeuron[]> {
  const simulate = (neuron: AnalogNeuron, unitCurrent: number) => analyseNeuron(neuron, unitCurrent, ngspice);
  return Promise.all(
    analogNeurons(spec).map(async (neuron) =>
      analysedNeuron(
        neuron,
        await (unitCurrents === undefined ? biasSweep(neuron, simulate) : biasPoints(neuron, unitCurrents, simulate)),
      ),
    ),
  );
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
