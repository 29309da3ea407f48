import { describe, expect, test } from 'vitest';
import { writeSafetensors } from '../../../nn/files/safetensors.ts';
import { parseWeightFiles, readWeights, weightFilesOf, writeWeights } from '../../../nn/files/weight-file.ts';
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
      'w.safetensors: must hold tensor dense1.weight for small',
    );
  });
});
