/** Step `analog`: every mixed-signal neuron in ngspice at a range of unit currents, the closed form beside it. */

import {
  executionMeasurements,
  type FourWays,
  fourWays,
  readVerilogA,
  readWithAdms,
  reasonText,
  type VerilogAReader,
} from '../../analog/index.ts';
import { type AnalysedNeuron, analysedNeuron } from '../../flow/index.ts';
import { type AnalogNeuron, analogNeurons } from '../../gen/index.ts';
import { createAdms, findProgram, PROGRAMS } from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import { ANALOG_VERSIONS } from './analog-versions.ts';
import { storedSweep } from './bias-sweep.ts';

/** A mixed-signal neuron over unit currents, and in four ways at its own. */
export interface ExecutedNeuron extends AnalysedNeuron {
  readonly neuron: AnalogNeuron;
  /** At the spec's own unit current. */
  readonly executions: FourWays;
}

/** Step `analog`. */
export async function analogStep(run: Run, onProgress: (text: string) => void): Promise<readonly ExecutedNeuron[]> {
  const neurons = analogNeurons(run.spec);
  let finished = 0;
  const simulated = await Promise.all(
    neurons.map(async (neuron) => ({
      neuron,
      points: await storedSweep(run, neuron, () => onProgress(`${++finished} operating points`)),
    })),
  );
  const reader = verilogAReader(run);
  const executed = await Promise.all(
    simulated.map(async ({ neuron, points }) => ({
      ...{ neuron, points },
      executions: await run.cached(
        { kind: 'four-ways', versions: [...ANALOG_VERSIONS, reader.name], input: { neuron } },
        () => fourWays(neuron, reader.read, run.ngspice()),
      ),
    })),
  );
  return executed.map(({ neuron, points, executions }) => {
    for (const { unitCurrent, flags } of points)
      for (const flag of flags) run.log('analog', `${neuron.name} at ${unitCurrent} A: ${reasonText(flag)}`);
    const { figures, measurements } = analysedNeuron(neuron, points);
    return { neuron, figures, executions, measurements: [...measurements, ...executionMeasurements(executions)] };
  });
}

/** Reader of Verilog-A: ADMS where it is installed, else the lint's own parser. Both give the same tree. */
function verilogAReader(run: Run): { readonly name: string; readonly read: VerilogAReader } {
  if (findProgram(PROGRAMS.adms.command) === undefined) {
    run.log(
      'analog',
      `Verilog-A is read by the lint's own parser: admsXml is not installed (${PROGRAMS.adms.install})`,
    );
    return { name: 'own parser', read: async (text) => readVerilogA(text) };
  }
  const adms = createAdms(run.toolOptions);
  return { name: 'admsXml', read: (text) => readWithAdms(adms, text) };
}
