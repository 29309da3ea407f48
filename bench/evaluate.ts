/**
 * Images per CPU-second of the evaluator on one thread. Peers are numpy (the same method) and onnxruntime-node where
 * they are installed.
 */

import { type DataSet, dataSetOfIdx } from '../nn/data/data-set.ts';
import { kernelNetwork } from '../nn/evaluate/kernel-network.ts';
import { type LayerWeights, type Network, sizeOf, synapsesOf, weightLayers } from '../nn/network/network.ts';
import { networkOf } from '../nn/network/networks.ts';
import { quantize } from '../nn/quantized/quantize.ts';
import { MNIST, readDataSet } from '../tools/index.ts';
import { findNumpy, numpySpeeds, type Speeds, sigmaOf } from './numpy.ts';
import { findOnnxRuntime, type OnnxRuntime, onnxRuntimeRun, type PeerRun } from './onnxruntime.ts';

export interface SpeedFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'images/CPU-s';
  /** Peer and its value; absent where it is not installed. */
  readonly against?: { readonly name: string; readonly value: number };
  /** Speed of ours as a multiple of the peer's. */
  readonly ratio?: number;
}

const WIDTHS = [8, 16] as const;
const KINDS = ['exact', 'noisy'] as const;
const REPEATS = 10;
/** Batches of images that onnxruntime is tried with. The fastest counts. */
const PEER_BATCHES = [1, 16, 64, 256];
const ROUNDS = 5;
/** Numbers of images for ours and for numpy, about a second's work each. */
const SIZES = { 'mnist-fcn': [10_000, 10_000], 'mnist-cnn': [10_000, 2000], 'cifar10-cnn': [2000, 200] } as const;

/**
 * Figures `evaluate.NETWORK.BITSbit.exact` and `.noisy` beside numpy. The exact one with 8 bits comes a second time,
 * beside onnxruntime-node. Packing of the pixels and the choice of the class are included.
 */
export async function evaluateFigures(): Promise<SpeedFigure[]> {
  const figures: SpeedFigure[] = [];
  const numpy = findNumpy();
  const onnxRuntime = findOnnxRuntime();
  for (const name of ['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'] as const) {
    const [images, peerImages] = SIZES[name];
    const network = networkOf(name);
    const data = await imagesOf(network, images);
    const weights = randomWeights(network);
    for (const bits of WIDTHS) {
      const runs = runsOf(network, weights, data, bits);
      const best = (run: () => number): number => Math.max(...Array.from({ length: REPEATS }, run));
      const ours: Speeds = { exact: best(runs.exact), noisy: best(runs.noisy) };
      const peer = numpy && numpySpeeds(numpy, network, bits, peerImages);
      for (const kind of KINDS)
        figures.push({
          name: `evaluate.${name}.${bits}bit.${kind}`,
          value: ours[kind],
          unit: 'images/CPU-s',
          ...(peer && {
            against: { name: `${numpy.about}, ${bits <= 8 ? 'float32' : 'float64'}`, value: peer[kind] },
            ratio: ours[kind] / peer[kind],
          }),
        });
      if (onnxRuntime && bits === 8) {
        const peer = await onnxRuntimeRun(onnxRuntime, network, weights, data);
        figures.push(await besideOnnxRuntime(`evaluate.${name}.8bit.exact`, runs.exact, onnxRuntime, peer));
      }
    }
  }
  return figures;
}

/** One run over all images: images per CPU-second. */
type Runs = Readonly<Record<(typeof KINDS)[number], () => number>>;

function runsOf(network: Network, weights: readonly LayerWeights[], data: DataSet, bits: number): Runs {
  const kernels = kernelNetwork(quantize(network, weights, { bits, clip: weights.map(() => 1) }));
  const sigma = sigmaOf(bits);
  const speed = (noise: { sigma: number; seed: number; draw: number } | null): number => {
    const before = process.cpuUsage();
    let right = 0;
    kernels.run(data, noise, (outputs, first, images) => {
      for (let image = 0; image < images; image++) {
        let most = image;
        for (let j = image; j < outputs.length; j += 16) if ((outputs[j] ?? 0) > (outputs[most] ?? 0)) most = j;
        if (most >> 4 === data.labels[first + image]) right++;
      }
    });
    const { user, system } = process.cpuUsage(before);
    if (right > data.images) throw new Error('more images right than there are');
    return data.images / ((user + system) / 1e6);
  };
  return { exact: () => speed(null), noisy: () => speed({ sigma, seed: 1, draw: 0 }) };
}

/**
 * Best of ours and of onnxruntime. They are taken in turns, so that both have the same machine; the peer has the batch
 * that suits it.
 */
async function besideOnnxRuntime(
  name: string,
  ours: () => number,
  runtime: OnnxRuntime,
  peer: PeerRun,
): Promise<SpeedFigure> {
  let value = 0;
  let best = { value: 0, batch: 0 };
  for (let k = 0; k < ROUNDS; k++)
    for (const batch of PEER_BATCHES) {
      value = Math.max(value, ours());
      const theirs = await peer(batch);
      if (theirs > best.value) best = { value: theirs, batch };
    }
  const about = `onnxruntime-node ${runtime.env.versions.node}, float32, batches of ${best.batch}`;
  return { name, value, unit: 'images/CPU-s', against: { name: about, value: best.value }, ratio: value / best.value };
}

/** Test images of MNIST; random pixels where a network takes others. */
async function imagesOf(network: Network, count: number): Promise<DataSet> {
  if (network.input.channels === 1) {
    const { images, labels, classes, source } = await readDataSet(MNIST, 'test');
    return dataSetOfIdx(images, labels, { classes }, source);
  }
  const pixels = sizeOf(network.input);
  const next = generator(1);
  return {
    ...network.input,
    images: count,
    pixels,
    values: Uint8Array.from({ length: count * pixels }, () => next() * 256),
    labels: Uint8Array.from({ length: count }, () => next() * 10),
    classes: 10,
    source: 'random pixels',
  };
}

/** Initial weights, uniform within sqrt(6 / (inputs + outputs)). */
function randomWeights(network: Network): LayerWeights[] {
  const next = generator(2);
  return weightLayers(network).map((layer) => {
    const bound = Math.sqrt(6 / (synapsesOf(layer) + layer.outputs));
    const values = (length: number): Float32Array => Float32Array.from({ length }, () => bound * (2 * next() - 1));
    return { weights: values(synapsesOf(layer) * layer.outputs), bias: values(layer.outputs) };
  });
}

/**
 * Generator of numbers from 0 to 1. P. L'Ecuyer, "Tables of Linear Congruential Generators", Math. Comp. 68, 1999:
 * 2^32, 32310901.
 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 32_310_901) + 1) >>> 0;
    return state / 2 ** 32;
  };
}
