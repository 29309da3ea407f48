/** Activation ranges of a user's network, from training images. */

import type { OwnNetwork } from '../../gen/index.ts';
import {
  activationHistograms,
  activationRanges,
  choicesText,
  type DataSet,
  histogramImages,
  type LayerWeights,
  type Network,
  provenRanges,
  rangeChoices,
  rangesFor,
  type ValueHistogram,
  type WeightManifest,
  wantsImages,
  weightLayers,
} from '../../nn/index.ts';
import { type DataOptions, MissingPart } from '../../tools/index.ts';
import { imagesOf } from './images.ts';

/** Ranges, and how they were found; none where all activations are bounded. */
export interface FoundRanges {
  readonly ranges?: readonly number[];
  readonly calibration?: string;
}

/** Weights of a user's network, with the manifest of their training where there is one. */
export interface OwnWeights {
  readonly own: OwnNetwork;
  readonly network: Network;
  readonly weights: readonly LayerWeights[];
  /** Name and hash of the weights. */
  readonly source: string;
  readonly manifest: WeightManifest | null;
  /** Test images, which must not tell ranges. */
  readonly data: DataSet;
}

/**
 * Ranges for activations of so many bits: those that the spec tells, of the training, of the network's file, or found in
 * the outputs for training images.
 * Throws `RangeError` where a layer's range is in none of these.
 */
export async function rangesOf(
  input: OwnWeights,
  bits: number,
  activationBits: number,
  options: DataOptions,
): Promise<FoundRanges> {
  const { own, network, weights, manifest } = input;
  const told = rangeChoices(network, own.ranges);
  if (told.every((choice) => choice === null)) return {};
  const trained = manifest && rangesFor(manifest, bits, activationBits);
  if (trained && own.ranges === undefined) return trained;
  const choices = told.map((choice, k) => (choice === 'usual' ? (trained?.ranges[k] ?? choice) : choice));
  if (!wantsImages(choices))
    return { ranges: activationRanges(network, choices, [], activationBits), calibration: 'as told' };
  const found = await histogramsOf(input, options);
  if (found) {
    const ranges = activationRanges(network, choices, found.histograms, activationBits);
    return { ranges, calibration: `by ${choicesText(choices)} of ${found.images} images of ${found.source}` };
  }
  const proven = provenRanges(network, weights, choices);
  const without = proven.indexOf(null);
  const ranges = proven.filter((range) => range !== null);
  if (without < 0) return { ranges, calibration: 'as told, or 1 as the weights leave no larger output' };
  const layer = weightLayers(network)[without];
  throw new RangeError(
    `${own.file}: the range of ${layer?.name} (${layer?.activation}) is needed for its codes, and no training images tell it: ` +
      `give their folder as calibration beside data, or the range in the network's file ("range": 8) or the spec (ranges: {${layer?.name}: 8})`,
  );
}

/** Histograms of a network's outputs, with the images that they are of. */
interface Histograms {
  readonly histograms: readonly ValueHistogram[];
  readonly images: number;
  readonly source: string;
}

/** The last network's, which its widths share. */
let last: { readonly key: string; readonly found: Histograms | null } | undefined;

/** Histograms of the outputs for training images; null where the folder of the test images holds none. */
async function histogramsOf(
  { own, network, weights, source, data: test }: OwnWeights,
  options: DataOptions,
): Promise<Histograms | null> {
  const key = JSON.stringify([own, network, source]);
  if (last?.key === key) return last.found;
  const { data: folder, transposed, firstLabel, calibration } = own;
  const place = {
    folder: calibration ?? folder,
    option: calibration === undefined ? 'data' : 'calibration',
    transposed,
    firstLabel,
  };
  const data = await imagesOf(network, 'train', place, () => options).catch((error: unknown) => {
    if (error instanceof MissingPart && calibration === undefined) return null;
    throw error;
  });
  if (data && sameImages(data, test))
    throw new RangeError(
      `${own.file}: training images must be others than the test images, ${test.source}: ${data.source}`,
    );
  const found = data && {
    histograms: activationHistograms(network, weights, data),
    images: histogramImages(data),
    source: data.source,
  };
  last = { key, found };
  return found;
}

const sameImages = ({ values }: DataSet, test: DataSet): boolean =>
  values.length === test.values.length && values.every((value, k) => value === test.values[k]);
