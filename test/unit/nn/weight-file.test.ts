import { describe, expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../../nn/files/safetensors.ts';
import { parseWeightFiles, readWeights, weightFilesOf, writeWeights } from '../../../nn/files/weight-file.ts';
import type { Network } from '../../../nn/network/network.ts';
import { networkOf } from '../../../nn/network/networks.ts';
import { choiceFor } from '../../../nn/train/manifest.ts';
import type { TrainedNetwork } from '../../../nn/train/train-network.ts';
import { SMALL, someWeights } from './network.fixture.ts';

const NETWORK = networkOf('mnist-fcn');
const TRAINED: TrainedNetwork = {
  network: NETWORK,
  name: 'mnist-fcn',
  weights: someWeights(NETWORK, 5),
  manifest: {
    network: 'mnist-fcn',
    command: 'somagen train mnist-fcn --seed 1',
    training: {
      seed: 1,
      epochs: 1,
      batch: 1,
      optimizer: { kind: 'momentum', momentum: 0 },
      learningRate: 1,
      schedule: 'linear',
      weightDecay: 0,
      shift: 0,
      flip: false,
    },
    data: { train: 'a', test: 'b', trained: 1, validated: 1 },
    accuracy: { validation: 0.5, test: 0.5 },
    largestWeights: [1, 1],
    quantization: [{ bits: 3, clip: [1, 0.5], validationError: 0.1 }],
  },
};
const hash = (bytes: Uint8Array): string => `${bytes.length} bytes`;
const files = weightFilesOf(TRAINED, hash);
const bytes = files['mnist-fcn.safetensors'] as Uint8Array;
const text = files['mnist-fcn.json'] as string;
const parse = (change: { bytes?: Uint8Array; sha256?: string; text?: string }) =>
  parseWeightFiles('mnist-fcn', {
    weights: { file: 'w.safetensors', bytes: change.bytes ?? bytes, sha256: change.sha256 ?? hash(bytes) },
    manifest: { file: 'w.json', text: change.text ?? text },
  });

describe('weight files', () => {
  test('two files, under 1 MB; what is written is read back', () => {
    expect(Object.keys(files)).toEqual(['mnist-fcn.safetensors', 'mnist-fcn.json']);
    expect(bytes.length).toBeLessThan(1e6);
    const { weights, manifest } = parse({});
    expect(weights).toEqual(TRAINED.weights);
    expect(manifest).toEqual({ ...TRAINED.manifest, sha256: hash(bytes) });
    expect(choiceFor(manifest, 3)).toEqual({ bits: 3, clip: [1, 0.5] });
    expect(() => choiceFor(manifest, 4)).toThrow('mnist-fcn has no quantization chosen for 4 bits');
  });

  test('weights with another hash are refused', () => {
    expect(() => parse({ sha256: 'other' })).toThrow(
      `w.safetensors: has the wrong hash: sha256 ${hash(bytes)} wanted, other found`,
    );
  });

  test.each([
    ['{', 'w.json: is not JSON'],
    ['null', 'w.json: is not the manifest of weights'],
    ['{"network":"mnist-fcn","sha256":"a","quantization":[{"bits":3}]}', 'w.json: is not the manifest of weights'],
    [text.replace('"mnist-fcn"', '"other"'), 'w.json: must be the manifest of mnist-fcn: other'],
  ])('manifest %j is refused', (wrong, message) => {
    expect(() => parse({ text: wrong })).toThrow(message);
  });

  test('weights of another network are refused, with the tensor and both shapes', () => {
    expect(() => parse({ bytes: writeWeights(SMALL, someWeights(SMALL, 1)) })).toThrow(
      'w.safetensors: tensor dense1.weight must be [128,784] for mnist-fcn: [9,36]',
    );
    expect(() => readWeights(SMALL, writeSafetensors({}), 'w.safetensors')).toThrow(
      'w.safetensors: must hold tensor dense1.weight for small; it holds none',
    );
  });
});

describe('tensors of a file and layers of a network', () => {
  const tensor = (...values: number[]) => ({ shape: [values.length], values: Float32Array.from(values) });
  const matrix = { shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) };
  const dense = { kind: 'dense', name: 'fc', inputs: 2, outputs: 2, activation: 'none' } as const;
  const one: Network = { name: 'one', input: { channels: 2, height: 1, width: 1 }, layers: [dense] };
  const read = (network: Network, tensors: Parameters<typeof writeSafetensors>[0]) =>
    readWeights(network, writeSafetensors(tensors), 'w.safetensors');
  const parts = { 'fc.weight': matrix, 'fc.bias': tensor(5, 6) };
  const found = [{ weights: matrix.values, bias: Float32Array.of(5, 6) }];

  test('names with a prefix, and names of their own', () => {
    const prefixed = { 'model.fc.weight': matrix, 'model.fc.bias': tensor(5, 6) };
    expect(read({ ...one, prefix: 'model.' }, prefixed)).toEqual(found);
    const tensors = { weight: 'a.kernel', bias: 'model.fc.bias' };
    const renamed = { 'a.kernel': matrix, 'model.fc.bias': tensor(5, 6) };
    expect(read({ ...one, layers: [{ ...dense, tensors }] }, renamed)).toEqual(found);
  });

  test('what is written by these names is read by them', () => {
    const network: Network = { ...one, prefix: 'm.', layers: [{ ...dense, bias: false }] };
    const weights = [{ weights: matrix.values, bias: new Float32Array(2) }];
    const bytes = writeWeights(network, weights);
    expect([...readSafetensors(bytes, 'w').keys()]).toEqual(['m.fc.weight']);
    expect(readWeights(network, bytes, 'w')).toEqual(weights);
  });

  test('a missing tensor: what the file holds, and what tells where it is', () => {
    expect(() => read(one, { '0.weight': matrix, '0.bias': tensor(5, 6) })).toThrow(
      'must hold tensor fc.weight for one; it holds 0.weight [2,2], 0.bias [2]; "prefix", or "tensors" of a layer',
    );
    expect(() => read(one, { 'fc.weight': matrix })).toThrow(
      'must hold tensor fc.bias for one; it holds fc.weight [2,2]; "bias": false in layer fc of the network file',
    );
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, k) => [`t${k}`, tensor(k)]));
    expect(() => read(one, many)).toThrow('t19 [1], and 5 more;');
  });

  test('left-over tensors are refused by name, also the bias of a layer without', () => {
    expect(() => read(one, { ...parts, 'bn1.weight': tensor(1), 'bn1.running_mean': tensor(2) })).toThrow(
      'w.safetensors: holds tensors that no layer of one uses: bn1.weight [1], bn1.running_mean [1]; ' +
        '"ignore": ["bn1.weight", "bn1.running_mean"] in the network file',
    );
    expect(() => read({ ...one, layers: [{ ...dense, bias: false }] }, parts)).toThrow('uses: fc.bias [2];');
  });

  test.each([
    [['bn1.weight'], true],
    [['bn1.*'], true],
    [['*weight'], true],
    [['b*1*t'], true],
    [['*'], true],
    [['bn1'], false],
    [['bn.*'], false],
    [['*weights'], false],
    [['bn1.w*weight'], false],
  ])('ignore %j: %s', (ignore, ignored) => {
    const all = () => read({ ...one, ignore }, { ...parts, 'bn1.weight': tensor(1) });
    if (ignored) expect(all()).toEqual(found);
    else expect(all).toThrow('no layer of one uses: bn1.weight [1]');
  });

  test('tensors that are ignored, and counters of batch norms, have any type and value', () => {
    const header = JSON.stringify({
      'fc.weight': { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] },
      'fc.bias': { dtype: 'F32', shape: [2], data_offsets: [16, 24] },
      'bn.num_batches_tracked': { dtype: 'I64', shape: [], data_offsets: [24, 32] },
      'mask.a': { dtype: 'BOOL', shape: [4], data_offsets: [32, 36] },
      'mask.b': { dtype: 'F32', shape: [1], data_offsets: [36, 40] },
    });
    const bytes = Buffer.alloc(8 + header.length + 40, 0xff);
    bytes.writeBigUInt64LE(BigInt(header.length), 0);
    bytes.write(header, 8);
    [1, 2, 3, 4, 5, 6].forEach((value, k) => {
      bytes.writeFloatLE(value, 8 + header.length + 4 * k);
    });
    expect(readWeights({ ...one, ignore: ['mask.*'] }, bytes, 'w')).toEqual(found);
    expect(() => readWeights(one, bytes, 'w')).toThrow('uses: mask.a [4], mask.b [1];');
  });
});
