/** Whole networks through the Verilog of serial neurons, in Verilator: `verify --network`. */

import pLimit from 'p-limit';
import type { GeneratedNeuron } from '../../flow/index.ts';
import type { Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import type { NetworkChoice } from './choice.ts';
import { networkLines, type VerifiedNetwork } from './findings.ts';
import { type NeuronStream, streamNeuron } from './stream-neuron.ts';
import { neuronStreams } from './streams.ts';

/**
 * Step `verify` with a network. Every serial neuron of the spec, as many at once as there may be threads. Throws `InputError`
 * where one cannot compute the network.
 */
export async function verifyNetworkStep(
  run: Run,
  digital: readonly GeneratedNeuron[],
  choice: NetworkChoice,
  onProgress: (text: string) => void,
): Promise<VerifiedNetwork[]> {
  const serial = digital.filter(({ neuron }) => neuron.architecture === 'serial');
  if (serial.length === 0)
    throw new InputError(
      `verify --network needs a digital neuron with architecture serial in the spec: ${run.spec.name} has none`,
    );
  const streams = await neuronStreams(run, serial, choice, onProgress);
  const verified = await allOrNone(run, streams, onProgress);
  for (const entry of verified) run.log('verify', networkLines(entry).join('\n'));
  return verified;
}

/** Findings of all streams; the first failure ends the others. */
async function allOrNone(
  run: Run,
  streams: readonly NeuronStream[],
  onProgress: (text: string) => void,
): Promise<VerifiedNetwork[]> {
  const limit = pLimit(run.options.jobs);
  const failure = new AbortController();
  const signal = AbortSignal.any([run.options.signal, failure.signal]);
  const states = streams.map(({ neuron }) => `${neuron.name} waits`);
  const ended = await Promise.allSettled(
    streams.map((stream, k) =>
      limit(() =>
        streamNeuron(run, stream, signal, (state) => {
          states[k] = `${stream.neuron.name}: ${state}`;
          onProgress(states.join(', '));
        }),
      ).catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
  run.options.signal.throwIfAborted();
  failure.signal.throwIfAborted();
  return ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
}
