/** Mismatch and corners, transients, and the large-signal alternative of small-signal neurons: part of step `analog`. */

import {
  type LargeSignal,
  largeSignal,
  largeSignalMeasurements,
  studyVariability,
  type Transients,
  transientMeasurements,
  transients,
  type Variability,
  variabilityMeasurements,
} from '../../analog/index.ts';
import { besidePaper } from '../../compare/index.ts';
import { type AnalogNeuron, analogNeurons } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import type { Run } from '../run/run.ts';
import { ANALOG_VERSIONS } from './analog-versions.ts';

/** Findings of one neuron. */
export interface StudiedNeuron {
  readonly neuron: AnalogNeuron;
  readonly variability: Variability;
  readonly transients: Transients;
  /** The alternative that the paper rejects; none where the spec does not ask for the paper. */
  readonly largeSignal: LargeSignal | null;
  readonly measurements: readonly Measurement[];
}

/** Studies of the neurons that work in small-signal mode, `samples` chips of each; none where the spec has none. */
export async function studiesOf(
  run: Run,
  samples: number,
  onProgress: (text: string) => void,
): Promise<readonly StudiedNeuron[]> {
  const neurons = analogNeurons(run.spec);
  const paper = besidePaper(run.spec);
  const studied: StudiedNeuron[] = [];
  for (const neuron of neurons) {
    if (neuron.mode !== 'small-signal') continue;
    const { name } = neuron;
    const draw = { seed: run.options.seed, samples };
    const stored = <T>(kind: string, input: object, compute: () => Promise<T>): Promise<T> =>
      run.cached({ kind, versions: ANALOG_VERSIONS, input: { neuron, ...input } }, compute);
    onProgress(`${name}: ${samples} chips and the corners`);
    const variability = await stored('variability', draw, () => studyVariability(neuron, draw, run.ngspice()));
    onProgress(`${name}: transients`);
    const inTime = await stored('transients', {}, () => transients(neuron, run.ngspice()));
    if (paper) onProgress(`${name}: the large-signal alternative`);
    const alternative = paper ? await stored('large-signal', {}, () => largeSignal(neuron, run.ngspice())) : null;
    studied.push({
      ...{ neuron, variability, transients: inTime, largeSignal: alternative },
      measurements: [
        ...variabilityMeasurements(neuron, variability),
        ...transientMeasurements(inTime),
        ...(alternative ? largeSignalMeasurements(alternative) : []),
      ],
    });
  }
  return studied;
}
