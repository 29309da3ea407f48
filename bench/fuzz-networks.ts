/** Readers of networks, weights and images that are fuzzed. */

import { dataSetOfCifar } from '../nn/data/cifar.ts';
import { type DataSet, dataSetOfIdx } from '../nn/data/data-set.ts';
import { FormatError } from '../nn/data/format-error.ts';
import { readWeights, writeWeights } from '../nn/files/weight-file.ts';
import { initialWeights } from '../nn/float/layer-weights.ts';
import { checkWeights } from '../nn/network/checks.ts';
import type { LayerWeights, Network } from '../nn/network/network.ts';
import { parseNetwork } from '../nn/network/parse.ts';
import { layerShapes } from '../nn/network/shapes.ts';
import { networkOfOnnx, type OnnxNetwork } from '../nn/onnx/onnx.ts';
import { decodeModel } from '../nn/onnx/proto.ts';
import { externalLocations } from '../nn/onnx/tensor.ts';
import type { FuzzReader } from './fuzz.ts';
import { onnxModel } from './onnx.ts';

const INPUT = { channels: 2, height: 7, width: 6 };

/** Network with what networks have: strides, groups, sides of padding, pooling, names and tensors of its own. */
const TEXT = JSON.stringify({
  name: 'fuzz',
  input: INPUT,
  pixels: { mean: [0.25, 0.5], std: 0.5 },
  prefix: 'model.',
  ignore: ['*.num_batches_tracked', `unused.${'x'.repeat(2000)}`],
  layers: [
    {
      ...{ kind: 'convolution', name: 'c.0', inputs: 2, outputs: 4, kernel: 3, padding: 'same' },
      ...{ stride: 2, groups: 2, dilation: 1, activation: 'relu', batchNorm: { name: 'bn', epsilon: 0.001 } },
    },
    { kind: 'max-pool', size: 2, stride: 1, padding: [0, 1, 1, 0] },
    { kind: 'global-average-pool' },
    { kind: 'dense', name: 'd', inputs: 4, outputs: 3, activation: 'none', bias: false, tensors: { weight: 'w' } },
  ],
});

/** Network of plain layers. */
const PLAIN: Network = {
  name: 'plain',
  input: INPUT,
  layers: [
    {
      ...{ kind: 'convolution', name: 'c', inputs: 2, outputs: 4, kernel: 3, padding: [1, 0, 1, 0] },
      ...{ stride: 2, groups: 2, activation: 'tanh' },
    },
    { kind: 'average-pool', size: 2, stride: 1 },
    { kind: 'flatten' },
    { kind: 'dense', name: 'd', inputs: 12, outputs: 3, activation: 'none' },
  ],
};
const WEIGHTS = initialWeights(PLAIN, 1);

/** Model with a long text, doc_string, behind it: most changes are there, and leave a good model. */
const TEXT_BYTES = 6000;
const MODEL = Uint8Array.of(
  ...onnxModel(PLAIN, WEIGHTS),
  ...[0x32, (TEXT_BYTES & 0x7f) | 0x80, TEXT_BYTES >> 7],
  ...new Uint8Array(TEXT_BYTES).fill(0x61),
);
const TENSORS = writeWeights(PLAIN, WEIGHTS);

/** Changed bytes; every other one is as long as the good file again, so that not all are refused for their length. */
function lengthened(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length % 2 === 1) return bytes;
  const whole = new Uint8Array(length);
  whole.set(bytes.subarray(0, length));
  return whole;
}

const IMAGES = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 5, 0, 0, 0, 5, ...new Uint8Array(1000).fill(77));
const RGB = Uint8Array.of(0, 0, 8, 4, 0, 0, 0, 9, 0, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0, 3, ...new Uint8Array(675));
const labelled = (images: number): Uint8Array => Uint8Array.of(0, 0, 8, 1, 0, 0, 0, images, ...new Uint8Array(images));
const CIFAR = new Uint8Array(3073 * 2).fill(3);

