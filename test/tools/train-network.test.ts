import { expect, test } from 'vitest';
import type { DataSet } from '../../nn/data/data-set.ts';
import { prepare, wrongWithNoise } from '../../nn/evaluate/noisy-evaluate.ts';
import { parseWeightFiles, weightFilesOf } from '../../nn/files/weight-file.ts';
import { wrongInFloat } from '../../nn/float/evaluate.ts';
import { networkOf } from '../../nn/network/networks.ts';
import { quantize } from '../../nn/quantized/quantize.ts';
import { type TrainRequest, trainNetwork } from '../../nn/train/train-network.ts';
import { words } from '../unit/nn/network.fixture.ts';

/** Ten classes: one of ten bands of the image is bright. */
function bands(images: number, key: number): DataSet {
  const labels = Uint8Array.from(words(images, key), (word) => word % 10);
  const values = Uint8Array.from({ length: images * 784 }, (_, k) => {
    const bright = Math.floor((k % 784) / 79) === labels[Math.floor(k / 784)];
    return bright ? 200 : 0;
  });
  return {
    images,
    channels: 1,
    height: 28,
    width: 28,
    pixels: 784,
    values,
    labels,
    classes: 10,
    source: `bands ${key}`,
  };
}

const DATA = { train: bands(120, 1), test: bands(40, 2) };
const NETWORK = networkOf('mnist-fcn');
const REQUEST: TrainRequest = {
  network: NETWORK,
  name: 'bands',
  command: 'somagen train mnist-fcn --seed 3',
  seed: 3,
  validationImages: 20,
  changes: { epochs: 6 },
};
/** Trained once, for the tests that start from it. */
let plain: ReturnType<typeof trainNetwork> | undefined;
const plainly = (): ReturnType<typeof trainNetwork> => {
  plain ??= trainNetwork(REQUEST, DATA);
  return plain;
};
const hash = (bytes: Uint8Array): string => bytes.reduce((sum, byte) => (31 * sum + byte) % 1e9, 7).toString();
const read = (files: ReturnType<typeof weightFilesOf>, name: string) =>
  parseWeightFiles('mnist-fcn', {
    weights: {
      file: 'w',
      bytes: files[`${name}.safetensors`] as Uint8Array,
      sha256: hash(files[`${name}.safetensors`] as Uint8Array),
    },
    manifest: { file: 'm', text: files[`${name}.json`] as string },
  });

test('training, choices, manifest and files of a network; the same seed gives the same files', async () => {
  const steps: string[] = [];
  const trained = await trainNetwork(REQUEST, DATA, {
    onProgress: (progress) => {
      steps.push(progress.kind === 'training' ? `epoch ${progress.epoch}` : `${progress.bits} bits`);
    },
  });
  expect(steps).toEqual([
    ...Array.from({ length: 6 }, (_, k) => `epoch ${k + 1}`),
    ...Array.from({ length: 15 }, (_, k) => `${k + 2} bits`),
  ]);
  const { manifest } = trained;
  expect(manifest.command).toBe('somagen train mnist-fcn --seed 3');
  expect(manifest.data).toEqual({ train: 'bands 1', test: 'bands 2', trained: 100, validated: 20 });
  expect(manifest.training).toMatchObject({ seed: 3, epochs: 6, batch: 32 });
  expect(manifest.accuracy.test).toBe(1 - wrongInFloat(NETWORK, trained.weights, DATA.test) / 40);
  expect(manifest.accuracy.test).toBeGreaterThan(0.5);

  const files = weightFilesOf(trained, hash);
  expect(Object.keys(files)).toEqual(['bands.safetensors', 'bands.json']);
  expect(weightFilesOf(await plainly(), hash)).toEqual(files);
  expect(read(files, 'bands').weights).toEqual(trained.weights);
});

test('training that knows of 3 bits: the manifest has that width alone, and its accuracy is that of the integers', async () => {
  const from = { weights: (await plainly()).weights, source: 'before' };
  const trained = await trainNetwork({ ...REQUEST, from, bits: 3, name: 'aware' }, DATA);
  const { manifest } = trained;
  expect(manifest.from).toBe('before');
  expect(manifest.training.quantization).toMatchObject({ bits: 3, activationBits: 3 });
  const [choice] = manifest.quantization;
  expect(manifest.quantization).toEqual([{ bits: 3, clip: [1, 1], validationError: choice?.validationError }]);
  const quantized = quantize(NETWORK, trained.weights, { bits: 3, clip: [1, 1] });
  expect(1 - manifest.accuracy.test).toBeCloseTo(wrongWithNoise(prepare(quantized, DATA.test), null) / 40, 12);
  expect(1 - manifest.accuracy.validation).toBeCloseTo(choice?.validationError ?? 1, 12);
});

test('too few images are refused', async () => {
  await expect(trainNetwork({ ...REQUEST, validationImages: 5000 }, DATA)).rejects.toThrow(
    'training data must hold more than 5000 images: 120',
  );
});
