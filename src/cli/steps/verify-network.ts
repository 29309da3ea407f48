/** Step `verify` with a network: whole layers through the Verilog of the spec's serial neurons, in Verilator. */

import type { DigitalNeuron, Measurement } from '../../gen/index.ts';
import {
  choiceFor,
  dataSetOf,
  differingImages,
  networkOf,
  parseWeightFiles,
  type QuantizedNetwork,
  quantize,
  sliceOfDataSet,
  streamedImage,
  streamedLayers,
  weightLayers,
} from '../../nn/index.ts';
import { layerVerilog } from '../../rtl/index.ts';
import { joined, type LayerCheck, type LayerModel, neuronProblems, startLayerModel } from '../../sim/index.ts';
import { createVerilator, readDataSet, readWeightFiles, sourceOfShape } from '../../tools/index.ts';
import { CheckFailed } from '../check-failed.ts';
import { InputError } from '../input-error.ts';
import type { Run } from '../run.ts';
import type { GeneratedNeuron } from './generate.ts';
import { standingFiles } from './verify.ts';

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

/** A network through one neuron. */
export interface VerifiedNetwork {
  readonly neuron: string;
  readonly network: string;
  readonly bits: number;
  readonly inputBits: number;
  readonly images: number;
  readonly checks: readonly LayerCheck[];
}

type Loaded = ReturnType<typeof parseWeightFiles> & { readonly data: ReturnType<typeof dataSetOf> };

