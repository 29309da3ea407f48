import { expect, test } from 'vitest';
import type { DataSet } from '../../src/nn/data-set.ts';
import { wrongInFloat } from '../../src/nn/float-evaluate.ts';
import { networkOf } from '../../src/nn/networks.ts';
import { trainNetwork } from '../../src/nn/train-network.ts';
import { parseWeightFiles, weightFilesOf } from '../../src/nn/weight-file.ts';
import { words } from './network.fixture.ts';

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
const OPTIONS = { seed: 3, validationImages: 20 };
const hash = (bytes: Uint8Array): string => bytes.reduce((sum, byte) => (31 * sum + byte) % 1e9, 7).toString();

test('training, choices, manifest and files of a network; the same seed gives the same files', async () => {
  const steps: string[] = [];
  const trained = await trainNetwork('mnist-fcn', DATA, OPTIONS, (progress) => {
    steps.push(progress.kind === 'training' ? `epoch ${progress.epoch}` : `${progress.bits} bits`);
  });
  expect(steps).toEqual([
    ...Array.from({ length: 30 }, (_, k) => `epoch ${k + 1}`),
    ...Array.from({ length: 15 }, (_, k) => `${k + 2} bits`),
  ]);
  const { manifest } = trained;
  expect(manifest.command).toBe('somagen train mnist-fcn --seed 3');
  expect(manifest.data).toEqual({ train: 'bands 1', test: 'bands 2', trained: 100, validated: 20 });
  expect(manifest.training).toMatchObject({ seed: 3, epochs: 30, batch: 32 });
  expect(manifest.accuracy.test).toBe(1 - wrongInFloat(networkOf('mnist-fcn'), trained.weights, DATA.test) / 40);
  expect(manifest.accuracy.test).toBeGreaterThan(0.5);

  const files = weightFilesOf(trained, hash);
  expect(weightFilesOf(await trainNetwork('mnist-fcn', DATA, OPTIONS), hash)).toEqual(files);
  const bytes = files['mnist-fcn.safetensors'] as Uint8Array;
  const read = parseWeightFiles('mnist-fcn', {
    weights: { file: 'w', bytes, sha256: hash(bytes) },
    manifest: { file: 'm', text: files['mnist-fcn.json'] as string },
  });
  expect(read.weights).toEqual(trained.weights);
});

test('too few images and unknown networks are refused', async () => {
  await expect(trainNetwork('mnist-fcn', DATA, { seed: 1 })).rejects.toThrow(
    'training data must hold more than 5000 images: 120',
  );
  await expect(trainNetwork('other', DATA, { seed: 1 })).rejects.toThrow(
    'network must be one of mnist-fcn, mnist-cnn, cifar10-cnn: other',
  );
});
