/** Bias sweep of a mixed-signal neuron, its points stored: the steps that need the same one share it. */

import { type AnalogFigures, analyse, biasSweep } from '../../analog/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';
import type { Run } from '../run/run.ts';
import { ANALOG_VERSIONS } from './analog-versions.ts';

/** Sweep of `neuron`; `onPoint` is called after each unit current. */
export function storedSweep(
  run: Run,
  neuron: AnalogNeuron,
  onPoint: () => void = () => undefined,
): Promise<readonly AnalogFigures[]> {
  // The figures are those of the circuit, whatever its name is.
  const { name: _, ...circuit } = neuron;
  return biasSweep(neuron, async (_, unitCurrent) => {
    const figures = await run.cached(
      { kind: 'analog', versions: ANALOG_VERSIONS, input: { neuron: circuit, unitCurrent } },
      () => analyse(neuron, unitCurrent, run.ngspice()),
    );
    onPoint();
    return figures;
  });
}