/** Step `verify` with `choice`: every serial neuron of the spec. Throws `InputError` where one cannot compute the network. */
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
  const jobs = serial.map((entry) => ({ entry, quantized: quantizedFor(entry.neuron, choice, loaded) }));
  const problems = jobs.flatMap(({ entry, quantized }) =>
    neuronProblems(entry.neuron, choice.network, streamedLayers(quantized)),
  );
  if (problems.length > 0) throw new InputError(...problems);
  const done: VerifiedNetwork[] = [];
  for (const { entry, quantized } of jobs) {
    const verified = await verifyOne(run, entry, choice, { quantized, loaded }, onProgress);
    run.log('verify', networkLines(verified).join('\n'));
    done.push(verified);
  }
  return done;
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
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  const files = await readDataSet(source, 'test', {
    onProgress: (at, total) => onProgress(`fetching ${source.name}: ${megabytes(at)} of ${megabytes(total)} MB`),
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

async function verifyOne(
  run: Run,
  { neuron, verilog }: GeneratedNeuron,
  choice: NetworkChoice,
  { quantized, loaded }: { readonly quantized: QuantizedNetwork; readonly loaded: Loaded },
  onProgress: (text: string) => void,
): Promise<VerifiedNetwork> {
  const { signal, onLog } = run.options;
  const { network, images } = choice;
  const differing = differingImages(quantized, loaded.data);
  if (differing.length > 0)
    throw new CheckFailed(
      `${network} at ${neuron.bits} bits: the kernels differ from the integer network for images ${differing.join(', ')}`,
    );
  const layers = streamedLayers(quantized).map((layer) => flipped(layer, choice));
  const fractionBits = layers[0]?.fractionBits ?? 0;
  const files = await standingFiles(run.options.out, neuron, verilog);
  await run.write(
    Object.fromEntries(Object.entries(layerVerilog(neuron, fractionBits)).map(([name, text]) => [`rtl/${name}`, text])),
  );
  onProgress(`${neuron.name}: building`);
  const verilator = createVerilator({ signal, ...(onLog ? { onLog } : {}) });
  const model = await startLayerModel(verilator, neuron, files, fractionBits);
  try {
    const chosen = layers.flatMap((layer, index) =>
      (choice.layers?.includes(layer.name) ?? true) ? [{ layer, index }] : [],
    );
    const checks = await streamImages(model, chosen, { quantized, loaded }, (done) =>
      onProgress(`${neuron.name}: ${done} of ${images} images of ${network}`),
    );
    return { neuron: neuron.name, network, bits: neuron.bits, inputBits: neuron.inputBits, images, checks };
  } finally {
    await model.close();
  }
}

type Chosen = readonly { readonly layer: ReturnType<typeof streamedLayers>[number]; readonly index: number }[];

/** Every image through every chosen layer; an image is prepared while the one before is simulated. */
async function streamImages(
  model: LayerModel,
  chosen: Chosen,
  { quantized, loaded }: { readonly quantized: QuantizedNetwork; readonly loaded: Loaded },
  onImage: (done: number) => void,
): Promise<LayerCheck[]> {
  const { data } = loaded;
  const checks: LayerCheck[][] = [];
  let before: Promise<LayerCheck[]> = Promise.resolve([]);
  for (let image = 0; image <= data.images; image++) {
    const running = image < data.images ? start(image) : Promise.resolve([]);
    running.catch(() => undefined);
    checks.push(await before);
    onImage(image);
    before = running;
  }
  return chosen.map(({ layer }, k) =>
    joined(
      layer.name,
      checks.flatMap((ofImage) => ofImage[k] ?? []),
    ),
  );

  function start(image: number): Promise<LayerCheck[]> {
    const pixels = data.values.subarray(image * data.pixels, (image + 1) * data.pixels);
    const prepared = streamedImage(quantized, pixels);
    return Promise.all(
      chosen.flatMap(({ layer, index }) => {
        const wanted = prepared[index];
        return wanted ? [model.check(layer, [wanted], image)] : [];
      }),
    );
  }
}

/** The layer with one weight one off, where `choice` names one. */
function flipped(layer: Chosen[number]['layer'], { flip }: NetworkChoice): Chosen[number]['layer'] {
  if (flip?.layer !== layer.name) return layer;
  const { output, synapse } = flip;
  if (output >= layer.outputs || synapse >= layer.synapses)
    throw new InputError(
      `--flip of ${layer.name} must be an output below ${layer.outputs} and a synapse below ${layer.synapses}: ${output}, ${synapse}`,
    );
  const at = output * layer.synapses + synapse;
  return { ...layer, weights: layer.weights.map((weight, k) => (k === at ? weight ^ 1 : weight)) };
}

const count = (value: number): string => value.toLocaleString('en-US');

/** What was found, for a person: a line for the neuron, and one for each layer. */
export function networkLines({ neuron, network, bits, inputBits, images, checks }: VerifiedNetwork): string[] {
  const widths = bits === inputBits ? `${bits} bits` : `weights of ${bits} and inputs of ${inputBits} bits`;
  const wrong = checks.reduce((sum, { mismatches }) => sum + mismatches, 0);
  const verdict =
    wrong === 0
      ? "every accumulator and output equals the evaluator's"
      : `${count(wrong)} accumulators or outputs differ`;
  return [
    `${neuron} in verilator: ${network}, ${widths}, ${images} ${images === 1 ? 'image' : 'images'}: ${verdict}`,
    ...checks.flatMap(layerLines),
  ];
}

function layerLines({ layer, products, accumulators, mismatches, first }: LayerCheck): string[] {
  const line = `  ${layer}: ${count(products)} products, ${count(accumulators)} accumulators`;
  if (!first) return [line];
  const { expected, found, image, output, place } = first;
  const shown = ({ accumulator, result, own }: typeof expected): string =>
    `accumulator ${accumulator}, output ${result}${own === null ? '' : `, y ${own}`}`;
  const where = place ? ` at row ${place.row}, column ${place.column}` : '';
  return [
    `${line}, ${count(mismatches)} differ`,
    `    first: image ${image}, output ${output}${where}: expected ${shown(expected)}; found ${shown(found)}`,
  ];
}

/** `NAME.verify.NETWORK.LAYER.products`, `.accumulators` and `.mismatches`. */
export function networkMeasurements(results: readonly VerifiedNetwork[]): Measurement[] {
  return results.flatMap(({ neuron, network, bits, images, checks }) => {
    const source =
      `Verilator on the emitted Verilog, ${images} test images through ${network} at ${bits} bits; accumulators compared ` +
      'with the golden model, outputs with the integer network';
    return checks.flatMap(({ layer, products, accumulators, mismatches }) =>
      Object.entries({ products, accumulators, mismatches }).map(
        ([key, value]): Measurement => ({
          key: `${neuron}.verify.${network}.${layer}.${key}`,
          value,
          unit: '1',
          origin: 'simulated',
          source,
        }),
      ),
    );
  });
}
