/** Images per CPU-second of the evaluator on one thread, beside the same method in numpy where it is installed. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type DataSet, dataSetOfIdx } from '../src/nn/data-set.ts';
import { kernelNetwork } from '../src/nn/kernel-network.ts';
import { type LayerWeights, type Network, sizeOf, synapsesOf, weightLayers } from '../src/nn/network.ts';
import { networkOf } from '../src/nn/networks.ts';
import { quantize } from '../src/nn/quantize.ts';
import { MNIST, readDataSet } from '../src/tools/index.ts';

export interface SpeedFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'images/CPU-s';
  /** Where numpy is installed. */
  readonly against?: { readonly name: string; readonly value: number };
  /** How many times faster ours is. */
  readonly ratio?: number;
}

/** Noise of a weight as a part of the largest code. */
const SIGMA = 0.05;
const WIDTHS = [8, 16] as const;
const KINDS = ['exact', 'noisy'] as const;
const REPEATS = 5;
/** Images that numpy takes at once: about the fastest for all three. */
const PEER_BATCH = 50;
/** Images of ours and of numpy, for about a second each. */
const SIZES = { 'mnist-fcn': [10_000, 10_000], 'mnist-cnn': [10_000, 2000], 'cifar10-cnn': [2000, 200] } as const;

/** evaluate.NETWORK.BITSbit.exact and .noisy; packing of the pixels and the choice of the class included. */
export async function evaluateFigures(): Promise<SpeedFigure[]> {
  const figures: SpeedFigure[] = [];
  const numpy = findNumpy();
  for (const name of ['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'] as const) {
    const [images, peerImages] = SIZES[name];
    const network = networkOf(name);
    const data = await imagesOf(network, images);
    for (const bits of WIDTHS) {
      const ours = speeds(network, data, bits);
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
    }
  }
  return figures;
}

type Speeds = Readonly<Record<(typeof KINDS)[number], number>>;

function speeds(network: Network, data: DataSet, bits: number): Speeds {
  const weights = randomWeights(network);
  const kernels = kernelNetwork(quantize(network, weights, { bits, clip: weights.map(() => 1) }));
  const sigma = SIGMA * (2 ** (bits - 1) - 1);
  const speed = (noise: { sigma: number; seed: number; draw: number } | null): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let k = 0; k < REPEATS; k++) {
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
      best = Math.min(best, (user + system) / 1e6);
    }
    return data.images / best;
  };
  return { exact: speed(null), noisy: speed({ sigma, seed: 1, draw: 0 }) };
}

/** MNIST's test images; random pixels where a network takes others. */
async function imagesOf(network: Network, count: number): Promise<DataSet> {
  if (network.input.channels === 1) {
    const { images, labels, classes, source } = await readDataSet(MNIST, 'test');
    return dataSetOfIdx(images, labels, classes, source);
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

/** Uniform within sqrt(6 / (inputs + outputs)), as networks start. */
function randomWeights(network: Network): LayerWeights[] {
  const next = generator(2);
  return weightLayers(network).map((layer) => {
    const bound = Math.sqrt(6 / (synapsesOf(layer) + layer.outputs));
    return {
      weights: Float32Array.from({ length: synapsesOf(layer) * layer.outputs }, () => bound * (2 * next() - 1)),
      bias: new Float32Array(layer.outputs),
    };
  });
}

/** Numbers of 0 to 1. P. L'Ecuyer, "Tables of Linear Congruential Generators", Math. Comp. 68, 1999: 2^32, 32310901. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 32_310_901) + 1) >>> 0;
    return state / 2 ** 32;
  };
}

interface Numpy {
  readonly python: string;
  /** Its version and BLAS. */
  readonly about: string;
}

const SCRIPT = fileURLToPath(new URL('./evaluate.py', import.meta.url));
const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };

/** The first Python whose numpy has OpenBLAS, else the first with numpy; null, with a note, where there is none. */
function findNumpy(): Numpy | null {
  const found = ['python3', '/usr/bin/python3'].flatMap((python) => {
    const run = spawnSync(python, [SCRIPT, '--about'], { encoding: 'utf8' });
    return run.status === 0 ? [{ python, about: run.stdout.trim() }] : [];
  });
  if (found.length === 0) process.stderr.write('numpy is left out: no python3 has it (apt install python3-numpy)\n');
  return found.find(({ about }) => about.endsWith('OpenBLAS')) ?? found[0] ?? null;
}

/** The same in numpy on one thread. Throws when the script fails. */
function numpySpeeds({ python }: Numpy, network: Network, bits: number, images: number): Speeds {
  const { input, layers } = network;
  const task = {
    input,
    layers,
    images,
    batch: PEER_BATCH,
    bits,
    sigma: SIGMA * (2 ** (bits - 1) - 1),
    repeats: 3,
  };
  const run = spawnSync(python, [SCRIPT], {
    input: JSON.stringify(task),
    encoding: 'utf8',
    env: { ...process.env, ...ONE_THREAD },
  });
  if (run.status !== 0) throw new Error(`${python} ${SCRIPT} failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as Speeds;
}
