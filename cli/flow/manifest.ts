/** Manifest of a run: its files with hashes, versions, seed and time. Times stand nowhere else. */

import { createHash } from 'node:crypto';
import { latency, neuronPorts } from '../../gen/index.ts';
import type { Run } from '../run/run.ts';
import { versions } from '../session/version.ts';
import { fileKind } from './file-kind.ts';
import type { Outcome } from './outcome.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Texts of a neuron by path. */
const filesOf = ({ generated, streamed }: Outcome, name: string): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...generated.texts.filter(({ neuron }) => neuron === name).map(({ files }) => files),
    ...streamed.filter(({ neuron }) => neuron === name).map(({ files }) => files),
  );

/** Text of `manifest.json`. */
export function manifestText(run: Run, outcome: Outcome, started: Date, ended: Date): string {
  const neurons = (run.spec.neurons ?? []).map((neuron) => ({
    name: neuron.name,
    top: neuron.name,
    ...(neuron.kind === 'digital'
      ? {
          ports: neuronPorts(neuron).map(({ name, direction, bits }) => ({ name, direction, width: bits })),
          latency: latency(neuron),
        }
      : {}),
    files: Object.entries(filesOf(outcome, neuron.name)).map(([path, text]) => ({
      ...{ path, kind: fileKind(path), sha256: hash(text) },
    })),
  }));
  const ranges = rangesOf(outcome);
  const manifest = {
    neurons,
    ...(ranges.length > 0 ? { ranges } : {}),
    versions: versions(),
    seed: run.options.seed,
    started: started.toISOString(),
    seconds: (ended.getTime() - started.getTime()) / 1000,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Ranges of unbounded activations, of each network and width. */
function rangesOf({ evaluation }: Outcome): readonly object[] {
  const found = evaluation.results.flatMap(({ job: { network, bits, activationBits }, ranges }) =>
    ranges ? [JSON.stringify({ network, bits, activationBits, ...ranges })] : [],
  );
  return [...new Set(found)].map((text) => JSON.parse(text) as object);
}
