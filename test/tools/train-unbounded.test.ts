/** Training of networks whose activations have no end: the ranges that come of it, with rounding and without. */

import { expect, test } from 'vitest';
import type { DataSet } from '../../nn/data/data-set.ts';
import { prepare, wrongWithNoise } from '../../nn/evaluate/noisy-evaluate.ts';
import { activationHistograms } from '../../nn/float/activation-histograms.ts';
import { wrongInFloat } from '../../nn/float/evaluate.ts';
import { quantize } from '../../nn/quantized/quantize.ts';
import { readCheckpoint, writeCheckpoint } from '../../nn/train/checkpoint.ts';
import { type TrainRequest, trainNetwork } from '../../nn/train/train-network.ts';
import { convolution, dense, FLATTEN, maxPool, networkOfParts, SHAPE } from '../unit/nn/kernel-network.fixture.ts';
import { words } from '../unit/nn/network.fixture.ts';

/** Four classes: one quarter of the image is a little brighter than the others. */
function quarters(images: number, key: number): DataSet {
  const labels = Uint8Array.from(words(images, key), (word) => word % 4);
  const noise = words(images * 64, key + 50);
  const values = Uint8Array.from({ length: images * 64 }, (_, k) => {
    const quarter = 2 * Math.floor((k % 64) / 32) + Math.floor((k % 8) / 4);
    return (noise[k]! % 120) + (quarter === labels[Math.floor(k / 64)] ? 90 : 30);
  });
  return { images, ...SHAPE(1, 8, 8), pixels: 64, values, labels, classes: 4, source: `quarters ${key}` };
}

const NETWORK = networkOfParts(SHAPE(1, 8, 8), [
  convolution(4, 3, 1, 'relu'),
  maxPool(2),
  FLATTEN,
  dense(8, 'none'),
  dense(4, 'none'),
]);
const DATA = { train: quarters(700, 1), test: quarters(300, 2) };
const REQUEST: TrainRequest = {
  ...{ network: NETWORK, name: 'mine', command: 'somagen train mine.json', seed: 3, validationImages: 100 },
  changes: { epochs: 8, batch: 16, learningRate: 5e-3 },
};

const plain = await trainNetwork(REQUEST, DATA);

test('ranges for every width are those of the validation images; 8 and 16 bits cost next to nothing', () => {
  const { weights, manifest } = plain;
  const validation = { ...DATA.train, images: 100, values: DATA.train.values.subarray(600 * 64) };
  const largest = activationHistograms(NETWORK, weights, validation).map((histogram) => histogram.largest);
  expect(Math.min(largest[0]!, largest[1]!)).toBeGreaterThan(1.5);
  expect(manifest.ranges).toBe('by least-squares of 100 images of quarters 1');
  expect(manifest.quantization).toHaveLength(15);
  for (const { bits, clip, ranges } of manifest.quantization) {
    expect(ranges).toHaveLength(3);
    for (const layer of [0, 1]) expect(ranges![layer]).toBeLessThanOrEqual(largest[layer]!);
    const wrong = wrongWithNoise(prepare(quantize(NETWORK, weights, { bits, clip, ranges: ranges! }), DATA.test), null);
    if (bits >= 8) expect(Math.abs(wrong - wrongInFloat(NETWORK, weights, DATA.test))).toBeLessThanOrEqual(6);
  }
});

test.each([3, 8])(
  'training that knows of %s bits: its errors are those of the integers with its ranges',
  async (bits) => {
    const states: Uint8Array[] = [];
    const aware: TrainRequest = { ...REQUEST, bits, from: { weights: plain.weights, source: 'before' } };
    const trained = await trainNetwork(aware, DATA, {
      onProgress: (_, state) => {
        if (state) states.push(writeCheckpoint('run', state()));
      },
    });
    const { quantization, accuracy, ranges: found } = trained.manifest;
    const [choice] = quantization;
    expect(choice?.ranges?.slice(0, 2).every((range) => range > 1)).toBe(true);
    expect(found).toBe('by least-squares of 600 images of quarters 1');
    const quantized = quantize(NETWORK, trained.weights, { bits, clip: [1, 1, 1], ranges: choice!.ranges! });
    const wrong = wrongWithNoise(prepare(quantized, DATA.test), null);
    expect(wrong).toBe(Math.round((1 - accuracy.test) * 300));
    expect(wrong).toBeLessThanOrEqual(wrongInFloat(NETWORK, plain.weights, DATA.test) + 15);
    const resume = readCheckpoint(NETWORK, 'run', states.at(-1)!, 'checkpoint');
    expect(await trainNetwork(aware, DATA, { resume })).toEqual(trained);
  },
);

test('a range of the file stands', async () => {
  const layers = NETWORK.layers.map((layer, k) =>
    k === 0 ? { ...layer, range: 2.5 } : layer,
  ) as typeof NETWORK.layers;
  const { manifest } = await trainNetwork(
    { ...REQUEST, network: { ...NETWORK, layers }, changes: { epochs: 1 } },
    DATA,
  );
  expect(manifest.quantization.map(({ ranges }) => ranges?.[0])).toEqual(Array(15).fill(2.5));
});
