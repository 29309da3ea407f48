/** Pipeline stages of neurons for their clocks, in the cells of the user's library. */

import { CircuitError, type DigitalNeuron, MOST_STAGES, type Spec } from '../../gen/index.ts';
import { DIGITAL_KEYS, findMeasurement } from '../../measurement/index.ts';
import type { Technology } from '../../synth/index.ts';
import type { Run } from '../run/run.ts';
import { mapToLibrary } from './map.ts';

/** Spec of `run` whose `open` neurons have the fewest stages that meet their clock. */
export async function withLibraryStages(
  run: Run,
  open: ReadonlySet<string>,
  technology: Technology,
  onProgress: (text: string) => void,
): Promise<Spec> {
  const neurons: NonNullable<Spec['neurons']>[number][] = [];
  for (const neuron of run.spec.neurons ?? [])
    neurons.push(
      neuron.kind === 'digital' && neuron.clock !== undefined && open.has(neuron.name)
        ? await fewest(run, neuron, 1 / neuron.clock, technology, onProgress)
        : neuron,
    );
  return { ...run.spec, ...(run.spec.neurons ? { neurons } : {}) };
}

/** Neuron of the fewest stages that meet `period`, else of the shortest one. */
async function fewest(
  run: Run,
  neuron: DigitalNeuron,
  period: number,
  technology: Technology,
  onProgress: (text: string) => void,
): Promise<DigitalNeuron> {
  const known = new Map<number, number>();
  const delayOf = async (pipeline: number): Promise<number> => {
    const before = known.get(pipeline);
    if (before !== undefined) return before;
    onProgress(`${neuron.name} with ${pipeline} stages`);
    const delay = await mapped(run, { ...neuron, pipeline }, technology, onProgress);
    known.set(pipeline, delay);
    return delay;
  };
  // One stage more for each period of the combinational neuron is where the search begins.
  let stages = Math.min(MOST_STAGES, Math.max(0, Math.ceil((await delayOf(0)) / period) - 1));
  while (stages > 0 && (await delayOf(stages)) === Number.POSITIVE_INFINITY) stages--;
  if ((await delayOf(stages)) <= period) while (stages > 0 && (await delayOf(stages - 1)) <= period) stages--;
  else
    while (
      stages < MOST_STAGES &&
      (await delayOf(stages)) > period &&
      (await delayOf(stages + 1)) !== Number.POSITIVE_INFINITY
    )
      stages++;
  if ((await delayOf(stages)) > period)
    for (const [other, delay] of known) if (delay < (await delayOf(stages))) stages = other;
  return { ...neuron, pipeline: stages };
}

/** Longest path of the mapped neuron, s; infinite where it has no so many stages. */
async function mapped(
  run: Run,
  neuron: DigitalNeuron,
  technology: Technology,
  onProgress: (text: string) => void,
): Promise<number> {
  try {
    const { measurements } = await mapToLibrary(run, neuron, technology, onProgress);
    return findMeasurement(measurements, DIGITAL_KEYS.delay, { neuron: neuron.name })?.value ?? Number.NaN;
  } catch (error) {
    if (error instanceof CircuitError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
