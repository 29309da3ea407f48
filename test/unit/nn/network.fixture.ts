/** A small network and data set for tests: which of four quarters of a 6 x 6 image is the brightest. */

import type { DataSet } from '../../../nn/data/data-set.ts';
import { type LayerWeights, type Network, synapsesOf, weightLayers } from '../../../nn/network/network.ts';
import { philox4x32 } from '../../../numeric/philox.ts';

export const SMALL = {
  name: 'small',
  input: { channels: 1, height: 6, width: 6 },
  layers: [
    { kind: 'dense', name: 'dense1', inputs: 36, outputs: 9, activation: 'tanh' },
    { kind: 'dense', name: 'dense2', inputs: 9, outputs: 4, activation: 'none' },
  ],
} as const satisfies Network;

/** Words of a test's own key. */
export function words(count: number, key: number): Uint32Array {
  const out = new Uint32Array(4 * Math.ceil(count / 4));
  for (let k = 0; k < out.length; k += 4) philox4x32(out.subarray(k, k + 4), k, 0, 0, 0, key, 0xffffffff);
  return out.subarray(0, count);
}

/** Noise of 0 to 127 everywhere, 100 more in the quarter that is the label; a third of the pixels are 0. */
export function quarters(images: number, key: number): DataSet {
  const random = words(images * 37, key);
  const labels = Uint8Array.from({ length: images }, (_, image) => (random[image] ?? 0) >>> 30);
  const values = Uint8Array.from({ length: images * 36 }, (_, k) => {
    const word = random[images + k] ?? 0;
    const pixel = k % 36;
    const quarter = (pixel >= 18 ? 2 : 0) + (pixel % 6 >= 3 ? 1 : 0);
    if (word % 3 === 0) return 0;
    return (word >>> 25) + (quarter === labels[Math.floor(k / 36)] ? 100 : 0);
  });
  return { images, channels: 1, height: 6, width: 6, pixels: 36, values, labels, classes: 4, source: 'quarters' };
}

/** Weights of -1 to 1 and biases of -1/2 to 1/2 by a key. */
export function someWeights(network: Network, key: number): LayerWeights[] {
  return weightLayers(network).map((layer, k) => {
    const count = synapsesOf(layer) * layer.outputs;
    const random = words(count + layer.outputs, key + k);
    const all = Float32Array.from(random, (word) => word / 2 ** 31 - 1);
    return { weights: all.slice(0, count), bias: all.slice(count).map((value) => value / 2) };
  });
}
