/** Step `verify` with a network: whole layers through the Verilog of the spec's serial neurons, in Verilator. */

import pLimit from 'p-limit';
import type { DigitalNeuron } from '../../gen/index.ts';
import {
  choiceFor,
  dataSetOf,
  networkOf,
  parseWeightFiles,
  type QuantizedNetwork,
  quantize,
  sliceOfDataSet,
  streamedLayers,
  weightLayers,
} from '../../nn/index.ts';
import { neuronProblems } from '../../sim/index.ts';
import { readDataSet, readWeightFiles, sourceOfShape } from '../../tools/index.ts';
import { megabytes } from '../data.ts';
import { InputError } from '../input-error.ts';
import { networkLines, type VerifiedNetwork } from '../network-findings.ts';
import type { Run } from '../run.ts';
import { type NeuronStream, streamNeuron } from '../stream-neuron.ts';
import type { GeneratedNeuron } from './generate.ts';

/** What the user asks for. */
export interface NetworkChoice {
  readonly network: string;
  /** The first images of the test set. */
  readonly images: number;
  /** Names of the layers; undefined: all with weights. */
  readonly layers?: readonly string[];
  /** The weight whose lowest bit is another in the neuron than in the evaluator: the check must find it. */
  readonly flip?: { readonly layer: string; readonly output: number; readonly synapse: number };
}

type Loaded = ReturnType<typeof parseWeightFiles> & { readonly data: ReturnType<typeof dataSetOf> };

/**
 * Step `verify` with `choice`: every serial neuron of the spec, as many at once as there may be threads. Throws `InputError` where
 * one cannot compute the network.
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
  checkNames(choice);
  const loaded = await load(choice, onProgress);
  const streams = serial.map((entry): NeuronStream => {
    const quantized = quantizedFor(entry.neuron, choice, loaded);
    return { ...entry, quantized, data: loaded.data, layers: layersOf(quantized, choice) };
  });
  const problems = streams.flatMap(({ neuron, quantized }) =>
    neuronProblems(neuron, choice.network, streamedLayers(quantized)),
  );
  if (problems.length > 0) throw new InputError(...problems);
  const verified = await allOrNone(run, streams, onProgress);
  for (const entry of verified) run.log('verify', networkLines(entry).join('\n'));
  return verified;
}

/** Streams all; the first failure ends the others. */
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

function checkNames({ network, layers, flip }: NetworkChoice): void {
  const known = weightLayers(networkOf(network));
  for (const name of [...(layers ?? []), ...(flip ? [flip.layer] : [])])
    if (!known.some((layer) => layer.name === name))
      throw new InputError(`layers of ${network} are ${known.map((layer) => layer.name).join(', ')}: ${name}`);
  if (flip && layers && !layers.includes(flip.layer))
    throw new InputError(`--flip must name one of the layers ${layers.join(', ')}: ${flip.layer}`);
}

/** Weights and as many test images as are wanted. */
async function load({ network, images }: NetworkChoice, onProgress: (text: string) => void): Promise<Loaded> {
  const loaded = parseWeightFiles(network, await readWeightFiles(network));
  const source = sourceOfShape(networkOf(network).input);
  if (!source) throw new InputError(`${network} has no data set`);
  const files = await readDataSet(source, 'test', {
    onProgress: megabytes((text) => onProgress(`fetching ${source.name}: ${text}`)),
  });
  const data = dataSetOf(files);
  if (images > data.images)
    throw new InputError(`--images must be at most ${data.images}, the images of ${data.source}: ${images}`);
  return { ...loaded, data: sliceOfDataSet(data, 0, images) };
}

/** The network in the words of the neuron, with what was chosen for its weights. */
function quantizedFor(neuron: DigitalNeuron, { network }: NetworkChoice, loaded: Loaded): QuantizedNetwork {
  const { name, bits, inputBits } = neuron;
  for (const [key, width] of Object.entries({ bits, inputBits }))
    if (width < 2 || width > 16) throw new InputError(`${name}: ${key} must be 2 to 16 for ${network}: ${width}`);
  const choice = { ...choiceFor(loaded.manifest, bits), activationBits: inputBits };
  return quantize(networkOf(network), loaded.weights, choice);
}

/** The wanted layers, with their places among those with weights, one weight of the neuron's flipped where that is wanted. */
function layersOf(quantized: QuantizedNetwork, { layers, flip }: NetworkChoice): NeuronStream['layers'] {
  return streamedLayers(quantized).flatMap((layer, index) => {
    if (layers && !layers.includes(layer.name)) return [];
    if (flip?.layer !== layer.name) return [{ layer, index }];
    const { output, synapse } = flip;
    if (output >= layer.outputs || synapse >= layer.synapses)
      throw new InputError(
        `--flip of ${layer.name} must be an output below ${layer.outputs} and a synapse below ${layer.synapses}: ${output}, ${synapse}`,
      );
    const at = output * layer.synapses + synapse;
    return [
      { layer: { ...layer, weights: layer.weights.map((weight, k) => (k === at ? weight ^ 1 : weight)) }, index },
    ];
  });
}
