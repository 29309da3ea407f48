/** Classification of images by a network over draws of the noise. */

import { nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import { BATCH } from '../kernels/memory/layout.ts';
import type { QuantizedNetwork } from '../quantized/quantize.ts';
import type { KernelNetwork, WeightNoise } from './kernel-network.ts';

/** A quantized network ready for images. */
export interface PreparedNetwork {
  readonly quantized: QuantizedNetwork;
  readonly data: DataSet;
  readonly kernels: KernelNetwork;
}

/** Counts of wrong images. The class of an image is the first of its largest outputs. */
export interface Classified {
  /** Images classified wrongly, for each draw. */
  readonly wrong: readonly number[];
  /** Confusion counts [label][output], images over all draws. */
  readonly confusion: readonly (readonly number[])[];
  /** Draws in which each image was wrong, [images]. */
  readonly wrongDraws: Uint16Array;
}

/** Classification of all images once for each noise, null being none. */
export function classify(
  { data, kernels, quantized }: PreparedNetwork,
  noises: readonly (WeightNoise | null)[],
): Classified {
  const { outputs } = nth(quantized.layers, quantized.layers.length - 1);
  const counts = Array.from({ length: data.classes }, () => new Array<number>(outputs).fill(0));
  const wrongDraws = new Uint16Array(data.images);
  const wrong = noises.map((noise) => {
    let count = 0;
    kernels.run(data, noise, (values, first, images) => {
      for (let k = 0; k < images; k++) {
        const label = nth(data.labels, first + k);
        const found = largestOutput(values, k);
        const row = nth(counts, label);
        row[found] = nth(row, found) + 1;
        if (found === label) continue;
        count++;
        wrongDraws[first + k] = nth(wrongDraws, first + k) + 1;
      }
    });
    return count;
  });
  return { wrong, confusion: counts, wrongDraws };
}

/** Union of several classifications of the same images. */
export function joined(parts: readonly Classified[]): Classified {
  const [first, ...others] = parts;
  if (!first) throw new RangeError('classifications must be at least one');
  return others.reduce<Classified>(
    (sum, part) => ({
      wrong: [...sum.wrong, ...part.wrong],
      confusion: sum.confusion.map((row, label) =>
        row.map((count, output) => count + nth(nth(part.confusion, label), output)),
      ),
      wrongDraws: sum.wrongDraws.map((count, image) => count + nth(part.wrongDraws, image)),
    }),
    first,
  );
}

/** Text of counts below 4096, three hexadecimal digits each. */
export function hexOf(counts: Uint16Array): string {
  return Array.from(counts, (count) => count.toString(16).padStart(3, '0')).join('');
}

/** Counts in a text of `hexOf`. */
export function countsOf(hex: string): Uint16Array {
  return Uint16Array.from({ length: hex.length / 3 }, (_, k) => Number.parseInt(hex.slice(3 * k, 3 * k + 3), 16));
}

/** Index of the first of the largest outputs of image `image` of a batch. */
function largestOutput(outputs: Int32Array, image: number): number {
  let best = image;
  for (let k = image + BATCH; k < outputs.length; k += BATCH) if ((outputs[k] ?? 0) > (outputs[best] ?? 0)) best = k;
  return (best - image) / BATCH;
}
