/** Step `analog`: every mixed-signal neuron in ngspice at a range of unit currents, the closed form beside it. */

import {
  type AnalogFigures,
  analogMeasurements,
  analyse,
  BIAS_CURRENTS,
  closedForm,
  executionMeasurements,
  type FourWays,
  fourWays,
  noiseMeasurements,
  readVerilogA,
  readWithAdms,
  reasonText,
  type VerilogAReader,
} from '../../analog/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { createAdms, findProgram, PROGRAMS } from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import { ANALOG_VERSIONS } from './analog-versions.ts';

export interface AnalysedNeuron {
  readonly neuron: AnalogNeuron;
  /** Simulated, in rising unit current; the spec's own is among them. */
  readonly simulated: readonly AnalogFigures[];
  /** The closed form at the same currents. */
  readonly formula: readonly AnalogFigures[];
  /** At the spec's own unit current. */
  readonly executions: FourWays;
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
        { kind: 'analog', versions: ANALOG_VERSIONS, input: { neuron, unitCurrent } },
        () => analyse(neuron, unitCurrent, run.ngspice()),
      );
      onProgress(`${++finished} of ${jobs.length} operating points`);
      return result;
    }),
  );
  const reader = verilogAReader(run);
  const executed = await Promise.all(
    neurons.map((neuron) =>
      run.cached({ kind: 'four-ways', versions: [...ANALOG_VERSIONS, reader.name], input: { neuron } }, () =>
        fourWays(neuron, reader.read, run.ngspice()),
      ),
    ),
  );
  return neurons.map((neuron, index) => {
    const executions = executed[index] as FourWays;
    const simulated = results.filter((_, k) => jobs[k]?.neuron === neuron);
    const formula = simulated.map(({ unitCurrent }) => closedForm(neuron, unitCurrent));
    for (const { unitCurrent, flags } of simulated)
      for (const flag of flags) run.log('analog', `${neuron.name} at ${unitCurrent} A: ${reasonText(flag)}`);
    const own = simulated.find(({ unitCurrent }) => unitCurrent === neuron.unitCurrent);
    const measurements = [
      ...analogMeasurements(neuron, simulated, formula),
      ...noiseMeasurements(neuron.name, own?.noiseBySource ?? null),
      ...executionMeasurements(executions),
    ];
    return { neuron, simulated, formula, executions, measurements };
  });
}

/** ADMS where it is installed, else the lint's own parser: both give the same tree. */
function verilogAReader(run: Run): { readonly name: string; readonly read: VerilogAReader } {
  if (findProgram(PROGRAMS.adms.command) === undefined) {
    run.log(
      'analog',
      `Verilog-A is read by the lint's own parser: admsXml is not installed (${PROGRAMS.adms.install})`,
    );
    return { name: 'own parser', read: async (text) => readVerilogA(text) };
  }
  const adms = createAdms({ signal: run.options.signal });
  return { name: 'admsXml', read: (text) => readWithAdms(adms, text) };
}

/** The unit currents to analyse, A, in rising order. */
function currents(neuron: AnalogNeuron): number[] {
  return [...new Set([...BIAS_CURRENTS, neuron.unitCurrent])].sort((a, b) => a - b);
}
