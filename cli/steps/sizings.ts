/** Mixed-signal neurons in every sizing, and pairs with shifted thresholds: step `sizings`. */

import { designSpace, studiedSizings, studySizing } from '../../analog/index.ts';
import { besidePaper, type SizingFindings } from '../../compare/index.ts';
import { type GeneratedNeuron, neuronActivity } from '../../flow/index.ts';
import { type AnalogNeuron, CELL_THRESHOLD_SHIFTS, cellsAt } from '../../gen/index.ts';
import { electricalFigures } from '../../synth/index.ts';
import type { Run } from '../run/run.ts';
import { ANALOG_VERSIONS } from './analog-versions.ts';
import { storedSweep } from './bias-sweep.ts';

/** Noise of an output that synapses share: the paper's, V^2. */
const NOISE = 1e-6;
/** Bits of the paper's neuron: its pair is studied where there is one. */
const BITS = 8;

/** Sizings of the first pair's neuron, and all pairs with shifted thresholds. Nothing where the spec does not ask for the paper. */
export async function sizingsStep(
  run: Run,
  digital: readonly GeneratedNeuron[],
  onProgress: (text: string) => void,
): Promise<SizingFindings> {
  const pairs = besidePaper(run.spec) ? pairsOf(run, digital) : [];
  const pair = pairs.find((entry) => entry.analog.bits === BITS && entry.digital.neuron.bits === BITS) ?? pairs[0];
  if (pair === undefined) return { results: [], shifted: [], space: [] };
  let finished = 0;
  const sizings = studiedSizings(pair.analog);
  const results = await Promise.all(
    sizings.map(async (sizing) => {
      const result = await run.cached(
        { kind: 'sizing', versions: ANALOG_VERSIONS, input: { sizing, noise: NOISE } },
        async () => studySizing(sizing, await storedSweep(run, sizing.neuron), NOISE, run.ngspice()),
      );
      onProgress(`${++finished} of ${sizings.length} sizings`);
      return result;
    }),
  );
  onProgress('design space');
  const space = await run.cached(
    { kind: 'design-space', versions: ANALOG_VERSIONS, input: { neuron: pair.analog } },
    async () => designSpace(pair.analog),
  );
  onProgress('shifted thresholds');
  const active = [...new Set(pairs.map((entry) => entry.digital))].map((generated) => ({
    ...{ name: generated.neuron.name, netlist: generated.circuit.netlist },
    activity: neuronActivity(generated, run.options.seed),
  }));
  const analog = [...new Set(pairs.map((entry) => entry.analog))];
  const shifted = await Promise.all(
    CELL_THRESHOLD_SHIFTS.map(async (thresholdShift) => ({
      thresholdShift,
      digital: active.map(({ name, netlist, activity }) => ({
        name,
        ...electricalFigures(netlist, cellsAt(thresholdShift), activity),
      })),
      analog: await Promise.all(analog.map((neuron) => shiftedAnalog(run, { ...neuron, thresholdShift }))),
    })),
  );
  return { pair: { digital: pair.digital.neuron.name, analog: pair.analog.name }, results, shifted, space };
}

interface Pair {
  readonly digital: GeneratedNeuron;
  readonly analog: AnalogNeuron;
}

function pairsOf({ spec }: Run, digital: readonly GeneratedNeuron[]): readonly Pair[] {
  return (spec.compare?.pairs ?? []).flatMap(([digitalName, analogName]) => {
    const left = digital.find(({ neuron }) => neuron.name === digitalName);
    const right = spec.neurons?.find(({ name }) => name === analogName);
    return left !== undefined && right?.kind === 'analog' && right.mode === 'small-signal'
      ? [{ digital: left, analog: right }]
      : [];
  });
}

/** Neuron of shifted thresholds over its range of bias. */
async function shiftedAnalog(run: Run, neuron: AnalogNeuron) {
  const { name, bits, synapses } = neuron;
  const points = await storedSweep(run, neuron);
  return { name, bits, synapses, points };
}
