/** Streams of `verify --network`: each neuron with network, weights, images and layers, checked. */

import type { GeneratedNeuron } from '../../flow/index.ts';
import type { DigitalNeuron } from '../../gen/index.ts';
import {
  differingImages,
  type EvaluateInput,
  type QuantizedNetwork,
  quantize,
  sliceOfDataSet,
  streamedLayers,
  weightLayers,
} from '../../nn/index.ts';
import { neuronProblems } from '../../sim/index.ts';
import { defaultNotes } from '../evaluation/images.ts';
import { type JobFiles, readInputOf } from '../evaluation/inputs.ts';
import type { Run } from '../run/run.ts';
import { CheckFailed } from '../session/check-failed.ts';
import { asInput, InputError } from '../session/input-error.ts';
import { tellPull } from '../session/pull-progress.ts';
import type { NetworkChoice } from './choice.ts';
import type { NeuronStream } from './stream-neuron.ts';

/**
 * Streams, one for each of the `serial` neurons. Throws `InputError` where there is no such network or a neuron cannot compute
 * it, and `CheckFailed` where the kernels that evaluate networks differ from the integer network that neurons are compared with.
 */
export async function neuronStreams(
  run: Run,
  serial: readonly GeneratedNeuron[],
  choice: NetworkChoice,
  onProgress: (text: string) => void,
): Promise<NeuronStream[]> {
  const streams: NeuronStream[] = [];
  for (const entry of serial) {
    checkWidths(entry.neuron, choice);
    const input = await readInput(run, entry.neuron, choice, onProgress);
    checkNames(input, choice);
    const quantized = await quantizedFor(entry.neuron, input);
    const data = sliceOfDataSet(input.data, 0, choice.images);
    streams.push({ ...entry, quantized, data, weights: input.source, layers: layersOf(quantized, choice) });
  }
  const own = ownOf(run.spec, choice.network);
  const [stream] = streams;
  for (const note of stream && own ? defaultNotes(stream.quantized.network, own) : [])
    process.stderr.write(`${note}\n`);
  const problems = streams.flatMap(({ neuron, quantized }) =>
    neuronProblems(neuron, quantized.network.name, streamedLayers(quantized)),
  );
  if (problems.length > 0) throw new InputError(...problems);
  await checkKernels(streams);
  return streams;
}

/** Network, weights for the neuron's width, and test images. Throws `InputError` where there are too few. */
async function readInput(
  { spec, options: { signal } }: Run,
  { bits, inputBits }: DigitalNeuron,
  { network, weights, images }: NetworkChoice,
  onProgress: (text: string) => void,
): Promise<EvaluateInput> {
  const own = ownOf(spec, network);
  if (own && weights === 'aware') throw new InputError(`--weights aware is for networks of the package: ${network}`);
  const options = { onEvent: tellPull((text) => onProgress(`fetching test images: ${text}`)), signal };
  const input = await asInput(() =>
    readInputOf({ network, own, weights, bits, ...(own ? { activationBits: inputBits } : {}) }, options),
  );
  if (images > input.data.images)
    throw new InputError(
      `--images must be at most ${input.data.images}, the images of ${input.data.source}: ${images}`,
    );
  return input;
}

/** Files of a network of the user's own, listed or beside each other. Null for one of the package. */
function ownOf({ evaluate }: Run['spec'], network: string): JobFiles['own'] {
  if (!/\.(json|onnx)$/i.test(network)) return null;
  const listed = (evaluate?.networks ?? []).flatMap((entry) => (typeof entry === 'string' ? [] : [entry]));
  return listed.find(({ file }) => file === network) ?? { file: network, weights: weightsBeside(network) };
}

const weightsBeside = (file: string): string => file.replace(/\.json$/i, '.safetensors');

function checkWidths({ name, bits, inputBits }: DigitalNeuron, { network }: NetworkChoice): void {
  for (const [key, width] of Object.entries({ bits, inputBits }))
    if (width < 2 || width > 16) throw new InputError(`${name}: ${key} must be 2 to 16 for ${network}: ${width}`);
}

function checkNames({ network }: EvaluateInput, { layers, flip }: NetworkChoice): void {
  const known = weightLayers(network);
  for (const name of [...(layers ?? []), ...(flip ? [flip.layer] : [])])
    if (!known.some((layer) => layer.name === name))
      throw new InputError(`layers of ${network.name} are ${known.map((layer) => layer.name).join(', ')}: ${name}`);
  if (flip && layers && !layers.includes(flip.layer))
    throw new InputError(`--flip must name one of the layers ${layers.join(', ')}: ${flip.layer}`);
}

/** Network in the words of the neuron. */
async function quantizedFor(
  neuron: DigitalNeuron,
  { network, weights, choice }: EvaluateInput,
): Promise<QuantizedNetwork> {
  return asInput(() => quantize(network, weights, { ...choice, activationBits: neuron.inputBits }));
}

/** Comparison of the evaluating kernels with the integer network that neurons are compared with. */
async function checkKernels(streams: readonly NeuronStream[]): Promise<void> {
  for (const { neuron, quantized, data } of streams) {
    const differing = await asInput(() => differingImages(quantized, data));
    if (differing.length > 0)
      throw new CheckFailed(
        `${quantized.network.name} at ${neuron.bits} bits: the kernels differ from the integer network in images ${differing.join(', ')}`,
      );
  }
}

/** Wanted layers with their places among those with weights. One weight of the neuron's is flipped where that is wanted. */
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