const NUMBERS = ['0', '-1', '1e308', '1e999', '0.5', '99999999', '4294967296', 'null', 'true', '""', '[]', '{}'];
const NAMES = ['"__proto__"', 'constructor', 'toString', '\u0000', '\u001b[31m', 'é', '\uFEFF', '\n'];

function oddNetwork(network: Network, weights?: readonly LayerWeights[]): string | undefined {
  try {
    layerShapes(network);
    if (weights) checkWeights(network, weights);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const oddImages = ({
  images,
  channels,
  height,
  width,
  pixels,
  values,
  labels,
  classes,
}: DataSet): string | undefined =>
  images > 0 &&
  pixels === channels * height * width &&
  values.length === images * pixels &&
  labels.length === images &&
  labels.every((label) => label < classes)
    ? undefined
    : `${images} images of ${channels} x ${height} x ${width}`;

/** A reader by what it reads; results are checked by `nonsense`. */
function reader<Result>(
  of: Pick<FuzzReader, 'name' | 'seeds' | 'words'> & {
    readonly read: (bytes: Uint8Array) => Result;
    readonly nonsense: (result: Result) => string | undefined;
  },
): FuzzReader {
  return { ...of, nonsense: (result) => of.nonsense(result as Result), own: [FormatError] };
}

export const NETWORK_READERS: readonly FuzzReader[] = [
  reader({
    name: 'network',
    seeds: [Buffer.from(TEXT)],
    words: [
      ...NUMBERS,
      ...NAMES,
      '"same"',
      '"centred"',
      '"flatten"',
      '"dense"',
      '"stride":',
      '"padding":2,',
      ',',
      '{',
      ']',
    ],
    read: (bytes) => parseNetwork(Buffer.from(bytes).toString('utf8'), 'fuzz.json'),
    nonsense: (network) => oddNetwork(network),
  }),
  reader({
    name: 'onnx',
    seeds: [MODEL],
    words: [
      ...NAMES,
      '\u0001',
      '\u0008',
      '\u0012',
      '\u007f',
      '\u0002',
      'Conv',
      'Relu',
      'Gemm',
      'pads',
      'group',
      'auto_pad',
    ],
    read: (bytes): OnnxNetwork => {
      const model = decodeModel(lengthened(bytes, MODEL.length), 'fuzz.onnx');
      externalLocations(model, 'fuzz.onnx');
      return networkOfOnnx(model, new Map(), 'fuzz.onnx', { name: 'fuzz', input: INPUT, pixels: 'centred' });
    },
    nonsense: ({ network, weights }) => oddNetwork(network, weights),
  }),
  reader({
    name: 'safetensors',
    seeds: [TENSORS],
    words: [...NUMBERS, ...NAMES, '"F32"', '"I64"', '"shape":', '"data_offsets":[0,4]', '}', '\u0001'],
    read: (bytes) => readWeights(PLAIN, lengthened(bytes, TENSORS.length), 'fuzz.safetensors'),
    nonsense: (weights) => oddNetwork(PLAIN, weights),
  }),
  reader({
    name: 'idx',
    seeds: [IMAGES, RGB],
    words: ['\u0000', '\u0001', '\u0003', '\u0004', '\u0008', '\u000d', '\u007f', '\u001f\u008b', '<html>'],
    read: (bytes) => {
      const whole = lengthened(bytes, (bytes[3] === 4 ? RGB : IMAGES).length);
      const labels = { file: 'labels', bytes: labelled(whole[7] ?? 0) };
      return dataSetOfIdx({ file: 'images', bytes: whole }, labels, { classes: 10 }, 'fuzz', INPUT);
    },
    nonsense: oddImages,
  }),
  reader({
    name: 'cifar',
    seeds: [CIFAR],
    words: ['\u0000', '\u0009', '\u000a', '\u00ff', '<html>'],
    read: (bytes) => {
      const whole = lengthened(bytes, CIFAR.length);
      return dataSetOfCifar([{ file: 'batch', bytes: whole }], 'cifar10', { classes: 10 }, 'fuzz');
    },
    nonsense: oddImages,
  }),
];
