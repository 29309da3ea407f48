/** Images per CPU-second of onnxruntime-node on one thread, in float32. */

import { createRequire } from 'node:module';
import { type DataSet, sliceOfDataSet } from '../nn/data/data-set.ts';
import { floatOutputs } from '../nn/float/evaluate.ts';
import type { LayerWeights, Network } from '../nn/network/network.ts';
import { nth } from '../numeric/index.ts';
import { onnxModel } from './onnx.ts';

/**
 * The part of onnxruntime-node 1.23.2 in use. It is stated here since 250 MB are too many for a development dependency.
 */
export interface OnnxRuntime {
  readonly env: { readonly versions: { readonly node?: string } };
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<Session>;
  };
  readonly Tensor: new (type: 'float32', values: Float32Array, sizes: readonly number[]) => object;
}

interface Session {
  run(inputs: Readonly<Record<string, object>>): Promise<Readonly<Record<string, { readonly data: Float32Array }>>>;
}

const PACKAGE = 'onnxruntime-node';

/** The package in the project or in a folder of NODE_PATH. Null, with a note, where there is none. */
export function findOnnxRuntime(): OnnxRuntime | null {
  const require = createRequire(import.meta.url);
  try {
    require.resolve(PACKAGE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    process.stderr.write(
      'left out: onnxruntime-node is not installed (ONNXRUNTIME_NODE_INSTALL_CUDA=skip npm i --no-save onnxruntime-node@1.23.2)\n',
    );
    return null;
  }
  return require(PACKAGE) as OnnxRuntime;
}

/**
 * Number of images whose outputs are compared with ours, and the largest difference. The peer adds up float32 in
 * another order.
 */
const COMPARED = 32;
const TOLERANCE = 1e-4;

/** One run over all images in batches: images per CPU-second. */
export type PeerRun = (batch: number) => Promise<number>;

/**
 * Runs of images that are already float32, the choice of the class included. Throws where the outputs are not those of
 * our network in floating point.
 */
export async function onnxRuntimeRun(
  runtime: OnnxRuntime,
  network: Network,
  weights: readonly LayerWeights[],
  data: DataSet,
): Promise<PeerRun> {
  const session = await runtime.InferenceSession.create(onnxModel(network, weights), {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
  const { channels, height, width } = network.input;
  const centred = network.pixels === 'centred';
  const pixels = Float32Array.from(data.values, (value) => (centred ? 2 * value - 255 : value) / 255);
  const outputs = async (first: number, images: number): Promise<Float32Array> => {
    const values = pixels.subarray(first * data.pixels, (first + images) * data.pixels);
    const x = new runtime.Tensor('float32', values, [images, channels, height, width]);
    return (await session.run({ x })).y?.data ?? new Float32Array();
  };

  const theirs = await outputs(0, COMPARED);
  floatOutputs(network, weights, sliceOfDataSet(data, 0, COMPARED), (ours, image) => {
    ours.forEach((value, k) => {
      const other = nth(theirs, image * ours.length + k);
      if (!(Math.abs(value - other) <= TOLERANCE))
        throw new Error(`${network.name}, image ${image}: onnxruntime's output ${k} is ${other}, ours ${value}`);
    });
  });

  return async (batch) => {
    const before = process.cpuUsage();
    let right = 0;
    for (let first = 0; first < data.images; first += batch) {
      const images = Math.min(batch, data.images - first);
      const values = await outputs(first, images);
      const classes = values.length / images;
      for (let image = 0; image < images; image++) {
        const from = image * classes;
        let most = from;
        for (let j = from; j < from + classes; j++) if ((values[j] ?? 0) > (values[most] ?? 0)) most = j;
        if (most - from === data.labels[first + image]) right++;
      }
    }
    const { user, system } = process.cpuUsage(before);
    if (right > data.images) throw new Error('more images right than there are');
    return data.images / ((user + system) / 1e6);
  };
}
