/** Training of networks that can be shipped: weights, the choices for every width, the manifest. */

import { type DataSet, sliceOfDataSet } from '../data/data-set.ts';
import { chooseClips, type ValidatedChoice } from '../evaluate/choose-clip.ts';
import { prepare, wrongWithNoise } from '../evaluate/noisy-evaluate.ts';
import { histogramImages, rangesInData } from '../float/activation-histograms.ts';
import { checkData, checkTrainable } from '../network/checks.ts';
import { type LayerWeights, type Network, weightLayers } from '../network/network.ts';
import { choicesText, type RangeChoices, rangeChoices, wantsImages } from '../quantized/activation-ranges.ts';
import { leastSquareClips } from '../quantized/least-square-clip.ts';
import { type QuantizationChoice, quantize } from '../quantized/quantize.ts';
import type { WeightManifest } from './manifest.ts';
import { checkTrainOptions, type TrainOptions } from './options.ts';
import { type Recipe, recipeOf } from './recipes.ts';
import { largestWeight, type TrainHooks, type TrainProgress, train } from './train.ts';

/**
 * Default number of validation images. They are training images, from the end, that are not trained with but decide
 * every choice.
 */
const VALIDATION_IMAGES = 5000;

/** Stage of the work, for a progress line. */
export type NetworkProgress =
  | ({ readonly kind: 'training' } & TrainProgress)
  | { readonly kind: 'quantization'; readonly bits: number };

/** Request of a training, beyond the recipe of its network. */
export interface TrainRequest extends Pick<TrainOptions, 'seed' | 'noise' | 'mismatch'> {
  readonly network: Network;
  /** Name of the files that come of it. */
  readonly name: string;
  /** Command that makes these weights, for the manifest. */
  readonly command: string;
  readonly validationImages?: number;
  /** Weights to go on from, and what they are. */
  readonly from?: { readonly weights: readonly LayerWeights[]; readonly source: string };
  /** Training that knows of rounding: bits of weights, and of inputs and activations. */
  readonly bits?: number;
  readonly activationBits?: number;
  /** Changes to the recipe. */
  readonly changes?: Partial<Recipe>;
}

export interface TrainedNetwork {
  readonly network: Network;
  readonly name: string;
  readonly weights: readonly LayerWeights[];
  /** Manifest but for the hash of the file. */
  readonly manifest: Omit<WeightManifest, 'sha256'>;
}

/** Options of a run: the recipe and what was asked for. */
export function trainOptionsOf(request: TrainRequest): TrainOptions {
  const { network, seed, from, bits, noise, mismatch, changes } = request;
  const clip = from && bits !== undefined ? leastSquareClips(from.weights, bits) : weightLayers(network).map(() => 1);
  return {
    seed,
    ...recipeOf(network, from !== undefined),
    ...changes,
    ...(bits === undefined ? {} : { quantization: { bits, activationBits: request.activationBits ?? bits, clip } }),
    ...(noise === undefined ? {} : { noise }),
    ...(mismatch ? { mismatch } : {}),
  };
}

/** Check of a request. Throws where the options are out of range or the data do not fit. */
export function checkRequest(request: TrainRequest, data: { readonly train: DataSet; readonly test: DataSet }): void {
  const { network, validationImages = VALIDATION_IMAGES } = request;
  checkTrainable(network);
  checkTrainOptions(trainOptionsOf(request), weightLayers(network).length);
  for (const part of [data.train, data.test]) checkData(network, part);
  if (data.train.images <= validationImages)
    throw new RangeError(`training data must hold more than ${validationImages} images: ${data.train.images}`);
}

/** Identity of a run: everything that decides what it gives, as text. */
export function runIdentity(request: TrainRequest, data: { readonly train: DataSet }): string {
  const { network, from, validationImages = VALIDATION_IMAGES } = request;
  const options = trainOptionsOf(request);
  return JSON.stringify({ network, options, from: from?.source ?? null, data: data.train.source, validationImages });
}

/**
 * Trained network by its recipe, with clips chosen for 2 to 16 bits. They are chosen on the validation images (where
 * training knows of rounding, it has chosen), and the test images are looked at once. The same request gives the same
 * bytes.
 */
export async function trainNetwork(
  request: TrainRequest,
  data: { readonly train: DataSet; readonly test: DataSet },
  hooks: Pick<TrainHooks, 'resume' | 'crew'> & {
    readonly onProgress?: (
      progress: NetworkProgress,
      state: Parameters<NonNullable<TrainHooks['onProgress']>>[1] | null,
    ) => void | Promise<void>;
  } = {},
): Promise<TrainedNetwork> {
  const { network, name, command, from, validationImages = VALIDATION_IMAGES } = request;
  const { onProgress = () => {}, ...others } = hooks;
  checkRequest(request, data);
  const trained = data.train.images - validationImages;
  const options = trainOptionsOf(request);
  const split = {
    training: sliceOfDataSet(data.train, 0, trained),
    validation: sliceOfDataSet(data.train, trained, data.train.images),
    test: data.test,
  };
  const result = await train(network, split, options, {
    ...others,
    ...(from ? { from: from.weights } : {}),
    onProgress: (progress, state) => onProgress({ kind: 'training', ...progress }, state),
  });
  const { weights } = result;
  const { validation, test } = split;
  const errors = { validation: result.validationError, test: result.testError };
  const choices = rangeChoices(network);
  const unbounded = choices.some((choice) => choice !== null);
  const told = (ranges: readonly number[]): Pick<QuantizationChoice, 'ranges'> => (unbounded ? { ranges } : {});
  let quantization: readonly ValidatedChoice[];
  if (options.quantization) {
    const { bits, activationBits } = options.quantization;
    quantization = [];
    if (!options.mismatch) {
      // What integers give: single precision may round a tie to the other side.
      const widths = activationBits === bits ? { bits } : { bits, activationBits };
      const choice = { ...widths, clip: weights.map(() => 1), ...told(result.ranges) };
      for (const part of ['validation', 'test'] as const)
        errors[part] = wrongInIntegers(network, weights, choice, split[part]) / split[part].images;
      quantization = [{ ...choice, validationError: errors.validation }];
    }
  } else {
    const rangesAt = rangesInData(network, weights, validation, choices);
    quantization = await chooseClips(network, weights, validation, {
      rangesAt: (bits) => told(rangesAt(bits)),
      onWidth: (bits) => onProgress({ kind: 'quantization', bits }, null),
    });
  }
  return {
    network,
    name,
    weights,
    manifest: {
      network: network.name,
      command,
      ...(from ? { from: from.source } : {}),
      training: options,
      data: { train: data.train.source, test: test.source, trained, validated: validationImages },
      accuracy: { validation: 1 - errors.validation, test: 1 - errors.test },
      largestWeights: weights.map(largestWeight),
      ...(unbounded ? { ranges: rangesText(choices, options.quantization ? split.training : validation) } : {}),
      quantization,
    },
  };
}

/** Origin of ranges, for the manifest. */
function rangesText(choices: RangeChoices, images: DataSet): string {
  return wantsImages(choices)
    ? `by ${choicesText(choices)} of ${histogramImages(images)} images of ${images.source}`
    : 'as told';
}

function wrongInIntegers(
  network: Network,
  weights: readonly LayerWeights[],
  choice: QuantizationChoice,
  data: DataSet,
): number {
  return wrongWithNoise(prepare(quantize(network, weights, choice), data), null);
}
